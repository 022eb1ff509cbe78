import type { CategoryView } from "../categories/schemas.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";

/** What decides to which planned expenses an expense, or the parts of a purchase, belong. */
export type PlannedFor = {
  readonly months: readonly string[];
  readonly category: CategoryView;
  readonly currency: string;
};

/**
 * The planned expense of each month that new expenses link themselves to: the month's line of their
 * category, or of the one above it when their own has none; when there is exactly one. One statement.
 */
export async function matchPlannedExpenses(
  ctx: Ctx,
  { months, category, currency }: PlannedFor,
): Promise<ReadonlyMap<string, string>> {
  const lines = await ctx.tx.expense.findMany({
    where: {
      userId: ctx.userId,
      month: { in: [...months] },
      currency,
      status: "active",
      OR: [
        { categoryId: category.id },
        { category: { children: { some: { userId: ctx.userId, id: category.id } } } },
      ],
    },
    select: { id: true, month: true, categoryId: true },
  });
  const byMonth = Map.groupBy(lines, (line) => line.month);
  return new Map(
    [...byMonth].flatMap(([month, all]) => {
      const own = all.filter(({ categoryId }) => categoryId === category.id);
      const [only, ...others] = own.length > 0 ? own : all;
      return only === undefined || others.length > 0 ? [] : [[month, only.id] as const];
    }),
  );
}

/** Refuses a planned expense that is not the person's: `not_found` (`expenses.notFound`). */
export async function checkPlannedExpense(ctx: Ctx, plannedExpenseId: string): Promise<void> {
  const line = await ctx.tx.expense.findFirst({
    where: { userId: ctx.userId, id: plannedExpenseId },
    select: { id: true },
  });
  if (line === null) fail("not_found", "expenses.notFound", { plannedExpenseId });
}
