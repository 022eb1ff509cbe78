/**
 * Trains the linear judge of `packages/core/src/ptbr/crisis-model.ts` from the labelled lines of the eval
 * sets and says how well it does on lines that it was not trained on. `node scripts/crisis/train.ts [--dry]`
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { crisisByRule, plainWords } from "@vida/core/ptbr/crisis";
import { BUCKETS, featuresOf, score } from "@vida/core/ptbr/crisis-model";
import type { Weights } from "@vida/core/ptbr/crisis-model";
import { z } from "zod";

import { separate } from "./separate.ts";

const SETS = join(import.meta.dirname, "../../packages/agents/eval");
const STORED = join(import.meta.dirname, "../../packages/core/src/ptbr/crisis-weights.json");
const FOLDS = 10;
/** So many of the near misses may raise an alarm by the judge alone. */
const FALSE_ALARMS = 0.02;

const Line = z.object({
  text: z.string(),
  crisis: z.enum(["self_harm", "violence"]).optional(),
});
type Example = {
  features: number[];
  crisis: "self_harm" | "violence" | null;
  near: boolean;
  rule: boolean;
};

export function readExamples(): Example[] {
  return readdirSync(SETS)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) =>
      z
        .array(z.unknown())
        .parse(JSON.parse(readFileSync(join(SETS, file), "utf8")))
        .flatMap((raw) => {
          const line = Line.safeParse(raw);
          if (!line.success) return [];
          const { text, crisis = null } = line.data;
          const features = featuresOf(plainWords(text));
          const near = file.startsWith("crisis") && crisis === null;
          return [{ features, crisis, near, rule: crisisByRule(text) !== null }];
        }),
    );
}

const alarming = ({ crisis }: Example): boolean => crisis !== null;

export function trainAlarm(examples: readonly Example[]): Weights {
  return separate(examples, alarming, BUCKETS);
}

export function trainViolence(examples: readonly Example[]): Weights {
  return separate(examples.filter(alarming), ({ crisis }) => crisis === "violence", BUCKETS);
}

/** The scores that every line gets from a judge that never saw it. */
function heldOut(examples: readonly Example[]): number[] {
  const scores: number[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const judge = trainAlarm(examples.filter((_, i) => i % FOLDS !== fold));
    examples.forEach(({ features }, i) => {
      if (i % FOLDS === fold) scores[i] = score(judge, features);
    });
  }
  return scores;
}

function main(): void {
  const examples = readExamples();
  const scores = heldOut(examples);
  const near = scores.filter((_, i) => examples[i]?.near).toSorted((a, b) => b - a);
  const threshold = near[Math.floor(near.length * FALSE_ALARMS)] ?? 0;
  const share = (
    among: (e: Example) => boolean,
    hit: (e: Example, i: number) => boolean,
  ): string => {
    const all = examples.flatMap((e, i) => (among(e) ? [hit(e, i)] : []));
    return `${all.filter(Boolean).length} of ${all.length} (${((100 * all.filter(Boolean).length) / all.length).toFixed(1)} %)`;
  };
  const by = (_: Example, i: number): boolean => (scores[i] ?? 0) > threshold;
  const plain = (e: Example): boolean => e.crisis === null && !e.near;
  process.stdout.write(
    [
      `lines in need, by the judge that never saw them: ${share(alarming, by)}`,
      `the same, by judge or rules: ${share(alarming, (e, i) => e.rule || by(e, i))}`,
      `false alarms among near misses, by the judge: ${share((e) => e.near, by)}`,
      `false alarms among everyday lines, by the judge: ${share(plain, by)}`,
      "",
    ].join("\n"),
  );
  if (process.argv.includes("--dry")) return;
  const store = ({ weights, scale, bias }: Weights) => ({
    scale,
    bias,
    weights: Buffer.from(weights.buffer).toString("base64"),
  });
  const alarm = store(trainAlarm(examples));
  const violence = store(trainViolence(examples));
  writeFileSync(STORED, `${JSON.stringify({ threshold, alarm, violence }, null, 2)}\n`);
}

if (import.meta.main) main();
