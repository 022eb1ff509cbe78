import type { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { expenseCategory } from "../finance/category.ts";
import { standingMonth } from "../finance/recurrence.ts";
import { changeCovers, removalCovers } from "../finance/scope.ts";
import { changeInWords, scopeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { dropExpenses } from "./remove.ts";
import { expenseSeries, fillExpenses, findExpense, viewExpense } from "./rows.ts";
import { ExpenseView, UpdateExpenseInput } from "./schemas.ts";

/**
 * Changes a planned expense in its month, from its month on, or in all months of its series.
 *
 * Only name, category and planned amount spread; a month never does. What was spent stays linked. Refusals:
 * `expenses.excluded`, `expenses.monthTaken`, `categories.notFound`.
 */
export const updateExpense = write({
  name: "expenses.update",
  input: UpdateExpenseInput,
  output: ExpenseView,
  touches: ["expenses", "finance", "dashboard"],
  async run(ctx, input) {
    const category =
      input.categoryKey === undefined ? null : await expenseCategory(ctx, input.categoryKey);
    await lockLedger(ctx);
    const expense = await findExpense(ctx, input.expenseId);
    if (expense.status === "excluded")
      fail("conflict", "expenses.excluded", { expenseId: expense.id });
    // Money may go on moving for a plan, so no row of it is ever closed to a change.
    const series = (await expenseSeries(ctx, expense)).map((row) => ({ ...row, settled: false }));
    const target = { id: expense.id, month: expense.month, settled: false };
    const { changed } = changeCovers(series, target, input.scope);
    const planned: Prisma.ExpenseUncheckedUpdateManyInput = {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(category === null ? {} : { categoryId: category.id }),
      ...(input.planned === undefined ? {} : { planned: input.planned }),
    };
    if (Object.keys(planned).length > 0) {
      const adjusted = input.scope === "this" && expense.groupId !== null;
      await change(ctx, changed, { ...planned, adjusted, updatedAt: ctx.nowDate });
    }
    if (input.month !== undefined && input.month !== expense.month)
      await moveExpense(ctx, expense.id, input.month);
    if (input.recurring !== undefined && input.recurring !== expense.recurring) {
      await change(ctx, [expense.id], {
        recurring: input.recurring,
        groupId: expense.groupId ?? ctx.id(),
        updatedAt: ctx.nowDate,
      });
      if (!input.recurring)
        await dropExpenses(ctx, removalCovers(series, target, "future").dropped);
    }
    await fillExpenses(ctx, standingMonth(ctx.today));
    return viewExpense(ctx, expense.id);
  },
  trail: (expense) =>
    `${expense.name} · ${sumInWords(expense.planned, expense.currency)} previstos, alterado`,
  async summarize(ctx, input) {
    const expense = await viewExpense(ctx, input.expenseId);
    const category =
      input.categoryKey === undefined ? null : await expenseCategory(ctx, input.categoryKey);
    const scope = scopeInWords(input.scope, expense.inSeries);
    const sum = (amount: string): string => sumInWords(amount, expense.currency);
    return {
      title: `Mudar gasto previsto: ${expense.name}`,
      details: [
        ...(input.planned === undefined
          ? []
          : [{ label: "Valor", value: changeInWords(sum(expense.planned), sum(input.planned)) }]),
        ...(input.name === undefined
          ? []
          : [{ label: "Nome", value: changeInWords(expense.name, input.name) }]),
        ...(category === null
          ? []
          : [{ label: "Categoria", value: changeInWords(expense.categoryName, category.name) }]),
        ...(input.month === undefined
          ? []
          : [{ label: "Mês", value: changeInWords(expense.month, input.month) }]),
        ...(scope === null ? [] : [{ label: "Vale para", value: scope }]),
      ],
      warnings: [],
      weight: expense.inSeries && input.scope !== "this" ? "heavy" : "table",
    };
  },
});

async function change(
  ctx: Ctx,
  ids: readonly string[],
  data: Prisma.ExpenseUncheckedUpdateManyInput,
): Promise<void> {
  await ctx.tx.expense.updateMany({ where: { userId: ctx.userId, id: { in: [...ids] } }, data });
}

async function moveExpense(ctx: Ctx, expenseId: string, month: string): Promise<void> {
  try {
    await change(ctx, [expenseId], { month, updatedAt: ctx.nowDate });
  } catch (error) {
    if (isUniqueViolation(error))
      fail("conflict", "expenses.monthTaken", {
        month,
        fields: { month: ["já existe esse gasto nesse mês"] },
      });
    throw error;
  }
}
