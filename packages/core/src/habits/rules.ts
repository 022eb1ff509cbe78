import { epochDay } from "../dates.ts";
import type { Frequency, Target } from "./schemas.ts";

/** When a habit is due. Days are counted since 1970-01-01. */
export type Schedule = {
  readonly frequency: Frequency;
  readonly frequencyDays: readonly number[];
  readonly times: { readonly times: number; readonly days: number } | null;
};

/** What was said of a habit: days done and days skipped, as epoch days. */
export type Marks = { readonly done: ReadonlySet<number>; readonly skipped: ReadonlySet<number> };

const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Whether a fixed-day schedule expects a day. `times` has no fixed days: its windows are judged instead. */
function onSchedule({ frequency, frequencyDays }: Schedule, day: number): boolean {
  const weekday = weekdayOf(day);
  if (frequency === "weekdays") return weekday >= 1 && weekday <= 5;
  if (frequency === "weekends") return weekday === 0 || weekday === 6;
  if (frequency === "custom") return frequencyDays.includes(weekday);
  return true;
}

/** Whether the habit is expected on a day; a skipped day is not. */
export function isExpected(schedule: Schedule, marks: Marks, day: number): boolean {
  return onSchedule(schedule, day) && !marks.skipped.has(day);
}

/** Whether a value meets a target; without a target any completion does. */
export function meets(target: Target | null, value: number | null): boolean {
  if (target === null || value === null) return true;
  return target.direction === "atLeast" ? value >= target.value : value <= target.value;
}

/** How far back a streak can reach. */
export const STREAK_DAYS = 365;

/**
 * Days in a row on which the habit was kept, up to `today` (domain §3.6).
 *
 * The anchor is today when it is done; an unfinished today does not break the streak. Walking back, an
 * expected day that was done counts, one that was missed ends it, days that are not expected or were
 * skipped are neutral. For `times` the unit is a window of `days` days (weeks begin on Monday): each window
 * with enough completions counts, the current one may still be open.
 */
export function currentStreak(schedule: Schedule, marks: Marks, today: number): number {
  if (schedule.times !== null) return windowStreak(schedule.times, marks, today);
  let streak = 0;
  for (let day = today; day > today - STREAK_DAYS; day -= 1) {
    if (!isExpected(schedule, marks, day)) continue;
    if (marks.done.has(day)) streak += 1;
    else if (day !== today) break;
  }
  return streak;
}

/** The best run over all marks, back-dated ones included. */
export function longestStreak(schedule: Schedule, marks: Marks, today: number): number {
  if (marks.done.size === 0) return 0;
  const first = Math.min(...marks.done);
  if (schedule.times !== null) return longestWindows(schedule.times, marks, first, today);
  let [best, run] = [0, 0];
  for (let day = first; day <= today; day += 1) {
    if (!isExpected(schedule, marks, day)) continue;
    if (marks.done.has(day)) run += 1;
    else if (day !== today) run = 0;
    best = Math.max(best, run);
  }
  return best;
}

/** Monday 5 January 1970: windows of seven days are calendar weeks. */
const FIRST_MONDAY = 4;

function windowOf(days: number, day: number): number {
  return Math.floor((day - FIRST_MONDAY) / days);
}

/** Whether a window has enough completions; skipped days make it shorter in proportion. */
function windowKept(times: { times: number; days: number }, marks: Marks, window: number): boolean {
  const start = FIRST_MONDAY + window * times.days;
  let [done, skipped] = [0, 0];
  for (let day = start; day < start + times.days; day += 1) {
    if (marks.done.has(day)) done += 1;
    else if (marks.skipped.has(day)) skipped += 1;
  }
  return done >= Math.ceil((times.times * (times.days - skipped)) / times.days);
}

function windowStreak(times: { times: number; days: number }, marks: Marks, today: number): number {
  const current = windowOf(times.days, today);
  const first = windowOf(times.days, Math.min(today, ...marks.done));
  let streak = windowKept(times, marks, current) && marks.done.size > 0 ? 1 : 0;
  for (let window = current - 1; window >= first && windowKept(times, marks, window); window -= 1)
    streak += 1;
  return streak;
}

function longestWindows(
  times: { times: number; days: number },
  marks: Marks,
  first: number,
  today: number,
): number {
  let [best, run] = [0, 0];
  const current = windowOf(times.days, today);
  for (let window = windowOf(times.days, first); window <= current; window += 1) {
    if (windowKept(times, marks, window)) run += 1;
    else if (window !== current) run = 0;
    best = Math.max(best, run);
  }
  return best;
}

/** The expected share of days: daily 1, weekdays 5/7, … */
function shareOfDays(schedule: Schedule): number {
  if (schedule.times !== null) return Math.min(1, schedule.times.times / schedule.times.days);
  if (schedule.frequency === "weekdays") return 5 / 7;
  if (schedule.frequency === "weekends") return 2 / 7;
  return schedule.frequency === "custom" ? schedule.frequencyDays.length / 7 : 1;
}

/** How far back the score is computed; what lies before weighs next to nothing. */
export const SCORE_DAYS = 1095;

/**
 * A score in 0–1 that decays and recovers slowly (domain §12.2): with f the expected share of days and
 * m = 0.5^(√f / 13), each expected day s ← s·m + done·(1 − m).
 *
 * For `times` every day is judged by the completions of the `days` days that end with it, as a share of
 * `times`. An unfinished today does not count yet.
 */
export function score(schedule: Schedule, marks: Marks, from: number, today: number): number {
  const m = 0.5 ** (Math.sqrt(shareOfDays(schedule)) / 13);
  let value = 0;
  for (let day = Math.max(from, today - SCORE_DAYS); day <= today; day += 1) {
    if (!isExpected(schedule, marks, day)) continue;
    const done =
      schedule.times === null
        ? Number(marks.done.has(day))
        : recentShare(schedule.times, marks, day);
    if (day === today && !marks.done.has(day)) continue;
    value = value * m + done * (1 - m);
  }
  return Math.round(value * 1000) / 1000;
}

function recentShare(times: { times: number; days: number }, marks: Marks, day: number): number {
  let done = 0;
  for (let back = 0; back < times.days; back += 1) if (marks.done.has(day - back)) done += 1;
  return Math.min(1, done / times.times);
}

/** Done ÷ expected days from `from` to `to`, at most 1; an unfinished today is not expected yet. */
export function rate(
  schedule: Schedule,
  marks: Marks,
  from: number,
  to: number,
  today: number,
): number {
  let [expected, done] = [0, 0];
  for (let day = from; day <= Math.min(to, today); day += 1) {
    if (!isExpected(schedule, marks, day)) continue;
    if (marks.done.has(day)) done += 1;
    if (marks.done.has(day) || day !== today) expected += 1;
  }
  const due =
    schedule.times === null ? expected : (expected * schedule.times.times) / schedule.times.days;
  return due === 0 ? 0 : Math.min(1, Math.round((done / due) * 1000) / 1000);
}

/** The marks of a habit from its days, in the form the rules take. */
export function marksOf(
  days: readonly { day: string; status: "done" | "skipped"; met: boolean }[],
): Marks {
  const of = (wanted: (day: (typeof days)[number]) => boolean): Set<number> =>
    new Set(days.filter(wanted).map(({ day }) => epochDay(day)));
  return {
    done: of(({ status, met }) => status === "done" && met),
    skipped: of(({ status }) => status === "skipped"),
  };
}
