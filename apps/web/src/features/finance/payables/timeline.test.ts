import type { Payable } from "@vida/core/finance/schemas";
import { expect, test } from "vitest";

import { addDays, daysBetween } from "@/lib/days.ts";

import { stretches } from "./timeline.ts";

const today = "2026-11-22";

function due(dueOn: string): Payable {
  return {
    kind: "bill",
    id: dueOn,
    name: "Luz",
    amount: "10.00",
    currency: "BRL",
    month: dueOn.slice(0, 7),
    dueOn,
    daysUntilDue: daysBetween(today, dueOn),
    status: dueOn < today ? "overdue" : "pending",
    billId: dueOn,
    accountId: null,
    debtId: null,
    number: null,
    installments: null,
  };
}

test("the timeline is cut at today, in a week and at the month's end", () => {
  const cut = stretches(
    [addDays(today, -1), today, addDays(today, 7), addDays(today, 8), "2026-12-05"].map(due),
    today,
  );
  expect(cut.map(([name, items]) => [name, items.length])).toEqual([
    ["overdue", 1],
    ["week", 2],
    ["month", 1],
    ["later", 1],
  ]);
});
