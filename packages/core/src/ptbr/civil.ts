import type { Day, Month, WallTime } from "./types.ts";

/** Days since 1970-01-01 of a proleptic Gregorian date (Hinnant's days_from_civil). */
export function dayNumber(day: Day): number {
  const [y0, m, d] = parts(day);
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

/** Inverse of `dayNumber` (civil_from_days). */
export function dayOf(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return format(yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

export function parts(day: Day): [year: number, month: number, day: number] {
  const [y = "1970", m = "1", d = "1"] = day.split("-");
  return [Number(y), Number(m), Number(d)];
}

export function format(y: number, m: number, d: number): Day {
  return `${String(y).padStart(4, "0")}-${two(m)}-${two(d)}`;
}

export function two(n: number): string {
  return String(n).padStart(2, "0");
}

export function addDays(day: Day, n: number): Day {
  return dayOf(dayNumber(day) + n);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function daysInMonth(y: number, m: number): number {
  return m === 2
    ? y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
      ? 29
      : 28
    : m === 4 || m === 6 || m === 9 || m === 11
      ? 30
      : 31;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, n: number): Month {
  const [y, m] = parts(`${month}-01`);
  const all = y * 12 + (m - 1) + n;
  return `${String(Math.floor(all / 12)).padStart(4, "0")}-${two((((all % 12) + 12) % 12) + 1)}`;
}

/** A day of a month, clamped to the month's length. */
export function dayInMonth(month: Month, d: number): Day {
  const [y, m] = parts(`${month}-01`);
  return format(y, m, Math.min(d, daysInMonth(y, m)));
}

export function lastDayOf(month: Month): Day {
  return dayInMonth(month, 31);
}

export function isRealDate(y: number, m: number, d: number): boolean {
  return m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
}

/** Adds minutes to a wall time (no zone arithmetic: civil time only). */
export function addMinutes(at: WallTime, minutes: number): WallTime {
  const [day = "", time = "00:00"] = at.split("T");
  const [h = "0", m = "0"] = time.split(":");
  const total = Number(h) * 60 + Number(m) + minutes;
  const days = Math.floor(total / 1440);
  const rest = total - days * 1440;
  return `${addDays(day, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

export function minutesOf(time: string): number {
  const [h = "0", m = "0"] = time.split(":");
  return Number(h) * 60 + Number(m);
}
