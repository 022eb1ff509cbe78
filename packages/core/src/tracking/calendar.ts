import type { Ctx } from "../context.ts";
import { dateToDay, dayToDate, daysFrom, epochDay, lastDay } from "../dates.ts";
import { NO_MARKS, readMarks, toHabitView } from "../habits/rows.ts";
import { isExpected } from "../habits/rules.ts";
import { read } from "../operation.ts";
import { moodColor, roundValue } from "./rules.ts";
import { CalendarInput, CalendarView } from "./schemas.ts";

/** One element per calendar day of the month: mood, entries, and whether anything was recorded. */
export const readCalendar = read({
  name: "tracking.calendar",
  input: CalendarInput,
  output: CalendarView,
  async run(ctx, { month }) {
    const [first, last] = [`${month}-01`, lastDay(month)];
    const rows = await ctx.tx.$queryRaw<{ day: Date; entries: number; mood: number | null }[]>`
      select day, count(*)::int as entries, avg(value) filter (where type = 'mood')::float8 as mood
        from tracking_entries
       where user_id = ${ctx.userId}::uuid and day between ${dayToDate(first)}::date and ${dayToDate(last)}::date
       group by day`;
    const habits = await habitCounts(ctx, first, last);
    const byDay = new Map(rows.map((row) => [dateToDay(row.day), row]));
    return {
      month,
      days: daysFrom(first, last).map((day) => {
        const found = byDay.get(day);
        const moodScore = found?.mood == null ? null : roundValue(found.mood);
        const entries = found?.entries ?? 0;
        const [habitsCompleted = 0, habitsTotal = 0] = habits.get(day) ?? [];
        const hasData = entries > 0 || habitsCompleted > 0;
        return {
          day,
          moodScore,
          moodColor: moodColor(moodScore),
          entries,
          habitsCompleted,
          habitsTotal,
          hasData,
        };
      }),
    };
  },
});

/** Done and expected habits of each day up to today, counting a habit from the day it began. */
async function habitCounts(
  ctx: Ctx,
  first: string,
  last: string,
): Promise<Map<string, [number, number]>> {
  const rows = await ctx.tx.habit.findMany({
    where: {
      userId: ctx.userId,
      OR: [{ deletedAt: null }, { deletedAt: { gte: dayToDate(first) } }],
    },
  });
  if (rows.length === 0) return new Map();
  const marks = await readMarks(ctx, { from: epochDay(first), to: epochDay(last) });
  const habits = rows.map((row) => ({
    habit: toHabitView(row),
    deleted: row.deletedAt !== null,
    own: marks.get(row.id) ?? NO_MARKS,
  }));
  return new Map(
    daysFrom(first, last).map((day) => {
      const at = epochDay(day);
      const done = habits.filter(({ own }) => own.done.has(at)).length;
      const due = habits.filter(
        ({ habit, own, deleted }) =>
          own.done.has(at) ||
          (!deleted && day <= ctx.today && day >= habit.startDay && isExpected(habit, own, at)),
      ).length;
      return [day, [done, due]];
    }),
  );
}
