import { expect, test } from "vitest";

import { statementNames } from "./statement-names.ts";

test("a statement gets a name when it comes again and again, and keeps it", () => {
  const name = statementNames();
  const given = [1, 2, 3, 4].map(() => name({ sql: "select 1" }));
  expect(given.slice(0, 2)).toEqual(["", ""]);
  expect(given[2]).not.toBe("");
  expect(given[3]).toBe(given[2]);
});

test("different statements never share a name", () => {
  const name = statementNames();
  const names = new Set<string>();
  for (let n = 0; n < 50; n += 1) {
    for (let use = 0; use < 3; use += 1) names.add(name({ sql: `select ${n}` }));
  }
  names.delete("");
  expect(names.size).toBe(50);
});

test("ever new statements get a bounded number of names", () => {
  const name = statementNames();
  const names = new Set<string>();
  for (let n = 0; n < 5_000; n += 1) {
    for (let use = 0; use < 4; use += 1) names.add(name({ sql: `select ${n}` }));
  }
  names.delete("");
  expect(names.size).toBeLessThanOrEqual(150);
});

test("a very long statement is never named", () => {
  const name = statementNames();
  const sql = `select ${"1,".repeat(5_000)}1`;
  expect([1, 2, 3, 4].map(() => name({ sql }))).toEqual(["", "", "", ""]);
});
