import { expect, test } from "vitest";

import { byStrength, evidenceOf, type Insight } from "./insight-words.ts";

const insight: Insight = {
  id: "019aa000-0000-7000-8000-000000000000",
  kind: "correlation",
  text: "Sono e Humor andam juntos, no mesmo dia (60 dias em comum).",
  data: { n: 60, lag: 0, effect: 0.614, first: "Sono", second: "Humor" },
  verdict: null,
  computedDay: "2026-11-22",
};

test("the evidence tells days, distance and strength", () => {
  expect(evidenceOf(insight)).toBe("60 dias em comum · no mesmo dia · força 0,61, de 0 a 1");
  expect(evidenceOf({ ...insight, data: { ...insight.data, lag: -1, effect: -0.3 } })).toBe(
    "60 dias em comum · com 1 dia de diferença · força 0,3, de 0 a 1",
  );
});

test("a streak needs no evidence", () => {
  expect(evidenceOf({ ...insight, kind: "streak", data: { days: 8, name: "Leitura" } })).toBeNull();
});

test("facts come first, then what goes together most", () => {
  const weak = { ...insight, id: "fraco", data: { ...insight.data, effect: 0.27 } };
  const opposed = { ...insight, id: "oposto", data: { ...insight.data, effect: -0.7 } };
  const fact: Insight = { ...insight, id: "fato", kind: "streak", data: { days: 8 } };
  expect(byStrength([weak, opposed, fact, insight]).map(({ id }) => id)).toEqual([
    "fato",
    "oposto",
    insight.id,
    "fraco",
  ]);
});
