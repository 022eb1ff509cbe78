import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { findGoal } from "./rows.ts";
import { GoalInput, GoalView } from "./schemas.ts";

export const removeGoal = write({
  name: "goals.remove",
  input: GoalInput,
  output: Removed.extend({ title: GoalView.shape.title }),
  touches: ["goals", "dashboard"],
  async run(ctx, { goalId }) {
    const { title } = await findGoal(ctx, goalId);
    await ctx.tx.goal.update({
      where: { userId_id: { userId: ctx.userId, id: goalId } },
      data: { deletedAt: ctx.nowDate, updatedAt: ctx.nowDate },
    });
    return { id: goalId, title };
  },
  trail: ({ title }) => `Meta ${title} removida`,
  async summarize(ctx, { goalId }) {
    const { title } = await findGoal(ctx, goalId);
    return { title: `Remover meta ${title}`, details: [], warnings: [], weight: "heavy" };
  },
});
