import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { contradicts } from "./contradictions.ts";

type Pair = { contradictory: boolean; known: string; said: string };

function pairs(file: string): Pair[] {
  const text = readFileSync(join(import.meta.dirname, "contradiction-pairs", file), "utf8");
  return text
    .split("\n")
    .filter((line) => /^[+-] \|/.test(line))
    .map((line) => {
      const [sign = "", known = "", said = ""] = line.split("|").map((part) => part.trim());
      return { contradictory: sign === "+", known, said };
    });
}

function judged(all: readonly Pair[]) {
  const verdicts = all.map((pair) => ({ ...pair, found: contradicts(pair.known, pair.said) }));
  const hits = verdicts.filter(({ contradictory, found }) => contradictory && found).length;
  const found = verdicts.filter((one) => one.found).length;
  const wanted = verdicts.filter(({ contradictory }) => contradictory).length;
  return { precision: hits / found, recall: hits / wanted };
}

const seen = pairs("seen.txt");
const heldOut = pairs("held-out.txt");

test("the labelled set has 200 pairs or more, of both kinds", () => {
  const all = [...seen, ...heldOut];
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(all.filter(({ contradictory }) => contradictory).length).toBeGreaterThanOrEqual(100);
  expect(new Set(all.map(({ known, said }) => `${known}|${said}`)).size).toBe(all.length);
});

describe.each([
  ["all pairs", [...seen, ...heldOut]],
  ["the held-out pairs alone", heldOut],
])("on %s", (_, set) => {
  test("what contradicts is found with precision 0.95 and recall 0.80", () => {
    const { precision, recall } = judged(set);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
});

test("the judge can fail: one that always finds a contradiction is not precise", () => {
  const all = [...seen, ...heldOut];
  const share = all.filter(({ contradictory }) => contradictory).length / all.length;
  expect(share).toBeLessThan(0.6);
});
