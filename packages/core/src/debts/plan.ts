import type { Ctx } from "../context.ts";
import { monthOf } from "../dates.ts";
import { fail } from "../errors.ts";

export type WantedPlan = {
  readonly installments?: number | undefined;
  readonly installmentAmount?: string | undefined;
  readonly dueDay?: number | undefined;
  readonly startMonth?: string | undefined;
};

/** The agreement in full: what is missing of it is `invalid` (`debts.planRequired`); the start defaults to this month. */
export function completePlan(
  ctx: Ctx,
  wanted: WantedPlan,
): { installments: number; installmentAmount: string; dueDay: number; startMonth: string } {
  const { installments, installmentAmount, dueDay, startMonth = monthOf(ctx.today) } = wanted;
  if (installments === undefined || installmentAmount === undefined || dueDay === undefined) {
    const needed = { installments, installmentAmount, dueDay };
    const missing = Object.entries(needed).filter(([, value]) => value === undefined);
    return fail("invalid", "debts.planRequired", {
      fields: Object.fromEntries(
        missing.map(([field]) => [field, ["uma dívida parcelada precisa disto"]]),
      ),
    });
  }
  return { installments, installmentAmount, dueDay, startMonth };
}
