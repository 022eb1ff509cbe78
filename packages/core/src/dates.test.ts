import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import {
  addDays,
  addMonths,
  dayInMonth,
  daysBetween,
  daysFrom,
  daysInMonth,
  isDay,
  isMonth,
  monthsBetween,
  weekday,
} from "./dates.ts";

const plainDate = fc
  .integer({ min: -250_000, max: 700_000 })
  .map((n) => Temporal.PlainDate.from("1970-01-01").add({ days: n }))
  .filter((d) => d.year >= 1 && d.year <= 9998);

test("agrees with Temporal on days, weekdays and distances", () => {
  fc.assert(
    fc.property(plainDate, fc.integer({ min: -3000, max: 3000 }), (date, count) => {
      fc.pre(date.add({ days: count }).year >= 1);
      const day = date.toString();
      expect(addDays(day, count)).toBe(date.add({ days: count }).toString());
      expect(weekday(day)).toBe(date.dayOfWeek % 7);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

test("agrees with Temporal on months", () => {
  fc.assert(
    fc.property(
      plainDate,
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: 1, max: 31 }),
      (date, count, due) => {
        const month = date.toPlainYearMonth();
        fc.pre(month.add({ months: count }).year >= 1);
        expect(addMonths(month.toString(), count)).toBe(month.add({ months: count }).toString());
        expect(monthsBetween(month.toString(), addMonths(month.toString(), count))).toBe(count);
        expect(daysInMonth(month.toString())).toBe(month.daysInMonth);
        expect(dayInMonth(month.toString(), due)).toBe(date.with({ day: due }).toString());
      },
    ),
  );
});

test("knows the days and months that exist", () => {
  expect([
    isDay("2024-02-29"),
    isDay("2026-02-29"),
    isDay("2026-04-31"),
    isDay("2026-1-1"),
    isDay(""),
  ]).toEqual([true, false, false, false, false]);
  expect([isMonth("2026-12"), isMonth("2026-13"), isMonth("2026-00")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("lists a range with both ends, and nothing backwards", () => {
  expect(daysFrom("2024-02-28", "2024-03-01")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
  expect(daysFrom("2024-03-01", "2024-02-28")).toEqual([]);
});
