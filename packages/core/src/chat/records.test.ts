import { expect, test } from "vitest";

import { recordsOf } from "./records.ts";

test("entries, transactions and things with a name become lines that people read", () => {
  const items = [
    { id: "1", type: "water", value: 500, unit: "ml", day: "2026-11-22", metricName: null },
    { id: "2", description: "Padaria", amount: "12.50", currency: "BRL", day: "2026-11-21" },
    { id: "3", name: "Carteira", balance: "100.00", currency: "BRL" },
    { id: "4", title: null, name: "Luz", dueDay: 10 },
  ];
  expect(recordsOf({ items })).toEqual([
    { id: "1", title: "Água", value: "500 ml", day: "2026-11-22" },
    { id: "2", title: "Padaria", amount: "12.50", currency: "BRL", day: "2026-11-21" },
    { id: "3", title: "Carteira", amount: "100.00", currency: "BRL" },
    { id: "4", title: "Luz" },
  ]);
});

test("what lists nothing has no records, and a long list names its first ones", () => {
  for (const result of [undefined, null, 3, {}, { items: "x" }, { items: [1, {}, { id: "a" }] }])
    expect(recordsOf(result)).toEqual([]);
  const many = Array.from({ length: 50 }, (_, index) => ({ id: String(index), name: "x" }));
  expect(recordsOf({ items: many })).toHaveLength(20);
});
