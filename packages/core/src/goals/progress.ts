import { write } from "../operation.ts";
import { WITH_MILESTONES, findGoal, toGoalView } from "./rows.ts";
import { GoalView, ProgressInput } from "./schemas.ts";
import { goalValue } from "./words.ts";

/** Says how far one has come. */
export const recordProgress = write({
  name: "goals.progress",
  input: ProgressInput,
  output: GoalView,
  touches: ["goals", "dashboard"],
  async run(ctx, { goalId, currentValue }) {
    await findGoal(ctx, goalId);
    const row = await ctx.tx.goal.update({
      where: { userId_id: { userId: ctx.userId, id: goalId } },
      data: { currentValue, updatedAt: ctx.nowDate },
      include: WITH_MILESTONES,
    });
    return toGoalView(row, ctx.today);
  },
  trail: (goal) => `${goal.title} · ${goalValue(goal.currentValue, goal.unit)}`,
  async summarize(ctx, { goalId, currentValue }) {
    const goal = toGoalView(await findGoal(ctx, goalId), ctx.today);
    return {
      title: goal.title,
      details: [
        { label: "De", value: goalValue(goal.currentValue, goal.unit) },
        { label: "Para", value: goalValue(currentValue, goal.unit) },
        { label: "Alvo", value: goalValue(goal.targetValue, goal.unit) },
      ],
      warnings: [],
      weight: "line",
    };
  },
});
