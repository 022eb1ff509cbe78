import { expect, test } from "vitest";

import { resolveName, resolveReferences } from "./resolve.ts";
import type { ToolEnv } from "./tool-spec.ts";

const BILLS = [
  { id: "1", name: "Conta de luz" },
  { id: "2", name: "Conta de água" },
  { id: "3", name: "Internet fibra" },
  { id: "4", name: "Internet do celular" },
];

test.each([
  ["conta de luz", "1"],
  ["A CONTA DE ÁGUA", "2"],
  ["a luz", "1"],
  ["agua", "2"],
  ["internet fibra", "3"],
  ["fibra", "3"],
  ["minha conta de luz de novembro", "1"],
])("%s means one thing", (said, id) => {
  expect(resolveName("bill", said, BILLS)).toEqual({ ok: true, id });
});

test("several that fit are a question with exactly those options", () => {
  expect(resolveName("bill", "internet", BILLS)).toMatchObject({
    ok: false,
    code: "ambiguous",
    options: [{ label: "Internet fibra" }, { label: "Internet do celular" }],
  });
});

test("none that fits is a question with all there is, never a substitute", () => {
  const found = resolveName("bill", "netflix", BILLS);
  expect(found).toMatchObject({ ok: false, code: "not_found" });
  expect(found.ok ? [] : found.options).toHaveLength(4);
});

test("the same name wins over a longer one that holds it", () => {
  const names = [
    { id: "a", name: "Ler" },
    { id: "b", name: "Ler livros" },
  ];
  expect(resolveName("habit", "ler", names)).toEqual({ ok: true, id: "a" });
});

test("words that tell nothing never choose", () => {
  expect(resolveName("bill", "a conta", BILLS)).toMatchObject({ ok: false, code: "not_found" });
});

const env: ToolEnv = {
  today: "2026-11-22",
  now: "2026-11-22T12:00",
  done: [],
  lexicon: {
    metrics: [{ id: "m1", name: "Café", unit: "xícaras" }],
    entries: [
      { id: "e1", type: "water", value: 500, unit: "ml", day: "2026-11-22" },
      { id: "e2", type: "water", value: 1800, unit: "ml", day: "2026-11-21" },
      { id: "e3", type: "custom", value: 2, unit: "xícaras", day: "2026-11-22", metricId: "m1" },
    ],
  },
};

test("an entry is found by what it measured and its day", () => {
  const find = (entryId: string) => resolveReferences({ entryId: "entry" }, { entryId }, env);
  expect(find("água de ontem")).toMatchObject({ args: { entryId: "e2" } });
  expect(find("o café")).toMatchObject({ args: { entryId: "e3" } });
  expect(find("água")).toMatchObject({ ok: false, code: "ambiguous" });
});

test("an id is taken at its word, for the operation to refuse when it is somebody else's", () => {
  const metricId = "0190d000-0000-7000-8000-000000000001";
  expect(resolveReferences({ metricId: "metric" }, { metricId }, env)).toEqual({
    ok: true,
    args: { metricId },
  });
});

test("names in a list are all resolved, or none", () => {
  const references = { metricIds: "metric" } as const;
  expect(resolveReferences(references, { metricIds: ["cafe"] }, env)).toMatchObject({
    args: { metricIds: ["m1"] },
  });
  expect(resolveReferences(references, { metricIds: ["cafe", "chá"] }, env)).toMatchObject({
    ok: false,
  });
});
