import type { Ctx } from "../context.ts";
import { addMonths } from "../dates.ts";
import { add, money, sum } from "../money.ts";
import type { Card } from "./rows.ts";
import { closingOf, dueOf, openingOf, remainingOf, statementOf, statementStatus } from "./rules.ts";
import { StatementSummary } from "./schemas.ts";

/** What a statement comes to (purchases minus refunds) and what transfers have paid of it. */
export type Sums = { readonly total: string; readonly paid: string };
export const NO_SUMS: Sums = { total: "0.00", paid: "0.00" };

type Row = { accountId: string; month: string; total: string; paid: string };

/** The sums of every statement of the person's cards, or of one card: by account, then month. One statement of SQL. */
export async function statementSums(
  ctx: Ctx,
  accountId?: string,
): Promise<Map<string, Map<string, Sums>>> {
  const only = accountId ?? null;
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select account_id as "accountId", month, billed::text as total, settled::text as paid
      from ledger_months
     where user_id = ${ctx.userId}::uuid and lines > 0
       and (${only}::uuid is null or account_id = ${only}::uuid)
     order by account_id, month`;
  const byAccount = new Map<string, Map<string, Sums>>();
  for (const row of rows) {
    const months = byAccount.get(row.accountId) ?? new Map<string, Sums>();
    months.set(row.month, { total: money(row.total), paid: money(row.paid) });
    byAccount.set(row.accountId, months);
  }
  return byAccount;
}

/** A statement as it stands on a day, among the sums of all of its card. */
export function toStatement(
  card: Card,
  month: string,
  sums: ReadonlyMap<string, Sums> = new Map(),
  today: string,
  carried = carriedInto(card, month, sums, today),
): StatementSummary {
  const { schedule } = card;
  const { total, paid } = sums.get(month) ?? NO_SUMS;
  const days = {
    opensOn: openingOf(schedule, month),
    closesOn: closingOf(schedule, month),
    dueOn: dueOf(schedule, month),
  };
  return StatementSummary.parse({
    accountId: card.id,
    accountName: card.name,
    month,
    currency: card.currency,
    ...days,
    moved: schedule.moved.has(month),
    total,
    paid,
    remaining: remainingOf(total, paid),
    carried,
    status: statementStatus({ ...days, total, paid }, today),
  });
}

/** What the statements before a month's, of those that have closed by a day, left unpaid. */
function carriedInto(
  { schedule }: Card,
  month: string,
  sums: ReadonlyMap<string, Sums>,
  today: string,
): string {
  return sum(
    [...sums].flatMap(([before, { total, paid }]) =>
      before < month && closingOf(schedule, before) < today ? [remainingOf(total, paid)] : [],
    ),
  );
}

/**
 * Every statement of a card without gaps, oldest first: from the first that has anything, or the one before
 * the current, to the last that has anything, or the current.
 */
export function statementsOf(
  card: Card,
  sums: ReadonlyMap<string, Sums> = new Map(),
  today: string,
): StatementSummary[] {
  const current = statementOf(card.schedule, today);
  const months = [...sums.keys(), addMonths(current, -1), current].toSorted();
  const last = months.at(-1) ?? current;
  const statements: StatementSummary[] = [];
  let carried = "0.00";
  for (let month = months[0] ?? current; month <= last; month = addMonths(month, 1)) {
    const statement = toStatement(card, month, sums, today, carried);
    statements.push(statement);
    if (statement.closesOn < today) carried = add(carried, statement.remaining);
  }
  return statements;
}

/** The statements of a card with something left to pay that are due from a day on, oldest first. */
export function unpaidOf(
  card: Card,
  sums: ReadonlyMap<string, Sums> = new Map(),
  today: string,
  from: string,
): StatementSummary[] {
  const unpaid: StatementSummary[] = [];
  let carried = "0.00";
  for (const [month, { total, paid }] of sums) {
    const left = remainingOf(total, paid);
    if (left === "0.00") continue;
    if (dueOf(card.schedule, month) >= from)
      unpaid.push(toStatement(card, month, sums, today, carried));
    if (closingOf(card.schedule, month) < today) carried = add(carried, left);
  }
  return unpaid;
}

/**
 * The statement that a plain transfer to a card pays: the one whose remainder it is exactly, else the oldest
 * begun one with something left, else the one that is open.
 */
export function settledBy(
  card: Card,
  sums: ReadonlyMap<string, Sums> = new Map(),
  amount: string,
  day: string,
): string {
  const open = statementOf(card.schedule, day);
  const left = [...sums]
    .map(([month, { total, paid }]) => ({ month, remaining: remainingOf(total, paid) }))
    .filter(({ month, remaining }) => month <= open && remaining !== "0.00")
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  return (left.find(({ remaining }) => remaining === money(amount)) ?? left[0])?.month ?? open;
}
