import stored from "./crisis-weights.json" with { type: "json" };

/** Features fall into so many buckets; a power of two. */
export const BUCKETS = 2 ** 15;
const SHORTEST = 3;
const LONGEST = 5;
/** Longer sentences are judged in parts of so many words, each beginning in the middle of the one before. */
const WINDOW = 24;

/** A linear judge of what a line is about: one weight per bucket. */
export type Weights = {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
};

const MODELS = {
  alarm: decode(stored.alarm),
  violence: decode(stored.violence),
};

/**
 * How much the words of a line resemble lines of people in need: 0 where alarm and none are as likely as the
 * trained threshold holds them, more where alarm is. The largest of its parts counts, so that one sentence
 * of a long diary entry is heard.
 */
export function distressScore(words: readonly string[]): number {
  if (words.length < 2) return Number.NEGATIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let from = 0; from === 0 || from + WINDOW / 2 < words.length; from += WINDOW / 2)
    most = Math.max(most, score(MODELS.alarm, featuresOf(words.slice(from, from + WINDOW))));
  return most - stored.threshold;
}

/** Whether a line that raised an alarm tells of violence rather than of harming oneself. */
export function tellsOfViolence(words: readonly string[]): boolean {
  return score(MODELS.violence, featuresOf(words.slice(0, 200))) > 0;
}

/** The buckets of a line's runs of three to five letters, spaces between words included, each once. */
export function featuresOf(words: readonly string[]): number[] {
  const text = ` ${words.join(" ")} `;
  const found = new Set<number>();
  for (let from = 0; from + SHORTEST <= text.length; from += 1) {
    // FNV-1a, carried on from letter to letter.
    let hash = 0x811c9dc5;
    for (let at = from; at < from + LONGEST && at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      if (at - from >= SHORTEST - 1) found.add((hash >>> 0) % BUCKETS);
    }
  }
  return [...found];
}

/** The sum of a line's weights, independent of its length, plus the bias. */
export function score({ weights, scale, bias }: Weights, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return (sum * scale) / Math.sqrt(Math.max(1, features.length)) + bias;
}

function decode({
  weights,
  scale,
  bias,
}: {
  weights: string;
  scale: number;
  bias: number;
}): Weights {
  return { weights: Int8Array.from(Buffer.from(weights, "base64")), scale, bias };
}
