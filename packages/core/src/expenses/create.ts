import { expenseCategory } from "../finance/category.ts";
import { standingMonth } from "../finance/recurrence.ts";
import { monthInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { EXPENSE_WITH_CATEGORY, fillExpenses, toExpenseView } from "./rows.ts";
import { CreateExpenseInput, ExpenseView } from "./schemas.ts";

/** Plans what a month may cost in a category. A recurring plan starts a series, filled to two months ahead. */
export const createExpense = write({
  name: "expenses.create",
  input: CreateExpenseInput,
  output: ExpenseView,
  touches: ["expenses", "finance", "dashboard"],
  async run(ctx, input) {
    const category = await expenseCategory(ctx, input.categoryKey);
    await lockLedger(ctx);
    const row = await ctx.tx.expense.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        groupId: input.recurring ? ctx.id() : null,
        name: input.name,
        categoryId: category.id,
        planned: input.planned,
        currency: input.currency ?? ctx.person.currency,
        month: input.month,
        recurring: input.recurring,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      },
      include: EXPENSE_WITH_CATEGORY,
    });
    if (input.recurring) await fillExpenses(ctx, standingMonth(ctx.today));
    return toExpenseView(row, "0.00");
  },
  trail: (expense) =>
    `${expense.name} · ${sumInWords(expense.planned, expense.currency)} previstos${expense.recurring ? " por mês" : ""}`,
  async summarize(ctx, input) {
    const category = await expenseCategory(ctx, input.categoryKey);
    const twin = await ctx.tx.expense.findFirst({
      where: { userId: ctx.userId, month: input.month, status: "active", categoryId: category.id },
    });
    return {
      title: `Gasto previsto: ${input.name}`,
      details: [
        { label: "Valor", value: sumInWords(input.planned, input.currency ?? ctx.person.currency) },
        {
          label: "Mês",
          value: input.recurring
            ? `todo mês, desde ${monthInWords(input.month, ctx.today)}`
            : monthInWords(input.month, ctx.today),
        },
        { label: "Categoria", value: category.name },
      ],
      warnings: twin
        ? [`já há ${sumInWords(twin.planned.toFixed(2), twin.currency)} previstos em ${twin.name}`]
        : [],
      weight: "table",
    };
  },
});
