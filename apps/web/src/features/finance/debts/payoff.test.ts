import type { DebtView, PaymentView } from "@vida/core/debts/schemas";
import { expect, test } from "vitest";

import { payoffCurve } from "./payoff.ts";

const debt: DebtView = {
  id: "d",
  name: "Geladeira",
  creditor: null,
  totalAmount: "300.00",
  currency: "BRL",
  negotiated: true,
  installments: 3,
  installmentAmount: "100.00",
  dueDay: 12,
  startMonth: "2026-10",
  endMonth: "2026-12",
  currentInstallment: 2,
  paidInstallments: 1,
  remainingInstallments: 2,
  paidAmount: "100.00",
  remainingAmount: "200.00",
  progress: 33.33,
  status: "active",
  nextDueOn: "2026-11-12",
  daysUntilDue: 3,
  notes: null,
  createdAt: "2026-10-01T00:00:00.000Z",
};
const payment: PaymentView = {
  id: "p",
  debtId: "d",
  number: 1,
  amount: "95.00",
  currency: "BRL",
  month: "2026-10",
  paidOn: "2026-10-12",
  paidEarly: false,
  transactionId: null,
  createdAt: "2026-10-12T00:00:00.000Z",
};

test("the curve follows what was paid and goes on at the plan's pace to nothing", () => {
  expect(payoffCurve(debt, [payment], "2026-11-22")).toEqual([
    { month: "2026-09", left: "300.00", ahead: false },
    { month: "2026-10", left: "200.00", ahead: false },
    { month: "2026-11", left: "200.00", ahead: false },
    { month: "2026-12", left: "100.00", ahead: true },
    { month: "2027-01", left: "0.00", ahead: true },
  ]);
});

test("an open debt has no curve", () => {
  expect(
    payoffCurve({ ...debt, installments: null, installmentAmount: null }, [], "2026-11-22"),
  ).toEqual([]);
});
