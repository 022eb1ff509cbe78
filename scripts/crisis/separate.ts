import type { Weights } from "@vida/core/ptbr/crisis-model";

const EPOCHS = 60;
const RATE = 0.5;
const DECAY = 2e-5;

/**
 * Logistic regression over sparse binary features of unit length, both classes weighing the same, by
 * stochastic gradient descent with Adagrad's rates (Duchi et al. 2011) in an order that is always the same.
 * Weights are kept in eight bits.
 */
export function separate<T extends { readonly features: readonly number[] }>(
  examples: readonly T[],
  positive: (example: T) => boolean,
  buckets: number,
): Weights {
  const weights = new Float64Array(buckets);
  const seen = new Float64Array(buckets).fill(1e-3);
  let bias = 0;
  let biasSeen = 1e-3;
  const count = examples.filter(positive).length;
  const worth = {
    yes: examples.length / (2 * count),
    no: examples.length / (2 * (examples.length - count)),
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let n = 0; n < examples.length; n += 1) {
      const example = examples[(n * STRIDE + epoch * 101) % examples.length];
      if (example === undefined) continue;
      const { features } = example;
      const yes = positive(example);
      const size = 1 / Math.sqrt(Math.max(1, features.length));
      let sum = bias;
      for (const f of features) sum += (weights[f] ?? 0) * size;
      const error = (1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0)) * (yes ? worth.yes : worth.no);
      biasSeen += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSeen);
      for (const f of features) {
        const slope = error * size + DECAY * (weights[f] ?? 0);
        seen[f] = (seen[f] ?? 0) + slope * slope;
        weights[f] = (weights[f] ?? 0) - (RATE * slope) / Math.sqrt(seen[f] ?? 1);
      }
    }
  }
  const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
  const scale = most / 127;
  return { weights: Int8Array.from(weights, (w) => Math.round(w / scale)), scale, bias };
}

/** Prime, so that each example comes once per epoch, in an order that mixes the sets. */
const STRIDE = 7919;
