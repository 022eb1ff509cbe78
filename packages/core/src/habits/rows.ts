import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay, epochDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { STREAK_DAYS, currentStreak } from "./rules.ts";
import type { Marks, Schedule } from "./rules.ts";
import { HabitView } from "./schemas.ts";
import type { CreateHabitInput } from "./schemas.ts";

type HabitRow = Prisma.HabitGetPayload<object>;

export function toHabitView(row: HabitRow): HabitView {
  const { targetValue, targetUnit: unit, targetDirection: direction } = row;
  return HabitView.parse({
    ...row,
    times:
      row.times === null || row.timesDays === null
        ? null
        : { times: row.times, days: row.timesDays },
    target: targetValue === null ? null : { value: targetValue.toNumber(), unit, direction },
    startDay: dateToDay(row.startDay),
    createdAt: isoInstant(row.createdAt),
  });
}

/** A habit in use, or `not_found` (`habits.notFound`). */
export async function findHabit(ctx: Ctx, habitId: string): Promise<HabitView> {
  const row = await ctx.tx.habit.findFirst({
    where: { userId: ctx.userId, id: habitId, deletedAt: null },
  });
  return row ? toHabitView(row) : fail("not_found", "habits.notFound", { habitId });
}

/** Refuses a schedule that expects no day (`habits.badFrequency`). */
export function checkSchedule({ frequency, frequencyDays, times }: Schedule): void {
  if (frequency === "custom" && frequencyDays.length === 0) {
    fail("invalid", "habits.badFrequency", {
      fields: { frequencyDays: ["escolha pelo menos um dia"] },
    });
  }
  if (frequency === "times" && (times === null || times.times > times.days)) {
    fail("invalid", "habits.badFrequency", {
      fields: { times: ["diga quantas vezes em quantos dias"] },
    });
  }
}

/** The columns of a habit's own fields. */
export function habitColumns(input: CreateHabitInput) {
  const { frequency, target = null } = input;
  const times = frequency === "times" ? (input.times ?? null) : null;
  const frequencyDays =
    frequency === "custom" ? [...new Set(input.frequencyDays)].toSorted((a, b) => a - b) : [];
  checkSchedule({ frequency, frequencyDays, times });
  return {
    name: input.name,
    description: input.description ?? null,
    icon: input.icon ?? "✓",
    color: input.color ?? null,
    frequency,
    frequencyDays,
    times: times?.times ?? null,
    timesDays: times?.days ?? null,
    targetValue: target?.value ?? null,
    targetUnit: target?.unit ?? null,
    targetDirection: target?.direction ?? null,
    periodOfDay: input.periodOfDay ?? "anytime",
    reminderAt: input.reminderAt ?? null,
  };
}

/** Runs a change whose name may be taken: names are unique without accents and case. */
export async function uniqueHabit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error))
      fail("conflict", "habits.nameTaken", {
        fields: { name: ["já existe um hábito com esse nome"] },
      });
    throw error;
  }
}

type MarkRow = { habitId: string; done: number[] | null; skipped: number[] | null };

/** The marks of habits as epoch days, in one statement. */
export async function readMarks(
  ctx: Ctx,
  options: { habitId?: string; from: number; to: number },
): Promise<Map<string, Marks>> {
  const rows = await ctx.tx.$queryRaw<MarkRow[]>`
    select habit_id as "habitId",
           array_agg(day - date '1970-01-01') filter (where status = 'done' and met) as done,
           array_agg(day - date '1970-01-01') filter (where status = 'skipped') as skipped
      from habit_days
     where user_id = ${ctx.userId}::uuid and (${options.habitId ?? null}::uuid is null or habit_id = ${options.habitId ?? null}::uuid)
       and day between date '1970-01-01' + ${options.from}::int and date '1970-01-01' + ${options.to}::int
     group by habit_id`;
  return new Map(
    rows.map((row) => [row.habitId, { done: new Set(row.done), skipped: new Set(row.skipped) }]),
  );
}

export const NO_MARKS: Marks = { done: new Set(), skipped: new Set() };

/** The streak of one habit as it stands on a day. */
export async function streakOn(ctx: Ctx, habit: HabitView, day: string): Promise<number> {
  const to = epochDay(day);
  const marks = await readMarks(ctx, { habitId: habit.id, from: to - STREAK_DAYS, to });
  return currentStreak(habit, marks.get(habit.id) ?? NO_MARKS, to);
}
