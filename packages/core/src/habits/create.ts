import { dayToDate } from "../dates.ts";
import { write } from "../operation.ts";
import { habitColumns, toHabitView, uniqueHabit } from "./rows.ts";
import { CreateHabitInput, HabitView } from "./schemas.ts";
import { frequencyInWords } from "./words.ts";

/** Starts a habit; it counts from today. */
export const createHabit = write({
  name: "habits.create",
  input: CreateHabitInput,
  output: HabitView,
  touches: ["habits", "tracking", "dashboard"],
  async run(ctx, input) {
    const columns = habitColumns(input);
    const last = await ctx.tx.habit.aggregate({
      where: { userId: ctx.userId },
      _max: { sortOrder: true },
    });
    const row = await uniqueHabit(() =>
      ctx.tx.habit.create({
        data: {
          ...columns,
          userId: ctx.userId,
          id: ctx.id(),
          sortOrder: (last._max.sortOrder ?? 0) + 1,
          startDay: dayToDate(ctx.today),
          createdAt: ctx.nowDate,
          updatedAt: ctx.nowDate,
        },
      }),
    );
    return toHabitView(row);
  },
  trail: (habit) => `Hábito ${habit.name} criado`,
  summarize(_ctx, input) {
    const { frequency, frequencyDays = [], times = null, target, periodOfDay } = input;
    const periods = { morning: "Manhã", afternoon: "Tarde", evening: "Noite", anytime: null };
    const period = periods[periodOfDay ?? "anytime"];
    return Promise.resolve({
      title: "Novo hábito",
      details: [
        { label: "Nome", value: input.name },
        { label: "Quando", value: frequencyInWords({ frequency, frequencyDays, times }) },
        ...(target
          ? [
              {
                label: "Alvo",
                value: `${target.direction === "atLeast" ? "pelo menos" : "no máximo"} ${target.value} ${target.unit}`,
              },
            ]
          : []),
        ...(period ? [{ label: "Período", value: period }] : []),
        ...(input.reminderAt ? [{ label: "Lembrete", value: input.reminderAt }] : []),
      ],
      warnings: [],
      weight: "line",
    });
  },
});
