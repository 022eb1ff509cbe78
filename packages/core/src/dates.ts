/**
 * Arithmetic on civil days (`YYYY-MM-DD`) and months (`YYYY-MM`) as strings, in the proleptic Gregorian
 * calendar. Browser-safe: no zone is involved; what day it is for a person comes from `context.ts`.
 */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Days since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil). */
function toEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** The day that lies so many days after 1970-01-01. */
export function fromEpochDay(days: number): string {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return formatDay(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function formatDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function parts(day: string): [number, number, number] {
  const match = DAY.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Days since 1970-01-01. */
export function epochDay(day: string): number {
  return toEpoch(...parts(day));
}

/** Whether a string is a day that exists (31 February does not). */
export function isDay(value: string): boolean {
  return DAY.test(value) && fromEpochDay(epochDay(value)) === value;
}

/** Whether a string is a month, 01 to 12. */
export function isMonth(value: string): boolean {
  return MONTH.test(value);
}

export function addDays(day: string, count: number): string {
  return fromEpochDay(epochDay(day) + count);
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekday(day: string): number {
  return (((epochDay(day) + 4) % 7) + 7) % 7;
}

/** Every day from `from` to `to`, both included; empty when `to` lies before. */
export function daysFrom(from: string, to: string): string[] {
  const start = epochDay(from);
  return Array.from({ length: Math.max(0, epochDay(to) - start + 1) }, (_, i) =>
    fromEpochDay(start + i),
  );
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function addMonths(month: string, count: number): string {
  const index = monthIndex(month) + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
}

/** Months from `from` to `to`; negative when `to` lies before. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from);
}

function monthIndex(month: string): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

export function daysInMonth(month: string): number {
  return daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`);
}

export function lastDay(month: string): string {
  return `${month}-${pad(daysInMonth(month), 2)}`;
}

/** The day of a month, clamped to its length: due day 31 falls on 28, 29 or 30 where there is no 31st. */
export function dayInMonth(month: string, day: number): string {
  return `${month}-${pad(Math.min(day, daysInMonth(month)), 2)}`;
}

/** A `date` column's value for a day: midnight UTC, as Prisma sends and returns dates. */
export function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day of a `date` column's value. */
export function dateToDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
