import { dayToDate } from "../dates.ts";
import { write } from "../operation.ts";
import { dateInWords } from "../tracking/words.ts";
import { WITH_MILESTONES, checkGoal, toGoalView } from "./rows.ts";
import { CreateGoalInput, GoalView } from "./schemas.ts";
import { goalValue } from "./words.ts";

/** Sets a goal; its way is measured from the baseline, so that losing weight works like reading books. */
export const createGoal = write({
  name: "goals.create",
  input: CreateGoalInput,
  output: GoalView,
  touches: ["goals", "dashboard"],
  async run(ctx, input) {
    const { title, area, unit, targetValue, endDate, milestones = [] } = input;
    const baseline = input.baseline ?? 0;
    const direction = input.direction ?? (targetValue < baseline ? "decrease" : "increase");
    const [startDate, subArea] = [input.startDate ?? ctx.today, input.subArea ?? null];
    checkGoal({ direction, baseline, targetValue, startDate, endDate, area, subArea });
    const id = ctx.id();
    const times = { createdAt: ctx.nowDate };
    const row = await ctx.tx.goal.create({
      data: {
        ...times,
        updatedAt: ctx.nowDate,
        userId: ctx.userId,
        id,
        title,
        description: input.description ?? null,
        area,
        subArea,
        unit,
        direction,
        baseline,
        targetValue,
        currentValue: baseline,
        startDate: dayToDate(startDate),
        endDate: dayToDate(endDate),
      },
    });
    const data = milestones.map((milestone, sortOrder) => ({
      ...times,
      userId: ctx.userId,
      id: ctx.id(),
      goalId: id,
      title: milestone.title,
      targetValue: milestone.targetValue ?? null,
      sortOrder,
    }));
    if (data.length > 0) await ctx.tx.goalMilestone.createMany({ data });
    const stored = await ctx.tx.goal.findFirstOrThrow({
      where: { userId: ctx.userId, id: row.id },
      include: WITH_MILESTONES,
      relationLoadStrategy: "join",
    });
    return toGoalView(stored, ctx.today);
  },
  trail: (goal) => `Meta ${goal.title} criada`,
  summarize: (ctx, input) =>
    Promise.resolve({
      title: "Nova meta",
      details: [
        { label: "Meta", value: input.title },
        { label: "Alvo", value: goalValue(input.targetValue, input.unit) },
        ...(input.baseline === undefined
          ? []
          : [{ label: "Partida", value: goalValue(input.baseline, input.unit) }]),
        { label: "Prazo", value: dateInWords(input.endDate, ctx.today) },
      ],
      warnings: [],
      weight: "line" as const,
    }),
});
