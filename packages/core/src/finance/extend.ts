import { z } from "zod";

import { fillBills } from "../bills/rows.ts";
import type { Ctx } from "../context.ts";
import { fillExpenses } from "../expenses/rows.ts";
import { fillIncomes } from "../incomes/rows.ts";
import { write } from "../operation.ts";
import type { Write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { PlanMonth } from "./fields.ts";
import { horizonOf } from "./recurrence.ts";
import { lacksMonths } from "./series.ts";
import type { SeriesTable } from "./series.ts";
import { monthInWords } from "./words.ts";

const ExtendInput = z.object({ until: PlanMonth });
const ExtendView = z.object({
  until: PlanMonth,
  bills: z.int(),
  expenses: z.int(),
  incomes: z.int(),
  words: z.string(),
});

/**
 * Makes the rows that recurring bills, planned expenses and incomes lack up to a month.
 *
 * At most 24 months beyond the current one, each row once (unique per person, series and month). Lists of a
 * later month and the nightly job run it; nothing that only reads does.
 */
export const extendPlan = write({
  name: "finance.extend",
  input: ExtendInput,
  output: ExtendView,
  touches: ["bills", "expenses", "incomes", "finance"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const until = horizonOf(input.until, ctx.today);
    const words = monthInWords(input.until, ctx.today);
    if (until === null) return { until: input.until, bills: 0, expenses: 0, incomes: 0, words };
    const bills = await fillBills(ctx, until);
    const expenses = await fillExpenses(ctx, until);
    const incomes = await fillIncomes(ctx, until);
    return { until, bills, expenses, incomes, words };
  },
  trail: ({ bills, expenses, incomes, words }) =>
    bills + expenses + incomes === 0
      ? null
      : `Contas e receitas que se repetem preparadas até ${words}`,
});

/** What a list of a month needs done first: rows of series that do not reach it yet, or nothing. */
export async function prolongs(
  ctx: Ctx,
  tables: readonly SeriesTable[],
  month: string,
): Promise<{ operation: Write; input: unknown } | null> {
  const until = horizonOf(month, ctx.today);
  if (until === null || !(await lacksMonths(ctx, tables, until))) return null;
  return { operation: extendPlan, input: { until } };
}
