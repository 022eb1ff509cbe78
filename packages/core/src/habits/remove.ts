import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { findHabit } from "./rows.ts";
import { HabitInput, HabitView } from "./schemas.ts";
import { frequencyInWords } from "./words.ts";

/** Retires a habit; its history stays. */
export const removeHabit = write({
  name: "habits.remove",
  input: HabitInput,
  output: Removed.extend({ habit: HabitView }),
  touches: ["habits", "tracking", "dashboard"],
  async run(ctx, { habitId }) {
    const habit = await findHabit(ctx, habitId);
    await ctx.tx.habit.update({
      where: { userId_id: { userId: ctx.userId, id: habitId } },
      data: { deletedAt: ctx.nowDate, updatedAt: ctx.nowDate },
    });
    return { id: habitId, habit };
  },
  trail: ({ habit }) => `Hábito ${habit.name} arquivado`,
  async summarize(ctx, { habitId }) {
    const habit = await findHabit(ctx, habitId);
    return {
      title: `Arquivar hábito ${habit.name}`,
      details: [{ label: "Quando", value: frequencyInWords(habit) }],
      warnings: ["o histórico continua guardado"],
      weight: "heavy",
    };
  },
});
