import type { Ctx } from "../context.ts";
import { epochDay } from "../dates.ts";
import { read } from "../operation.ts";
import { NO_MARKS, readMarks, toHabitView } from "./rows.ts";
import { SCORE_DAYS, currentStreak, isExpected, score } from "./rules.ts";
import { HabitPage, ListHabitsInput } from "./schemas.ts";
import type { HabitOnDay } from "./schemas.ts";

/** The person's habits in their order, as they stand on a day. Three statements, whatever their number. */
export async function habitsOn(
  ctx: Ctx,
  day: string,
  lookBack = SCORE_DAYS,
): Promise<HabitOnDay[]> {
  return (await habitBook(ctx, day, lookBack)).items;
}

export type HabitBook = {
  readonly items: HabitOnDay[];
  /** Of the habits that were expected on an earlier day, how many were done. */
  tally(day: string): { readonly done: number; readonly expected: number };
};

/** The habits of a day together with what earlier days came to, from the same three statements. */
export async function habitBook(ctx: Ctx, day: string, lookBack = SCORE_DAYS): Promise<HabitBook> {
  const at = epochDay(day);
  const rows = await ctx.tx.habit.findMany({
    where: { userId: ctx.userId, deletedAt: null },
    orderBy: [{ sortOrder: "asc" }, { createdAt: "asc" }],
    take: 100,
  });
  if (rows.length === 0) return { items: [], tally: () => ({ done: 0, expected: 0 }) };
  const marks = await readMarks(ctx, { from: at - lookBack, to: at });
  const values = await ctx.tx.$queryRaw<{ habitId: string; value: number | null }[]>`
    select habit_id as "habitId", value::float8 as value from habit_days
     where user_id = ${ctx.userId}::uuid and day = ${day}::date and value is not null`;
  const valueOf = new Map(values.map(({ habitId, value }) => [habitId, value]));
  const habits = rows.map((row) => ({
    habit: toHabitView(row),
    own: marks.get(row.id) ?? NO_MARKS,
  }));
  const items = habits.map(({ habit, own }): HabitOnDay => {
    return {
      ...habit,
      expected: isExpected(habit, own, at),
      status: own.done.has(at) ? "done" : own.skipped.has(at) ? "skipped" : "open",
      value: valueOf.get(habit.id) ?? null,
      currentStreak: currentStreak(habit, own, at),
      score: score(habit, own, Math.min(epochDay(habit.startDay), ...own.done), at),
    };
  });
  function tally(earlier: string): { done: number; expected: number } {
    const then = epochDay(earlier);
    const due = habits.filter(
      ({ habit, own }) =>
        own.done.has(then) || (earlier >= habit.startDay && isExpected(habit, own, then)),
    );
    return { done: due.filter(({ own }) => own.done.has(then)).length, expected: due.length };
  }
  return { items, tally };
}

export const listHabits = read({
  name: "habits.list",
  input: ListHabitsInput,
  output: HabitPage,
  async run(ctx, { day }) {
    return { items: await habitsOn(ctx, day ?? ctx.today), nextCursor: null };
  },
});
