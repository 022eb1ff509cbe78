import { z } from "zod";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { Removed } from "../fields.ts";
import { removalCovers } from "../finance/scope.ts";
import { monthInWords, scopeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { actualOf, expenseSeries, findExpense, toExpenseView, viewExpense } from "./rows.ts";
import { ExpenseView, RemoveExpenseInput } from "./schemas.ts";

/**
 * Takes a planned expense out of its month, from its month on, or out of all months of its series.
 *
 * The row itself is excluded and can be restored; others go. What was spent stays in the ledger, and a plan
 * that something was spent on is excluded instead of deleted, so that its rows keep their link. Removing one
 * twice is refused (`expenses.excluded`).
 */
export const removeExpense = write({
  name: "expenses.remove",
  input: RemoveExpenseInput,
  output: Removed.extend({ removed: z.int(), expense: ExpenseView }),
  touches: ["expenses", "finance", "dashboard"],
  async run(ctx, { expenseId, scope }) {
    await lockLedger(ctx);
    const expense = await findExpense(ctx, expenseId);
    if (expense.status === "excluded") fail("conflict", "expenses.excluded", { expenseId });
    const series = await expenseSeries(ctx, expense);
    const target = { id: expense.id, month: expense.month, settled: false };
    const covered = removalCovers(
      series.map((row) => ({ ...row, settled: false })),
      target,
      scope,
    );
    const spent = series
      .filter((row) => row.settled && covered.dropped.includes(row.id))
      .map((row) => row.id);
    await ctx.tx.expense.updateMany({
      where: { userId: ctx.userId, id: { in: [expenseId, ...spent] } },
      data: {
        status: "excluded",
        ...(covered.ends ? { recurring: false } : {}),
        updatedAt: ctx.nowDate,
      },
    });
    await dropExpenses(
      ctx,
      covered.dropped.filter((id) => !spent.includes(id)),
    );
    const actual = await actualOf(ctx, [expenseId]);
    const view = toExpenseView({ ...expense, status: "excluded" }, actual(expenseId));
    return { id: expenseId, removed: 1 + covered.dropped.length, expense: view };
  },
  trail: ({ expense, removed }) =>
    `${expense.name} · ${sumInWords(expense.planned, expense.currency)} previstos, apagado${removed > 1 ? ` em ${removed} meses` : ""}`,
  async summarize(ctx, { expenseId, scope }) {
    const expense = await viewExpense(ctx, expenseId);
    const covered = scopeInWords(scope, expense.inSeries);
    return {
      title: `Apagar gasto previsto: ${expense.name}`,
      details: [
        { label: "Previsto", value: sumInWords(expense.planned, expense.currency) },
        { label: "Gasto", value: sumInWords(expense.actual, expense.currency) },
        { label: "Mês", value: monthInWords(expense.month, ctx.today) },
        ...(covered === null ? [] : [{ label: "Vale para", value: covered }]),
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});

/** Deletes planned expenses that nothing was spent on. */
export async function dropExpenses(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await ctx.tx.expense.deleteMany({
      where: { userId: ctx.userId, id: { in: [...ids] }, spent: { none: {} } },
    });
}
