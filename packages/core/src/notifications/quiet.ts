import { Temporal } from "temporal-polyfill";

import type { Preferences } from "../account/preferences.ts";
import { addDays } from "../dates.ts";

type Hours = Pick<
  Preferences["notifications"],
  "quietHoursEnabled" | "quietHoursStart" | "quietHoursEnd"
>;

/**
 * The wall time at which the quiet hours around a wall time end, or null outside of them.
 *
 * Hours that start later than they end go over midnight; equal ones are none.
 */
export function quietUntil(wallTime: string, hours: Hours): string | null {
  const { quietHoursEnabled, quietHoursStart: start, quietHoursEnd: end } = hours;
  const day = wallTime.slice(0, 10);
  const time = wallTime.slice(11, 16);
  if (!quietHoursEnabled || start === end) return null;
  if (start < end) return time >= start && time < end ? `${day}T${end}` : null;
  if (time >= start) return `${addDays(day, 1)}T${end}`;
  return time < end ? `${day}T${end}` : null;
}

/** The instant of a wall time in a zone; one that a change of offset skips comes an hour later. */
export function instantOf(wallTime: string, timezone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timezone).toInstant();
}
