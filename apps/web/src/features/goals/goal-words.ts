import { countsMoney, goalValue } from "@vida/core/goals/words";

import { number, percent, shortDay } from "../../lib/format.ts";
import { t } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type Goal = Outputs["goals"]["list"]["items"][number];
export type Milestone = Goal["milestones"][number];

export type Pace = "reached" | "failed" | "atRisk" | "ahead" | "onPace" | "notStarted";

/** How far ahead of its time the way gone has to be to count as ahead of the plan. */
const AHEAD = 10;

export function paceOf(goal: Goal): Pace {
  if (goal.status === "completed") return "reached";
  if (goal.status === "failed") return "failed";
  if (goal.atRisk) return "atRisk";
  if (goal.progress - goal.elapsed >= AHEAD) return "ahead";
  return goal.status === "not_started" ? "notStarted" : "onPace";
}

const PACE = {
  reached: "goals.reachedOne",
  failed: "goals.failedOne",
  atRisk: "goals.atRisk",
  ahead: "goals.ahead",
  onPace: "goals.onPace",
  notStarted: "goals.notStarted",
} as const;

export function paceWords(pace: Pace): string {
  return t(PACE[pace]);
}

/** "9 de 24 livros", or for a number that should fall "81,2 kg, rumo a 78". */
export function amountOf(goal: Goal): string {
  const up = goal.direction === "increase";
  if (countsMoney(goal.unit)) {
    const current = goalValue(goal.currentValue, goal.unit);
    const target = goalValue(goal.targetValue, goal.unit);
    return t(up ? "goals.amountMoney" : "goals.amountMoneyDown", { current, target });
  }
  const values = {
    current: number(goal.currentValue),
    target: number(goal.targetValue),
    unit: goal.unit,
  };
  return t(up ? "goals.amount" : "goals.amountDown", values);
}

/** "faltam 61 dias", "o prazo é hoje", "o prazo foi 12 mar.". */
export function timeLeft(goal: Goal, today: string): string {
  if (goal.endDate < today) return t("goals.endedOn", { day: shortDay(goal.endDate, today) });
  if (goal.daysRemaining === 0) return t("goals.lastDay");
  return t("goals.daysLeft", { count: goal.daysRemaining });
}

/** What is enough from now on, in the largest span that still says something; null when nothing is left to do. */
export function neededWords(goal: Goal): string | null {
  const left = Math.abs(goal.targetValue - goal.currentValue);
  const open = goal.status === "in_progress" || goal.status === "not_started";
  if (!open || left === 0 || goal.daysRemaining === 0) return null;
  const daily = left / goal.daysRemaining;
  const [key, value] =
    daily >= 1 || goal.daysRemaining < 7
      ? (["goals.paceDay", daily] as const)
      : daily * 7 >= 1 || goal.daysRemaining < 30
        ? (["goals.paceWeek", daily * 7] as const)
        : (["goals.paceMonth", daily * 30] as const);
  const words = countsMoney(goal.unit)
    ? goalValue(Math.ceil(value), goal.unit)
    : `${number(value, value < 10 ? 1 : 0)} ${goal.unit}`;
  return t(key, { value: words });
}

export function riskWords(goal: Goal): string {
  return t("goals.atRiskText", {
    elapsed: percent(goal.elapsed / 100),
    progress: percent(goal.progress / 100),
  });
}

/** The first milestone that is still open and still ahead. */
export function nextMilestone(goal: Goal): Milestone | undefined {
  const { currentValue, direction } = goal;
  const passed = (value: number): boolean =>
    direction === "increase" ? value <= currentValue : value >= currentValue;
  return goal.milestones.find(
    ({ completedAt, targetValue }) =>
      completedAt === null && (targetValue === null || !passed(targetValue)),
  );
}
