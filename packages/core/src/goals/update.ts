import { dayToDate } from "../dates.ts";
import { write } from "../operation.ts";
import { dateInWords } from "../tracking/words.ts";
import { WITH_MILESTONES, checkGoal, findGoal, toGoalView } from "./rows.ts";
import { GoalView, UpdateGoalInput } from "./schemas.ts";
import { goalValue } from "./words.ts";

/** Changes what a goal is; how far one has come is told by `goals.progress`. */
export const updateGoal = write({
  name: "goals.update",
  input: UpdateGoalInput,
  output: GoalView,
  touches: ["goals", "dashboard"],
  async run(ctx, { goalId, ...changes }) {
    const current = toGoalView(await findGoal(ctx, goalId), ctx.today);
    const given = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    const next = { ...current, ...given };
    checkGoal(next);
    const {
      title,
      description,
      area,
      subArea,
      unit,
      direction,
      baseline,
      targetValue,
      startDate,
      endDate,
    } = next;
    const row = await ctx.tx.goal.update({
      where: { userId_id: { userId: ctx.userId, id: goalId } },
      data: {
        title,
        description,
        area,
        subArea,
        unit,
        direction,
        baseline,
        targetValue,
        // A goal not begun stands at its baseline, wherever that moves.
        currentValue: current.currentValue === current.baseline ? baseline : current.currentValue,
        startDate: dayToDate(startDate),
        endDate: dayToDate(endDate),
        updatedAt: ctx.nowDate,
      },
      include: WITH_MILESTONES,
    });
    return toGoalView(row, ctx.today);
  },
  trail: (goal) => `Meta ${goal.title} alterada`,
  async summarize(ctx, { goalId, ...changes }) {
    const goal = toGoalView(await findGoal(ctx, goalId), ctx.today);
    return {
      title: `Mudar meta ${goal.title}`,
      details: [
        ...(changes.title === undefined
          ? []
          : [{ label: "Meta", value: `${goal.title} → ${changes.title}` }]),
        ...(changes.targetValue === undefined
          ? []
          : [
              {
                label: "Alvo",
                value: `${goalValue(goal.targetValue, goal.unit)} → ${goalValue(changes.targetValue, changes.unit ?? goal.unit)}`,
              },
            ]),
        ...(changes.endDate === undefined
          ? []
          : [
              {
                label: "Prazo",
                value: `${dateInWords(goal.endDate, ctx.today)} → ${dateInWords(changes.endDate, ctx.today)}`,
              },
            ]),
      ],
      warnings: [],
      weight: "table",
    };
  },
});
