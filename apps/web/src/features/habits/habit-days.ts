import { epochDay } from "@vida/core/dates";
import { isExpected, marksOf } from "@vida/core/habits/rules";

import { addDays, weekday } from "../../lib/days.ts";
import type { Outputs } from "../../trpc/context.ts";

export type HabitHistory = Outputs["habits"]["history"];
type Completion = HabitHistory["completions"][number];

/** What a day was for a habit: done, done in part, skipped, left open, not due, or before it began. */
export type DayMark = "done" | "part" | "skipped" | "missed" | "off";

export type HabitDay = { day: string; mark: DayMark; completion: Completion | null };

/** Tells for any day what it was for the habit. */
export function readDays(history: HabitHistory, today: string): (day: string) => HabitDay {
  const { habit, completions } = history;
  const of = new Map(completions.map((one) => [one.day, one]));
  const marks = marksOf(completions);
  const first = [habit.startDay, ...completions.map((one) => one.day)].toSorted()[0] ?? today;
  return (day) => {
    const completion = of.get(day) ?? null;
    if (completion !== null) return { day, mark: markOf(completion), completion };
    // A habit of so many times has no fixed days: an empty one is not a missed one.
    const due = habit.times === null && day >= first && isExpected(habit, marks, epochDay(day));
    return { day, mark: due && day < today ? "missed" : "off", completion };
  };
}

function markOf({ status, met }: Completion): DayMark {
  if (status === "skipped") return "skipped";
  return met ? "done" : "part";
}

/** The days of about a year up to a day, in columns of weeks that begin on Sunday. */
export function weeksUpTo(today: string, weeks = 53): string[][] {
  const sunday = addDays(today, -weekday(today) - 7 * (weeks - 1));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, index) => addDays(sunday, week * 7 + index)).filter(
      (day) => day <= today,
    ),
  );
}
