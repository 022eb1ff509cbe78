import type { TransactionView } from "@vida/core/transactions/schemas";

import { daysOfMonth } from "@/lib/days.ts";

import { fromCents, toCents } from "../kit/amounts.ts";

export type FlowPoint = { day: string; in: string; out: string };

/** The rows of a month when what was bought on a card counts on the day its statement is due. */
export function byDueDay(
  transactions: readonly TransactionView[],
  statements: readonly { readonly dueOn: string; readonly items: readonly TransactionView[] }[],
): TransactionView[] {
  return [
    ...transactions.filter(({ statementMonth }) => statementMonth === null),
    ...statements.flatMap(({ dueOn, items }) => items.map((one) => ({ ...one, day: dueOn }))),
  ];
}

/**
 * What came in and what went out of a month, both added up day by day.
 *
 * Transfers move nothing in or out; a refund lowers what went out. The path ends with the month, and in the
 * month that is open with today: what lies ahead has not come in or gone out.
 */
export function monthFlow(
  transactions: readonly TransactionView[],
  month: string,
  currency: string,
  today: string,
): FlowPoint[] {
  const moved = transactions.filter((one) => one.currency === currency && one.kind !== "transfer");
  const perDay = new Map<string, { in: bigint; out: bigint }>();
  for (const one of moved) {
    const day = perDay.get(one.day) ?? { in: 0n, out: 0n };
    const cents = toCents(one.amount);
    if (one.kind === "expense") day.out += cents;
    else if (one.refund) day.out -= cents;
    else day.in += cents;
    perDay.set(one.day, day);
  }
  const days = daysOfMonth(month);
  const end = days.includes(today) ? today : (days.at(-1) ?? today);
  let [sumIn, sumOut] = [0n, 0n];
  return days
    .filter((day) => day <= end)
    .map((day) => {
      sumIn += perDay.get(day)?.in ?? 0n;
      sumOut += perDay.get(day)?.out ?? 0n;
      return { day, in: fromCents(sumIn), out: fromCents(sumOut) };
    });
}
