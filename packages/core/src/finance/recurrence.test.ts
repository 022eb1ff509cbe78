import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, addMonths, dayInMonth, daysBetween, monthOf, monthsBetween } from "../dates.ts";
import { dueIn, isOverdue, overdueBefore } from "./due.ts";
import {
  MONTHS_AHEAD,
  MONTHS_BOUND,
  horizonOf,
  missingMonths,
  standingMonth,
} from "./recurrence.ts";
import { changeCovers, removalCovers } from "./scope.ts";
import type { ScopedRow } from "./scope.ts";

const day = fc.integer({ min: -2000, max: 2000 }).map((n) => addDays("2026-11-22", n));
const month = fc.integer({ min: -60, max: 60 }).map((n) => addMonths("2026-11", n));

test("a series is filled from its newest month on, without gaps, and never backwards", () => {
  expect(missingMonths({ latest: "2026-11", ended: false }, "2027-01")).toEqual([
    "2026-12",
    "2027-01",
  ]);
  expect(missingMonths({ latest: "2027-01", ended: false }, "2026-11")).toEqual([]);
  expect(missingMonths({ latest: "2026-11", ended: true }, "2027-01")).toEqual([]);
  fc.assert(
    fc.property(month, month, (latest, until) => {
      const made = missingMonths({ latest, ended: false }, until);
      expect(made).toEqual([...made].toSorted());
      expect(made.every((one, i) => one === addMonths(latest, i + 1) && one <= until)).toBe(true);
      expect(made.length).toBeLessThanOrEqual(MONTHS_BOUND + MONTHS_AHEAD);
    }),
  );
});

test("looking reaches from this month to two years on; what is past is left as it was", () => {
  expect(standingMonth("2026-11-22")).toBe("2027-01");
  expect(horizonOf("2026-10", "2026-11-22")).toBeNull();
  expect(horizonOf("2026-11", "2026-11-22")).toBe("2026-11");
  expect(horizonOf("2031-01", "2026-11-22")).toBe("2028-11");
  fc.assert(
    fc.property(day, month, (today, wanted) => {
      const until = horizonOf(wanted, today);
      const right =
        until === null
          ? wanted < monthOf(today)
          : until <= wanted && monthsBetween(monthOf(today), until) <= MONTHS_BOUND;
      expect(right).toBe(true);
    }),
  );
});

test("a due day counts as overdue from the day after it, by day and by filter alike", () => {
  expect(isOverdue("2026-02", 31, "2026-02-28")).toBe(false);
  expect(isOverdue("2026-02", 31, "2026-03-01")).toBe(true);
  expect(dueIn("2026-02", 31, "2026-02-20")).toEqual({ dueOn: "2026-02-28", daysUntilDue: 8 });
  fc.assert(
    fc.property(month, fc.integer({ min: 1, max: 31 }), day, (wanted, dueDay, today) => {
      const late = daysBetween(dayInMonth(wanted, dueDay), today) > 0;
      expect(isOverdue(wanted, dueDay, today)).toBe(late);
      expect(dueDay < overdueBefore(wanted, today)).toBe(late);
    }),
    { numRuns: 2000 },
  );
});

const rows = fc.uniqueArray(fc.record({ id: fc.uuid(), month, settled: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
  selector: (row) => row.month,
});

test("scopes cover what they say and leave settled rows alone", () => {
  fc.assert(
    fc.property(rows, fc.nat(11), (series: ScopedRow[], at) => {
      const target = series[at % series.length] ?? { id: "", month: "", settled: false };
      expect(changeCovers(series, target, "this")).toEqual({ changed: [target.id], kept: [] });
      const all = changeCovers(series, target, "all");
      expect([...all.changed, ...all.kept].toSorted()).toEqual(
        series.map(({ id }) => id).toSorted(),
      );
      expect(
        series.filter(({ id }) => all.changed.includes(id)).some(({ settled }) => settled),
      ).toBe(false);
      const future = changeCovers(series, target, "future");
      expect(
        series
          .filter(({ id }) => [...future.changed, ...future.kept].includes(id))
          .every((row) => row.month >= target.month),
      ).toBe(true);
      expect(removalCovers(series, target, "this")).toEqual({ ends: false, dropped: [] });
      for (const scope of ["future", "all"] as const) {
        const { ends, dropped } = removalCovers(series, target, scope);
        expect(ends).toBe(true);
        expect(dropped).not.toContain(target.id);
        expect(
          series
            .filter(({ id }) => dropped.includes(id))
            .every((row) => !row.settled && (scope === "all" || row.month > target.month)),
        ).toBe(true);
      }
    }),
  );
});
