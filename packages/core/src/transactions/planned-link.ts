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
 * category, when there is exactly one. One statement.
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
      categoryId: category.id,
    },
    select: { id: true, month: true },
  });
  const byMonth = Map.groupBy(lines, (line) => line.month);
  return new Map(
    [...byMonth].flatMap(([month, [only, ...others]]) =>
      only === undefined || others.length > 0 ? [] : [[month, only.id] as const],
    ),
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
