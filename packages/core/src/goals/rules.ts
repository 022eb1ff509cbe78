import { daysBetween } from "../dates.ts";
import type { GoalStatus, GoalView } from "./schemas.ts";

export type Course = {
  readonly direction: "increase" | "decrease";
  readonly baseline: number;
  readonly targetValue: number;
  readonly currentValue: number;
  readonly startDate: string;
  readonly endDate: string;
};

const clamp = (value: number): number => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;

/** Way gone from baseline to target in percent, 0 to 100; the same formula serves both directions. */
export function progressOf({ baseline, targetValue, currentValue }: Course): number {
  return targetValue === baseline
    ? 100
    : clamp(((currentValue - baseline) / (targetValue - baseline)) * 100);
}

/** Time gone from start to end in percent, 0 to 100. */
export function elapsedOf({ startDate, endDate }: Course, today: string): number {
  return clamp(
    (daysBetween(startDate, today) / Math.max(1, daysBetween(startDate, endDate))) * 100,
  );
}

/** Reached is completed whatever the day; past its end and not reached is failed. */
export function statusOf(course: Course, today: string): GoalStatus {
  if (progressOf(course) >= 100) return "completed";
  if (today > course.endDate) return "failed";
  return course.currentValue === course.baseline ? "not_started" : "in_progress";
}

/** A goal is at risk when its time runs more than 20 points ahead of its progress. */
export function isAtRisk(course: Course, today: string): boolean {
  const status = statusOf(course, today);
  return (
    (status === "in_progress" || status === "not_started") &&
    elapsedOf(course, today) - progressOf(course) > 20
  );
}

/**
 * The goals at risk that a person wants to hear of: of the areas that weigh most with them first, then as
 * they were given; an area that weighs nothing stays silent.
 */
export function pressing<G extends Pick<GoalView, "atRisk" | "area">>(
  goals: readonly G[],
  weights: Readonly<Record<string, number>>,
): G[] {
  const weightOf = ({ area }: G): number => weights[area] ?? 1;
  return goals
    .filter((goal) => goal.atRisk && weightOf(goal) > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
}
