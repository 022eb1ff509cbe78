import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { findGoal, toMilestoneView } from "./rows.ts";
import {
  AddMilestoneInput,
  CompleteMilestoneInput,
  MilestoneInput,
  MilestoneView,
} from "./schemas.ts";

async function findMilestone(ctx: Ctx, milestoneId: string) {
  const row = await ctx.tx.goalMilestone.findFirst({
    where: { userId: ctx.userId, id: milestoneId, goal: { deletedAt: null } },
  });
  return row ?? fail("not_found", "goals.milestoneNotFound", { milestoneId });
}

export const addMilestone = write({
  name: "goals.addMilestone",
  input: AddMilestoneInput,
  output: MilestoneView,
  touches: ["goals"],
  async run(ctx, { goalId, title, targetValue }) {
    const goal = await findGoal(ctx, goalId);
    const row = await ctx.tx.goalMilestone.create({
      data: {
        userId: ctx.userId,
        id: ctx.id(),
        goalId,
        title,
        targetValue: targetValue ?? null,
        sortOrder: (goal.milestones.at(-1)?.sortOrder ?? -1) + 1,
        createdAt: ctx.nowDate,
      },
    });
    return toMilestoneView(row);
  },
  trail: ({ title }) => `Marco ${title} criado`,
});

export const completeMilestone = write({
  name: "goals.completeMilestone",
  input: CompleteMilestoneInput,
  output: MilestoneView,
  touches: ["goals", "dashboard"],
  async run(ctx, { milestoneId, completed }) {
    await findMilestone(ctx, milestoneId);
    const row = await ctx.tx.goalMilestone.update({
      where: { userId_id: { userId: ctx.userId, id: milestoneId } },
      data: { completedAt: completed ? ctx.nowDate : null },
    });
    return toMilestoneView(row);
  },
  trail: ({ title, completedAt }) =>
    `Marco ${title} ${completedAt === null ? "reaberto" : "alcançado"}`,
});

export const removeMilestone = write({
  name: "goals.removeMilestone",
  input: MilestoneInput,
  output: Removed.extend({ title: MilestoneView.shape.title }),
  touches: ["goals"],
  async run(ctx, { milestoneId }) {
    const { title } = await findMilestone(ctx, milestoneId);
    await ctx.tx.goalMilestone.delete({
      where: { userId_id: { userId: ctx.userId, id: milestoneId } },
    });
    return { id: milestoneId, title };
  },
  trail: ({ title }) => `Marco ${title} removido`,
});
