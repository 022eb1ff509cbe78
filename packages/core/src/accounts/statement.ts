import type { Ctx } from "../context.ts";
import { read } from "../operation.ts";
import { findTransactions } from "../transactions/rows.ts";
import { cardOf, loadAccounts } from "./rows.ts";
import type { Card } from "./rows.ts";
import { ReadStatementInput, StatementView } from "./schemas.ts";
import type { StatementSummary } from "./schemas.ts";
import { statementSums, toStatement } from "./statement-rows.ts";

/** One statement of a card with its lines and payments; a month without any is an empty one. */
export const readStatement = read({
  name: "accounts.statement",
  input: ReadStatementInput,
  output: StatementView,
  async run(ctx, { accountId, month }) {
    const card = cardOf(await loadAccounts(ctx), accountId);
    const rows = await findTransactions(ctx, {
      OR: [
        { accountId, statementMonth: month },
        { toAccountId: accountId, settlesMonth: month },
      ],
    });
    return {
      ...(await statementNow(ctx, card, month)),
      items: rows.filter((row) => row.accountId === accountId && row.statementMonth === month),
      payments: rows.filter((row) => row.toAccountId === accountId && row.settlesMonth === month),
    };
  },
});

/** A statement's days and sums as they stand today. */
export async function statementNow(ctx: Ctx, card: Card, month: string): Promise<StatementSummary> {
  const sums = (await statementSums(ctx, card.id)).get(card.id);
  return toStatement(card, month, sums, ctx.today);
}
