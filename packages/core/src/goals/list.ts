import { read } from "../operation.ts";
import { WITH_MILESTONES, findGoal, toGoalView } from "./rows.ts";
import { GoalInput, GoalPage, GoalView, ListGoalsInput } from "./schemas.ts";

/** Goals by their end, nearest first. */
export const listGoals = read({
  name: "goals.list",
  input: ListGoalsInput,
  output: GoalPage,
  async run(ctx, { status, area }) {
    const rows = await ctx.tx.goal.findMany({
      where: { userId: ctx.userId, deletedAt: null, ...(area ? { area } : {}) },
      orderBy: [{ endDate: "asc" }, { createdAt: "asc" }],
      include: WITH_MILESTONES,
      relationLoadStrategy: "join",
      take: 200,
    });
    const goals = rows.map((row) => toGoalView(row, ctx.today));
    return {
      items: status === undefined ? goals : goals.filter((goal) => goal.status === status),
      nextCursor: null,
    };
  },
});

export const readGoal = read({
  name: "goals.get",
  input: GoalInput,
  output: GoalView,
  run: async (ctx, { goalId }) => toGoalView(await findGoal(ctx, goalId), ctx.today),
});
