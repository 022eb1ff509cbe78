import { changeInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { findHabit, habitColumns, toHabitView, uniqueHabit } from "./rows.ts";
import { CreateHabitInput, HabitView, UpdateHabitInput } from "./schemas.ts";
import { frequencyInWords } from "./words.ts";

/** Changes a habit from now on; its days stay as they were. `null` clears a field. */
export const updateHabit = write({
  name: "habits.update",
  input: UpdateHabitInput,
  output: HabitView,
  touches: ["habits", "tracking", "dashboard"],
  async run(ctx, { habitId, ...changes }) {
    const current = await findHabit(ctx, habitId);
    const given = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    const columns = habitColumns(CreateHabitInput.parse({ ...current, ...given }));
    const row = await uniqueHabit(() =>
      ctx.tx.habit.update({
        where: { userId_id: { userId: ctx.userId, id: habitId } },
        data: { ...columns, updatedAt: ctx.nowDate },
      }),
    );
    return toHabitView(row);
  },
  trail: (habit) => `Hábito ${habit.name} alterado`,
  async summarize(ctx, { habitId, ...changes }) {
    const habit = await findHabit(ctx, habitId);
    const next = {
      ...habit,
      ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    };
    return {
      title: `Mudar hábito ${habit.name}`,
      details: [
        ...(next.name === habit.name
          ? []
          : [{ label: "Nome", value: changeInWords(habit.name, next.name) }]),
        { label: "Quando", value: changeInWords(frequencyInWords(habit), frequencyInWords(next)) },
        ...(next.reminderAt
          ? [
              {
                label: "Lembrete",
                value: changeInWords(habit.reminderAt ?? "sem lembrete", next.reminderAt),
              },
            ]
          : []),
      ],
      warnings: [],
      weight: "table",
    };
  },
});
