import type { Ctx } from "../context.ts";
import { dateToDay, dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { pastDay } from "../tracking/entries.ts";
import { dayInWords } from "../tracking/words.ts";
import { findHabit, streakOn } from "./rows.ts";
import { meets } from "./rules.ts";
import { CompleteInput, HabitDayView, SkipInput, UncompleteInput } from "./schemas.ts";
import type { HabitView } from "./schemas.ts";

type Mark = { status: "done" | "skipped"; value: number | null; notes: string | null };

async function findMark(ctx: Ctx, habitId: string, day: string) {
  return ctx.tx.habitDay.findFirst({ where: { userId: ctx.userId, habitId, day: dayToDate(day) } });
}

/** Writes what is said of a habit on a day, in place of what was said before. */
async function mark(
  ctx: Ctx,
  habit: HabitView,
  day: string,
  { status, value, notes }: Mark,
): Promise<HabitDayView> {
  const met = status === "skipped" || meets(habit.target, value);
  const known = await findMark(ctx, habit.id, day);
  const data = { status, met, value, notes, updatedAt: ctx.nowDate };
  const row = known
    ? await ctx.tx.habitDay.update({
        where: { userId_id: { userId: ctx.userId, id: known.id } },
        data,
      })
    : await ctx.tx.habitDay.create({
        data: {
          ...data,
          userId: ctx.userId,
          id: ctx.id(),
          habitId: habit.id,
          day: dayToDate(day),
          source: ctx.actor === "assistant" ? "chat" : "form",
          createdAt: ctx.nowDate,
        },
      });
  const currentStreak = await streakOn(ctx, habit, ctx.today);
  return {
    id: row.id,
    habitId: habit.id,
    habitName: habit.name,
    day: dateToDay(row.day),
    status,
    met,
    value,
    notes,
    currentStreak,
  };
}

/**
 * Marks a habit as done on a day that has come, with its value when it is measured.
 *
 * A day that is done already is `conflict` (`habits.alreadyDone`); a measured day that missed its target
 * may be told again.
 */
export const completeHabit = write({
  name: "habits.complete",
  input: CompleteInput,
  output: HabitDayView,
  touches: ["habits", "tracking", "dashboard"],
  async run(ctx, input) {
    const habit = await findHabit(ctx, input.habitId);
    const day = pastDay(ctx, input.day);
    const known = await findMark(ctx, habit.id, day);
    if (known?.status === "done" && known.met)
      fail("conflict", "habits.alreadyDone", { habitId: habit.id, day });
    return mark(ctx, habit, day, {
      status: "done",
      value: input.value ?? null,
      notes: input.notes ?? null,
    });
  },
  trail: ({ habitName }) => `${habitName} feito`,
  async summarize(ctx, input) {
    const habit = await findHabit(ctx, input.habitId);
    const day = pastDay(ctx, input.day);
    const known = await findMark(ctx, habit.id, day);
    const unit = habit.target?.unit ?? "";
    return {
      title: habit.name,
      details: [
        { label: "Dia", value: dayInWords(day, ctx.today) },
        ...(input.value === undefined
          ? []
          : [{ label: "Valor", value: `${input.value} ${unit}`.trim() }]),
        ...(input.notes ? [{ label: "Nota", value: input.notes }] : []),
      ],
      warnings:
        known?.status === "done" && known.met ? ["já está marcado como feito nesse dia"] : [],
      weight: "line",
    };
  },
});

/** Takes a mark back, done or skipped. Nothing to take back is `not_found` (`habits.notDone`). */
export const uncompleteHabit = write({
  name: "habits.uncomplete",
  input: UncompleteInput,
  output: Removed.extend({
    habitId: HabitDayView.shape.habitId,
    habitName: HabitDayView.shape.habitName,
    day: HabitDayView.shape.day,
  }),
  touches: ["habits", "tracking", "dashboard"],
  async run(ctx, input) {
    const habit = await findHabit(ctx, input.habitId);
    const day = pastDay(ctx, input.day);
    const known = await findMark(ctx, habit.id, day);
    if (!known) fail("not_found", "habits.notDone", { habitId: habit.id, day });
    await ctx.tx.habitDay.delete({ where: { userId_id: { userId: ctx.userId, id: known.id } } });
    return { id: known.id, habitId: habit.id, habitName: habit.name, day };
  },
  trail: ({ habitName }) => `${habitName} desmarcado`,
  async summarize(ctx, input) {
    const habit = await findHabit(ctx, input.habitId);
    const day = pastDay(ctx, input.day);
    return {
      title: `Desmarcar ${habit.name}`,
      details: [{ label: "Dia", value: dayInWords(day, ctx.today) }],
      warnings: [],
      weight: "heavy",
    };
  },
});

/** Leaves a day out: it neither helps nor hurts. */
export const skipHabit = write({
  name: "habits.skip",
  input: SkipInput,
  output: HabitDayView,
  touches: ["habits", "tracking", "dashboard"],
  async run(ctx, input) {
    const habit = await findHabit(ctx, input.habitId);
    return mark(ctx, habit, pastDay(ctx, input.day), {
      status: "skipped",
      value: null,
      notes: null,
    });
  },
  trail: ({ habitName }) => `${habitName} pulado`,
});
