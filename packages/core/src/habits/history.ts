import { addDays, dateToDay, dayToDate, daysBetween, epochDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { read } from "../operation.ts";
import { NO_MARKS, findHabit, readMarks } from "./rows.ts";
import { currentStreak, longestStreak, rate, score } from "./rules.ts";
import { HistoryInput, HistoryView } from "./schemas.ts";

/** What was said of a habit over days (84 unless told), with streaks, score and rate. */
export const readHabitHistory = read({
  name: "habits.history",
  input: HistoryInput,
  output: HistoryView,
  async run(ctx, input) {
    const habit = await findHabit(ctx, input.habitId);
    const to = input.to ?? ctx.today;
    const from = input.from ?? addDays(to, -83);
    if (daysBetween(from, to) < 0 || daysBetween(from, to) > 3660)
      fail("invalid", "tracking.badPeriod", { fields: { to: ["período inválido"] } });
    const rows = await ctx.tx.habitDay.findMany({
      where: {
        userId: ctx.userId,
        habitId: habit.id,
        day: { gte: dayToDate(from), lte: dayToDate(to) },
      },
      orderBy: { day: "asc" },
    });
    const today = epochDay(ctx.today);
    const marks =
      (await readMarks(ctx, { habitId: habit.id, from: 0, to: today })).get(habit.id) ?? NO_MARKS;
    const start = Math.min(epochDay(habit.startDay), ...marks.done);
    return {
      habit,
      completions: rows.map((row) => ({
        day: dateToDay(row.day),
        status: row.status === "skipped" ? ("skipped" as const) : ("done" as const),
        met: row.met,
        value: row.value?.toNumber() ?? null,
        notes: row.notes,
      })),
      currentStreak: currentStreak(habit, marks, today),
      longestStreak: longestStreak(habit, marks, today),
      score: score(habit, marks, start, today),
      rate: rate(habit, marks, Math.max(epochDay(from), start), epochDay(to), today),
    };
  },
});
