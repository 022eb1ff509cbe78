import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { findExpense, viewExpense } from "./rows.ts";
import { ExpenseIdInput, ExpenseView } from "./schemas.ts";

/** Brings an excluded planned expense back into its month (`expenses.notExcluded`). */
export const restoreExpense = write({
  name: "expenses.restore",
  input: ExpenseIdInput,
  output: ExpenseView,
  touches: ["expenses", "finance", "dashboard"],
  async run(ctx, { expenseId }) {
    await lockLedger(ctx);
    const expense = await findExpense(ctx, expenseId);
    if (expense.status !== "excluded") fail("conflict", "expenses.notExcluded", { expenseId });
    await ctx.tx.expense.update({
      where: { userId_id: { userId: ctx.userId, id: expenseId } },
      data: { status: "active", updatedAt: ctx.nowDate },
    });
    return viewExpense(ctx, expenseId);
  },
  trail: (expense) => `${expense.name} de volta aos gastos previstos`,
  async summarize(ctx, { expenseId }) {
    const expense = await findExpense(ctx, expenseId);
    return {
      title: `Trazer de volta: ${expense.name}`,
      details: [],
      warnings: [],
      weight: "table",
    };
  },
});
