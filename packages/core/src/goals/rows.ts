import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { daysBetween } from "../dates.ts";
import { fail } from "../errors.ts";
import { AREA_OF } from "../fields.ts";
import type { Area, SubArea } from "../fields.ts";
import { elapsedOf, isAtRisk, progressOf, statusOf } from "./rules.ts";
import { GoalView, MilestoneView } from "./schemas.ts";

export const WITH_MILESTONES = {
  milestones: { orderBy: [{ sortOrder: "asc" }, { createdAt: "asc" }] },
} satisfies Prisma.GoalInclude;
export type GoalRow = Prisma.GoalGetPayload<{ include: typeof WITH_MILESTONES }>;

export function toMilestoneView(row: GoalRow["milestones"][number]): MilestoneView {
  return MilestoneView.parse({
    ...row,
    targetValue: row.targetValue?.toNumber() ?? null,
    completedAt: row.completedAt ? isoInstant(row.completedAt) : null,
  });
}

export function toGoalView(row: GoalRow, today: string): GoalView {
  const course = {
    direction: row.direction === "decrease" ? ("decrease" as const) : ("increase" as const),
    baseline: row.baseline.toNumber(),
    targetValue: row.targetValue.toNumber(),
    currentValue: row.currentValue.toNumber(),
    startDate: dateToDay(row.startDate),
    endDate: dateToDay(row.endDate),
  };
  return GoalView.parse({
    ...row,
    ...course,
    status: statusOf(course, today),
    progress: progressOf(course),
    elapsed: elapsedOf(course, today),
    daysRemaining: Math.max(0, daysBetween(today, course.endDate)),
    atRisk: isAtRisk(course, today),
    milestones: row.milestones.map(toMilestoneView),
    createdAt: isoInstant(row.createdAt),
  });
}

/** A goal that is not removed, or `not_found` (`goals.notFound`). */
export async function findGoal(ctx: Ctx, goalId: string): Promise<GoalRow> {
  const row = await ctx.tx.goal.findFirst({
    where: { userId: ctx.userId, id: goalId, deletedAt: null },
    include: WITH_MILESTONES,
    relationLoadStrategy: "join",
  });
  return row ?? fail("not_found", "goals.notFound", { goalId });
}

type Checked = {
  direction: "increase" | "decrease";
  baseline: number;
  targetValue: number;
  startDate: string;
  endDate: string;
  area: Area;
  subArea: SubArea | null;
};

/** Refuses a goal that ends before it starts, or whose target lies on the wrong side of its baseline. */
export function checkGoal(goal: Checked): void {
  if (goal.endDate <= goal.startDate)
    fail("invalid", "goals.badDates", {
      fields: { endDate: ["o prazo precisa ser depois do início"] },
    });
  const reachable =
    goal.direction === "increase"
      ? goal.targetValue > goal.baseline
      : goal.targetValue < goal.baseline;
  if (!reachable)
    fail("invalid", "goals.badTarget", {
      fields: { targetValue: ["o alvo precisa ficar além do ponto de partida"] },
    });
  if (goal.subArea !== null && AREA_OF[goal.subArea] !== goal.area)
    fail("invalid", "areas.mismatch", { fields: { subArea: ["não pertence a essa área"] } });
}
