import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { z } from "zod";

import { readExamples, trainAlarm, trainViolence } from "./train.ts";

const Judge = z.object({ scale: z.number(), bias: z.number(), weights: z.string() });
const stored = z
  .object({ threshold: z.number(), alarm: Judge, violence: Judge })
  .parse(
    JSON.parse(
      readFileSync(
        join(import.meta.dirname, "../../packages/core/src/ptbr/crisis-weights.json"),
        "utf8",
      ),
    ),
  );

test.each([
  ["alarm", trainAlarm],
  ["violence", trainViolence],
] as const)(
  "the stored weights for %s are what the labelled lines of today give",
  (name, train) => {
    const judge = train(readExamples());
    const kept = Int8Array.from(Buffer.from(stored[name].weights, "base64"));
    const apart = judge.weights.filter((weight, i) => Math.abs(weight - (kept[i] ?? 0)) > 1);
    expect(apart).toHaveLength(0);
    expect(judge.bias).toBeCloseTo(stored[name].bias, 3);
  },
);
