import { decodeCursor, encodeCursor } from "../cursor.ts";
import { read } from "../operation.ts";
import { factsOf, paidAmounts, toDebtView } from "./rows.ts";
import { debtStatus, isVisibleIn } from "./rules.ts";
import { DebtPage, ListDebtsInput } from "./schemas.ts";

/** The debts of the person, oldest first; of a month only those that belong in it. Two statements. */
export const listDebts = read({
  name: "debts.list",
  input: ListDebtsInput,
  output: DebtPage,
  async run(ctx, { month, status, limit, cursor }) {
    const rows = await ctx.tx.debt.findMany({
      where: { userId: ctx.userId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const wanted = rows.filter((row) => {
      const facts = factsOf(row);
      return (
        (month === undefined || isVisibleIn(facts, month)) &&
        (status === undefined || debtStatus(facts, ctx.today) === status)
      );
    });
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, ["id"]);
    const start = after === undefined ? 0 : wanted.findIndex((row) => row.id === after) + 1;
    const page = wanted.slice(start, start + limit);
    const paid = await paidAmounts(ctx);
    const last = page.at(-1);
    const more = start + limit < wanted.length && last !== undefined;
    return {
      items: page.map((row) => toDebtView(row, paid(row.id), ctx.today)),
      nextCursor: more ? encodeCursor([last.id]) : null,
      total: wanted.length,
    };
  },
});
