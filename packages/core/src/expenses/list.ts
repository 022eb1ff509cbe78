import { decodeCursor, encodeCursor } from "../cursor.ts";
import { prolongs } from "../finance/extend.ts";
import { read } from "../operation.ts";
import { EXPENSE_WITH_CATEGORY, actualOf, toExpenseView } from "./rows.ts";
import { ExpensePage, ListExpensesInput } from "./schemas.ts";

/** The planned expenses of a month by name, each with what was really spent. Two statements. */
export const listExpenses = read({
  name: "expenses.list",
  input: ListExpensesInput,
  output: ExpensePage,
  first: (ctx, { month }) => prolongs(ctx, ["expenses"], month),
  async run(ctx, input) {
    const [name, id] =
      input.cursor === undefined ? ["", ""] : decodeCursor(input.cursor, ["text", "id"]);
    const rows = await ctx.tx.expense.findMany({
      where: {
        userId: ctx.userId,
        month: input.month,
        status: input.status,
        ...(input.categoryKey === undefined ? {} : { category: { key: input.categoryKey } }),
        ...(input.cursor === undefined
          ? {}
          : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }),
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: input.limit + 1,
      include: EXPENSE_WITH_CATEGORY,
      relationLoadStrategy: "join",
    });
    const page = rows.slice(0, input.limit);
    const actual = await actualOf(
      ctx,
      page.map((row) => row.id),
    );
    const items = page.map((row) => toExpenseView(row, actual(row.id)));
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.name, last.id]) : null };
  },
});
