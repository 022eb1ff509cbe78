import { isCard } from "../accounts/rows.ts";
import type { Account } from "../accounts/rows.ts";
import { closingOf, isSettled } from "../accounts/rules.ts";
import { NO_SUMS, statementSums } from "../accounts/statement-rows.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { findTransactions } from "./rows.ts";
import type { LedgerRow } from "./rows.ts";
import type { Scope } from "./schemas.ts";

/** The rows that a change covers, and the other parts of the purchase. */
export type Covered = {
  readonly rows: readonly LedgerRow[];
  readonly others: readonly LedgerRow[];
};

/**
 * The parts of a purchase that a scope covers: `this` the one, `open` those whose statement has not closed,
 * `all` every one; parts of a statement that is paid stay out of both. A row that is no part is itself alone.
 * Nothing left to cover is `conflict` (`transactions.allPaid`).
 */
export async function covered(
  ctx: Ctx,
  row: LedgerRow,
  scope: Scope,
  accounts: readonly Account[],
): Promise<Covered> {
  if (row.groupId === null) return { rows: [row], others: [] };
  const group = await findTransactions(ctx, { groupId: row.groupId });
  if (scope === "this") return { rows: [row], others: group.filter(({ id }) => id !== row.id) };
  const sums = await statementSums(ctx);
  const inScope = (part: LedgerRow): boolean => {
    const card = accounts.find(({ id }) => id === part.accountId);
    const month = part.statementMonth;
    if (card === undefined || !isCard(card) || month === null) return true;
    if (isSettled(sums.get(card.id)?.get(month) ?? NO_SUMS)) return false;
    return scope === "all" || closingOf(card.schedule, month) >= ctx.today;
  };
  const rows = group.filter(inScope);
  if (rows.length === 0) fail("conflict", "transactions.allPaid");
  return { rows, others: group.filter((part) => !inScope(part)) };
}

/** What a row settles may be taken back only where it was done: `conflict` (`transactions.settles`). */
export function refuseSettling(
  row: LedgerRow,
  links: readonly ("billId" | "incomeId" | "debtPaymentId" | "investmentId")[],
): void {
  const link = links.find((name) => row[name] !== null);
  if (link !== undefined) fail("conflict", "transactions.settles", { [link]: row[link] });
}
