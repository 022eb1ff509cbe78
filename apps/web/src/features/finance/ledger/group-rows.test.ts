import { expect, test } from "vitest";

import { transaction } from "../testing.ts";
import { byDay, inPurchases } from "./group-rows.ts";

test("the parts of one purchase stand under the first of them", () => {
  const parts = [3, 2, 1].map((installment) =>
    transaction({ groupId: "g", installment, installments: 3, day: `2026-1${installment - 1}-05` }),
  );
  const lines = inPurchases([...parts, transaction({ description: "Padaria" })]);
  expect(lines).toHaveLength(2);
  expect(lines[0]?.parts.map((part) => part.installment)).toEqual([3, 2, 1]);
  expect(lines[1]?.parts).toEqual([]);
});

test("a day adds up what it left, transfers aside, each currency for itself", () => {
  const [day] = byDay(
    inPurchases([
      transaction({ kind: "income", amount: "100.00" }),
      transaction({ amount: "40.10" }),
      transaction({ kind: "transfer", amount: "999.00" }),
      transaction({ amount: "7.00", currency: "EUR" }),
    ]),
  );
  expect(day?.results).toEqual([
    { currency: "BRL", amount: "59.90" },
    { currency: "EUR", amount: "-7.00" },
  ]);
});
