import type { Ctx } from "../context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { read } from "../operation.ts";
import { cardOf, isCard, loadAccounts } from "./rows.ts";
import { ListStatementsInput, StatementPage } from "./schemas.ts";
import type { StatementSummary } from "./schemas.ts";
import { statementSums, statementsOf, unpaidOf } from "./statement-rows.ts";

/** A card's statements, newest month first, those of later installments included. */
export const listStatements = read({
  name: "accounts.statements",
  input: ListStatementsInput,
  output: StatementPage,
  async run(ctx, { accountId, limit, cursor }) {
    const card = cardOf(await loadAccounts(ctx), accountId);
    const sums = await statementSums(ctx, accountId);
    const all = statementsOf(card, sums.get(accountId), ctx.today).toReversed();
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, ["month"]);
    const rest = before === undefined ? all : all.filter(({ month }) => month < before);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: rest.length > limit && last ? encodeCursor([last.month]) : null,
      total: all.length,
    };
  },
});

/** What is left to pay of all the person's cards and due from a day on, soonest first. Two statements of SQL. */
export async function unpaidStatements(ctx: Ctx, from: string): Promise<StatementSummary[]> {
  const accounts = await loadAccounts(ctx);
  const sums = await statementSums(ctx);
  return accounts
    .filter(isCard)
    .flatMap((card) => unpaidOf(card, sums.get(card.id), ctx.today, from))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
