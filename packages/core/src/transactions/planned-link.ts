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
 * category, when there is exactly one. The planned expenses fill this in, with one statement.
 */
export function matchPlannedExpenses(
  _ctx: Ctx,
  _wanted: PlannedFor,
): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map());
}

/** Refuses a planned expense that is not the person's: `not_found` (`expenses.notFound`). */
export function checkPlannedExpense(_ctx: Ctx, plannedExpenseId: string): Promise<void> {
  return fail("not_found", "expenses.notFound", { plannedExpenseId });
}
