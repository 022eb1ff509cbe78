import type { Preferences } from "@vida/core/account/preferences";
import type { Services } from "@vida/core/context";
import { listGoals } from "@vida/core/goals/list";
import { listHabits } from "@vida/core/habits/list";
import { listMetrics } from "@vida/core/metrics/list";
import { execute } from "@vida/core/operation";
import type { Lexicon } from "@vida/core/ptbr/types";
import { listEntries } from "@vida/core/tracking/list";

/** How many of the newest entries a name like "a água de ontem" may mean. */
const ENTRIES = 60;

/**
 * Reads the names of a person's things, as far as there are operations that list them.
 *
 * Shared by understanding, by the resolution of names and by the preview while typing. Each new feature
 * adds its own list here.
 */
export async function loadLexicon(
  services: Services,
  userId: string,
  preferences: Preferences,
  today: string,
): Promise<Lexicon> {
  const caller = { userId, actor: "assistant" } as const;
  const [metrics, entries, habits, goals] = await Promise.all([
    execute(services, listMetrics, {}, caller),
    execute(services, listEntries, { limit: ENTRIES }, caller),
    execute(services, listHabits, {}, caller),
    execute(services, listGoals, {}, caller),
  ]);
  const { glass, cup, bottle } = preferences.tracking;
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
      doneDays: status === "done" ? [today] : [],
    })),
    goals: goals.items.map(({ id, title, unit, targetValue, currentValue }) => ({
      id,
      title,
      unit,
      targetValue,
      currentValue,
    })),
    measures: { glass, cup, bottle },
  };
}
