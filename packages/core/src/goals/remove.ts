import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { dateInWords } from "../tracking/words.ts";
import { findGoal, toGoalView } from "./rows.ts";
import { GoalInput, GoalView } from "./schemas.ts";
import { goalValue } from "./words.ts";

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
    const goal = toGoalView(await findGoal(ctx, goalId), ctx.today);
    const { currentValue, targetValue, unit } = goal;
    return {
      title: `Remover meta ${goal.title}`,
      details: [
        {
          label: "Progresso",
          value: `${goalValue(currentValue, unit)} de ${goalValue(targetValue, unit)}`,
        },
        { label: "Prazo", value: dateInWords(goal.endDate, ctx.today) },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});
