import type { DebtView, PaymentView } from "@vida/core/debts/schemas";

import { addMonths, monthOf } from "@/lib/days.ts";

import { fromCents, toCents } from "../kit/amounts.ts";

export type PayoffPoint = { month: string; left: string; ahead: boolean };

const FAR = 120;

/**
 * What was left of a debt at the end of each month: as it happened up to now, and on at the plan's pace
 * until nothing is left.
 */
export function payoffCurve(
  debt: DebtView,
  payments: readonly PaymentView[],
  today: string,
): PayoffPoint[] {
  const { installmentAmount, startMonth, installments } = debt;
  if (installmentAmount === null || startMonth === null || installments === null) return [];
  const now = monthOf(today);
  const each = toCents(installmentAmount);
  const paidIn = new Map<string, number>();
  for (const payment of payments) {
    const month = monthOf(payment.paidOn);
    paidIn.set(month, (paidIn.get(month) ?? 0) + 1);
  }
  const first = [startMonth, ...paidIn.keys()].toSorted()[0] ?? startMonth;
  let open = installments;
  const points: PayoffPoint[] = [
    { month: addMonths(first, -1), left: fromCents(each * BigInt(open)), ahead: false },
  ];
  for (let month = first; month <= now && points.length < FAR; month = addMonths(month, 1)) {
    open -= paidIn.get(month) ?? 0;
    points.push({ month, left: fromCents(each * BigInt(Math.max(0, open))), ahead: false });
  }
  let month = now < first ? first : addMonths(now, 1);
  while (open > 0 && points.length < 2 * FAR) {
    open -= 1;
    points.push({ month, left: fromCents(each * BigInt(open)), ahead: true });
    month = addMonths(month, 1);
  }
  return points;
}
