import type { Ctx } from "@vida/core/context";
import { readPlanLexicon } from "@vida/core/finance/lexicon";
import { listGoals } from "@vida/core/goals/list";
import { listHabits } from "@vida/core/habits/list";
import { listMetrics } from "@vida/core/metrics/list";
import { parseInput } from "@vida/core/operation";
import type { QuickRead, Read } from "@vida/core/operation";
import type { Lexicon } from "@vida/core/ptbr/types";
import { listEntries } from "@vida/core/tracking/list";
import { readLedgerLexicon } from "@vida/core/transactions/lexicon";
import type { z } from "zod";

/** How many of the newest entries a name like "a água de ontem" may mean. */
const ENTRIES = 60;

/**
 * Reads the names of a person's things inside an open session, as far as there are operations that list
 * them.
 *
 * Shared by understanding, by the resolution of names and by the preview while typing. Each new feature
 * adds its own list here.
 */
export async function loadLexicon(ctx: Ctx): Promise<Lexicon> {
  const metrics = await within(ctx, listMetrics, {});
  const entries = await within(ctx, listEntries, { limit: ENTRIES });
  const habits = await within(ctx, listHabits, {});
  const goals = await within(ctx, listGoals, {});
  const ledger = await readLedgerLexicon(ctx);
  const plan = await readPlanLexicon(ctx);
  const { glass, cup, bottle } = ctx.preferences.tracking;
  return {
    metrics: metrics.items.map(({ id, name, unit }) => ({ id, name, unit })),
    entries: entries.items.map(({ id, type, value, unit, day, metricId }) => ({
      id,
      type,
      value,
      unit,
      day,
      metricId,
    })),
    habits: habits.items.map(({ id, name, target, status }) => ({
      id,
      name,
      target,
      doneDays: status === "done" ? [ctx.today] : [],
    })),
    goals: goals.items.map(({ id, title, unit, targetValue, currentValue }) => ({
      id,
      title,
      unit,
      targetValue,
      currentValue,
    })),
    ...ledger,
    ...plan,
    measures: { glass, cup, bottle },
  };
}

/** Runs a read in a session that is already open. */
async function within<I extends z.ZodType, O extends z.ZodType>(
  ctx: Ctx,
  operation: Read<I, O> | QuickRead<I, O>,
  input: unknown,
): Promise<z.output<O>> {
  const parsed = parseInput(operation.input, input);
  const found =
    operation.kind === "quick"
      ? await operation.run(ctx.tx, parsed, ctx.userId)
      : await operation.run(ctx, parsed);
  return operation.output.parse(found);
}
