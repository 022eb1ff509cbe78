import { dateToDay, dayToDate, daysFrom, lastDay } from "../dates.ts";
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
    const byDay = new Map(rows.map((row) => [dateToDay(row.day), row]));
    return {
      month,
      days: daysFrom(first, last).map((day) => {
        const found = byDay.get(day);
        const moodScore = found?.mood == null ? null : roundValue(found.mood);
        const entries = found?.entries ?? 0;
        return { day, moodScore, moodColor: moodColor(moodScore), entries, habitsCompleted: 0, habitsTotal: 0, hasData: entries > 0 };
      }),
    };
  },
});
