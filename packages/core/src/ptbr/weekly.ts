import { weekdayOf } from "./day-names.ts";
import type { Token } from "./normalize.ts";
import { oneOf } from "./words.ts";

/** Something that repeats, as an RRULE and as a habit's frequency. */
export type Recurrence = {
  readonly rrule: string;
  readonly to: number;
  readonly frequency:
    | "daily"
    | "weekdays"
    | "weekends"
    | "custom"
    | "times"
    | "interval"
    | "weekly"
    | "monthly"
    | "yearly"
    | "hourly";
  readonly days?: readonly number[];
  readonly monthDay?: number;
  readonly times?: { readonly times: number; readonly days: number };
  readonly part?: "morning" | "afternoon" | "evening";
};

const BY = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export function weekly(days: readonly number[], to: number): Recurrence {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  return {
    rrule: `FREQ=WEEKLY;BYDAY=${[...sorted]
      .toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
      .map((d) => BY[d])
      .join(",")}`,
    to,
    frequency: "custom",
    days: sorted,
  };
}

export const WEEKDAYS: Omit<Recurrence, "to"> = {
  rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  frequency: "weekdays",
  days: [1, 2, 3, 4, 5],
};

export const WEEKENDS: Omit<Recurrence, "to"> = {
  rrule: "FREQ=WEEKLY;BYDAY=SA,SU",
  frequency: "weekends",
  days: [0, 6],
};

/** Names of weekdays joined by commas and "e", with "feira" skipped. */
export function weekdayList(
  tokens: readonly Token[],
  i: number,
): { days: number[]; to: number } | null {
  const days: number[] = [];
  let at = i;
  let to = i;
  for (;;) {
    while (
      at > i &&
      oneOf(", e de as a nas na aos no nos toda todas todo todos", tokens[at]?.norm ?? "")
    )
      at += 1;
    const wd = weekdayOf(tokens[at]?.norm);
    if (wd === null) break;
    at += 1;
    if (tokens[at]?.norm === "feira" || tokens[at]?.norm === "feiras") at += 1;
    days.push(wd);
    to = at;
  }
  return days.length === 0 ? null : { days, to };
}
