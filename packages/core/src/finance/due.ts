import { dayInMonth, daysBetween, monthOf } from "../dates.ts";

/** Whether a day of a month has gone by unpaid. Due today is not overdue yet. Browser-safe. */
export function isOverdue(month: string, dueDay: number, today: string): boolean {
  return dayInMonth(month, dueDay) < today;
}

/** The due day of a month, clamped to its length, and how far it lies ahead (negative: behind). */
export function dueIn(
  month: string,
  dueDay: number,
  today: string,
): { dueOn: string; daysUntilDue: number } {
  const dueOn = dayInMonth(month, dueDay);
  return { dueOn, daysUntilDue: daysBetween(today, dueOn) };
}

/** Due days that are overdue in a month: all of a past one, those before today's in the current one, none later. */
export function overdueBefore(month: string, today: string): number {
  const current = monthOf(today);
  if (month < current) return 32;
  // A due day beyond the month's end falls on its last day, which is never before today.
  return month > current ? 0 : Number(today.slice(8));
}
