import type { CreateHabitInput } from "@vida/core/habits/schemas";

import { number, parseNumber } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Habit } from "./habit-words.ts";
import type { Preset } from "./presets.ts";

/** What stands in the form: texts as they are typed. */
export type HabitDraft = {
  name: string;
  icon: string;
  frequency: CreateHabitInput["frequency"];
  frequencyDays: readonly string[];
  times: string;
  timesDays: string;
  measured: boolean;
  direction: "atLeast" | "atMost";
  targetValue: string;
  targetUnit: string;
  periodOfDay: NonNullable<CreateHabitInput["periodOfDay"]>;
  reminderAt: string;
};

export const EMPTY_DRAFT: HabitDraft = {
  name: "",
  icon: "",
  frequency: "daily",
  frequencyDays: ["1", "3", "5"],
  times: "3",
  timesDays: "7",
  measured: false,
  direction: "atLeast",
  targetValue: "",
  targetUnit: "",
  periodOfDay: "anytime",
  reminderAt: "",
};

/** The form of a habit that exists, or of an idea for one. */
export function draftOf(habit: Habit | Preset): HabitDraft {
  const { frequencyDays = [], times, target, periodOfDay = "anytime" } = habit;
  return {
    ...EMPTY_DRAFT,
    name: habit.name,
    icon: habit.icon === "✓" ? "" : habit.icon,
    frequency: habit.frequency,
    ...(frequencyDays.length === 0 ? {} : { frequencyDays: frequencyDays.map(String) }),
    ...(times ? { times: String(times.times), timesDays: String(times.days) } : {}),
    ...(target
      ? {
          measured: true,
          direction: target.direction,
          targetValue: number(target.value),
          targetUnit: target.unit,
        }
      : {}),
    periodOfDay,
    reminderAt: "reminderAt" in habit ? (habit.reminderAt ?? "") : "",
  };
}

export type DraftErrors = Partial<
  Record<"name" | "frequencyDays" | "times" | "targetValue" | "targetUnit", string>
>;

/** The habit that a form asks for, or what is still wrong with it, by field. */
export function readDraft(
  draft: HabitDraft,
): { input: CreateHabitInput; errors: null } | { input: null; errors: DraftErrors } {
  const errors: DraftErrors = {};
  const [times, days] = [parseNumber(draft.times), parseNumber(draft.timesDays)];
  const value = parseNumber(draft.targetValue);
  if (draft.name.trim() === "") errors.name = t("form.required");
  if (draft.frequency === "custom" && draft.frequencyDays.length === 0)
    errors.frequencyDays = t("reason.habits.badFrequency");
  if (draft.frequency === "times" && !areTimes(times, days))
    errors.times = t("reason.habits.badFrequency");
  if (draft.measured && (value === null || value < 0)) errors.targetValue = t("form.notANumber");
  if (draft.measured && draft.targetUnit.trim() === "") errors.targetUnit = t("form.required");
  if (Object.keys(errors).length > 0) return { input: null, errors };
  const input: CreateHabitInput = {
    name: draft.name.trim(),
    icon: draft.icon.trim() === "" ? "✓" : draft.icon.trim(),
    frequency: draft.frequency,
    frequencyDays: draft.frequency === "custom" ? draft.frequencyDays.map(Number) : [],
    times: draft.frequency === "times" ? { times: times ?? 1, days: days ?? 7 } : null,
    target: draft.measured
      ? { value: value ?? 0, unit: draft.targetUnit.trim(), direction: draft.direction }
      : null,
    periodOfDay: draft.periodOfDay,
    reminderAt: draft.reminderAt === "" ? null : draft.reminderAt,
  };
  return { input, errors: null };
}

function areTimes(times: number | null, days: number | null): boolean {
  const whole = [times, days].every((one) => one !== null && Number.isInteger(one) && one >= 1);
  return whole && (times ?? 0) <= (days ?? 0) && (days ?? 0) <= 366;
}
