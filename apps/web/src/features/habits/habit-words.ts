import { frequencyInWords } from "@vida/core/habits/words";

import { number, percent } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type HabitOnDay = Outputs["habits"]["list"]["items"][number];
export type Habit = Outputs["habits"]["history"]["habit"];

export const PERIODS = ["morning", "afternoon", "evening", "anytime"] as const;

/** "12 dias seguidos"; a habit of so many times counts its windows. */
export function streakWords(habit: Pick<Habit, "times">, count: number): string {
  if (habit.times === null) return t("habits.streakDays", { count });
  return t(habit.times.days === 7 ? "habits.streakWeeks" : "habits.streakWindows", { count });
}

/** "todo dia · constância 82%". */
export function habitLine(habit: HabitOnDay): string {
  const reminder = habit.reminderAt?.replace(/^0/, "").replace(":", "h").replace(/h00$/, "h");
  return [
    frequencyInWords(habit),
    ...(reminder === undefined ? [] : [reminder]),
    t("habits.score", { value: percent(habit.score) }),
  ].join(" · ");
}

/** "12 páginas". */
export function amountWords(habit: Pick<Habit, "target">, value: number): string {
  return `${number(value)} ${habit.target?.unit ?? ""}`.trim();
}

/** "12 de 15 páginas", or for a ceiling "3 xícaras, até 2". */
export function valueWords(habit: Pick<Habit, "target">, value: number): string {
  const { target } = habit;
  if (target === null) return number(value);
  return target.direction === "atLeast"
    ? t("habits.valueOf", {
        value: number(value),
        target: `${number(target.value)} ${target.unit}`,
      })
    : t("habits.atMost", { value: amountWords(habit, value), target: number(target.value) });
}

/** How much of the day's target a value is, 0 to 1; a ceiling is kept or not. */
export function shareOf(habit: HabitOnDay): number {
  if (habit.status === "done") return 1;
  const { target, value } = habit;
  if (target === null || value === null || target.direction === "atMost") return 0;
  return target.value === 0 ? 1 : Math.min(1, value / target.value);
}
