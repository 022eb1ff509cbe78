import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";

/** What decides to which planned expense an expense belongs. */
export type PlannedFor = {
  readonly month: string;
  readonly categoryKey: string;
  readonly currency: string;
};

/**
 * The planned expense that a new expense links itself to: the month's line of its category, when there is
 * exactly one. The planned expenses fill this in; it runs one statement.
 */
export function matchPlannedExpense(_ctx: Ctx, _wanted: PlannedFor): Promise<string | null> {
  return Promise.resolve(null);
}

/** Refuses a planned expense that is not the person's: `not_found` (`expenses.notFound`). */
export function checkPlannedExpense(_ctx: Ctx, plannedExpenseId: string): Promise<void> {
  return fail("not_found", "expenses.notFound", { plannedExpenseId });
}
