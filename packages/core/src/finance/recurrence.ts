import { addMonths, monthOf, monthsBetween } from "../dates.ts";

/**
 * Which months of a recurring series are still to be made. Browser-safe.
 */

/** Months beyond the current one that are always there. */
export const MONTHS_AHEAD = 2;
/** The farthest month beyond the current one that looking ahead makes. */
export const MONTHS_BOUND = 24;

/** A series as its rows tell it. */
export type Series = {
  /** The month of its newest row, in whatever state: a skipped month does not end a series. */
  readonly latest: string;
  /** Whether a row ended it. */
  readonly ended: boolean;
};

/** The month up to which rows exist without anybody looking ahead. */
export function standingMonth(today: string): string {
  return addMonths(monthOf(today), MONTHS_AHEAD);
}

/** The month up to which looking at `month` makes rows; null for a month that is past, which is never filled. */
export function horizonOf(month: string, today: string): string | null {
  const current = monthOf(today);
  if (month < current) return null;
  const last = addMonths(current, MONTHS_BOUND);
  return month > last ? last : month;
}

/** The months that a series lacks up to `until`, oldest first, at most `MONTHS_BOUND` of them at once. */
export function missingMonths(series: Series, until: string): string[] {
  if (series.ended) return [];
  const count = Math.min(
    Math.max(0, monthsBetween(series.latest, until)),
    MONTHS_BOUND + MONTHS_AHEAD,
  );
  return Array.from({ length: count }, (_, i) => addMonths(series.latest, i + 1));
}
