import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { missingMonths } from "../finance/recurrence.ts";
import type { ScopedRow } from "../finance/scope.ts";
import { markSpoken, openSeries } from "../finance/series.ts";
import { money, subtract } from "../money.ts";
import { ExpenseView } from "./schemas.ts";

export const EXPENSE_WITH_CATEGORY = {
  category: { select: { key: true, name: true } },
} satisfies Prisma.ExpenseInclude;
export type ExpenseRow = Prisma.ExpenseGetPayload<{ include: typeof EXPENSE_WITH_CATEGORY }>;

export function toExpenseView(row: ExpenseRow, actual: string): ExpenseView {
  const planned = row.planned.toFixed(2);
  return ExpenseView.parse({
    ...row,
    categoryKey: row.category.key,
    categoryName: row.category.name,
    planned,
    actual,
    left: subtract(planned, actual),
    inSeries: row.groupId !== null,
    createdAt: isoInstant(row.createdAt),
  });
}

/** What was really spent on planned expenses: the sum of the expense transactions linked to each, in one statement. */
export async function actualOf(
  ctx: Ctx,
  expenseIds: readonly string[],
): Promise<(expenseId: string) => string> {
  const rows = await ctx.tx.$queryRaw<{ id: string; actual: string }[]>`
    select e.id, sum(t.amount)::text as actual
      from expenses e
      join transactions t on t.user_id = e.user_id and t.planned_expense_id = e.id and t.kind = 'expense' and t.currency = e.currency
     where e.user_id = ${ctx.userId}::uuid and e.id = any(${[...expenseIds]}::uuid[])
     group by e.id`;
  const byId = new Map(rows.map(({ id, actual }) => [id, money(actual)]));
  return (expenseId) => byId.get(expenseId) ?? "0.00";
}

/** The planned expense of the person, or `not_found` (`expenses.notFound`). */
export async function findExpense(ctx: Ctx, expenseId: string): Promise<ExpenseRow> {
  const row = await ctx.tx.expense.findFirst({
    where: { userId: ctx.userId, id: expenseId },
    include: EXPENSE_WITH_CATEGORY,
    relationLoadStrategy: "join",
  });
  return row ?? fail("not_found", "expenses.notFound", { expenseId });
}

/** As `findExpense`, in the form that leaves the house. */
export async function viewExpense(ctx: Ctx, expenseId: string): Promise<ExpenseView> {
  const row = await findExpense(ctx, expenseId);
  return toExpenseView(row, (await actualOf(ctx, [expenseId]))(expenseId));
}

/** The rows of a series, itself included; itself alone when it has none. `settled`: something was spent on it. */
export async function expenseSeries(ctx: Ctx, expense: ExpenseRow): Promise<ScopedRow[]> {
  const rows = await ctx.tx.expense.findMany({
    where: {
      userId: ctx.userId,
      ...(expense.groupId === null ? { id: expense.id } : { groupId: expense.groupId }),
    },
    select: { id: true, month: true, spent: { select: { id: true }, take: 1 } },
    relationLoadStrategy: "join",
  });
  return rows.map(({ id, month, spent }) => ({ id, month, settled: spent.length > 0 }));
}

/** Makes the months that recurring planned expenses lack up to `until`; answers how many rows. The ledger is locked. */
export async function fillExpenses(ctx: Ctx, until: string): Promise<number> {
  const open = await openSeries(ctx, "expenses", until);
  if (open.length === 0) return 0;
  const rows = await ctx.tx.expense.findMany({
    where: { userId: ctx.userId, id: { in: open.map(({ id }) => id) } },
  });
  const latest = new Map(open.map((series) => [series.id, series.latest]));
  const { count } = await ctx.tx.expense.createMany({
    data: rows.flatMap(({ name, categoryId, planned, currency, groupId, id }) =>
      missingMonths({ latest: latest.get(id) ?? until, ended: false }, until).map((month) => ({
        userId: ctx.userId,
        id: ctx.id(),
        groupId,
        name,
        categoryId,
        planned,
        currency,
        month,
        recurring: true,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      })),
    ),
    skipDuplicates: true,
  });
  await markSpoken(
    ctx,
    "expenses",
    rows.map(({ id }) => id),
  );
  return count;
}
