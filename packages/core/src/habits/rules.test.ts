import * as fc from "fast-check";
import { expect, test } from "vitest";

import { epochDay } from "../dates.ts";
import { currentStreak, isExpected, longestStreak, marksOf, meets, rate, score } from "./rules.ts";
import type { Schedule } from "./rules.ts";

const daily: Schedule = { frequency: "daily", frequencyDays: [], times: null };
const weekdays: Schedule = { ...daily, frequency: "weekdays" };
const threeAWeek: Schedule = {
  frequency: "times",
  frequencyDays: [],
  times: { times: 3, days: 7 },
};
const SUNDAY = epochDay("2026-11-22");

function done(...days: string[]) {
  return marksOf(days.map((day) => ({ day: `2026-11-${day}`, status: "done", met: true })));
}

test("today unfinished does not break a streak, yesterday missed does", () => {
  expect(currentStreak(daily, done("20", "21"), SUNDAY)).toBe(2);
  expect(currentStreak(daily, done("20", "21", "22"), SUNDAY)).toBe(3);
  expect(currentStreak(daily, done("19", "20"), SUNDAY)).toBe(0);
  expect(currentStreak(daily, done(), SUNDAY)).toBe(0);
});

test("days that are not expected are neutral", () => {
  expect(currentStreak(weekdays, done("18", "19", "20"), SUNDAY)).toBe(3);
  expect(currentStreak(weekdays, done("18", "20", "21"), SUNDAY)).toBe(1);
  expect(isExpected({ ...daily, frequency: "custom", frequencyDays: [0] }, done(), SUNDAY)).toBe(
    true,
  );
  expect(isExpected({ ...daily, frequency: "weekends" }, done(), epochDay("2026-11-20"))).toBe(
    false,
  );
});

test("a skipped day neither helps nor hurts", () => {
  const marks = marksOf([
    { day: "2026-11-19", status: "done", met: true },
    { day: "2026-11-20", status: "skipped", met: true },
    { day: "2026-11-21", status: "done", met: true },
  ]);
  expect(currentStreak(daily, marks, SUNDAY)).toBe(2);
  expect(rate(daily, marks, epochDay("2026-11-19"), SUNDAY, SUNDAY)).toBe(1);
});

test("n times in m days counts whole windows, weeks from Monday", () => {
  // Weeks: Mon 9 - Sun 15 with three, Mon 16 - Sun 22 with two so far.
  expect(currentStreak(threeAWeek, done("09", "11", "15", "16", "18"), SUNDAY)).toBe(1);
  expect(currentStreak(threeAWeek, done("09", "11", "15", "16", "18", "22"), SUNDAY)).toBe(2);
  expect(currentStreak(threeAWeek, done("09", "11", "16", "18", "22"), SUNDAY)).toBe(1);
});

test("the longest streak sees back-dated runs", () => {
  expect(longestStreak(daily, done("01", "02", "03", "04", "20", "21"), SUNDAY)).toBe(4);
});

test("a measured day counts by its target", () => {
  const pages = { value: 20, unit: "páginas", direction: "atLeast" } as const;
  expect([meets(pages, 19), meets(pages, 20), meets(null, 0)]).toEqual([false, true, true]);
  expect(meets({ value: 2, unit: "xícaras", direction: "atMost" }, 3)).toBe(false);
});

test("the score of a daily habit reaches one half after thirteen days and falls as slowly", () => {
  const start = SUNDAY - 12;
  const thirteen = {
    done: new Set(Array.from({ length: 13 }, (_, i) => start + i)),
    skipped: new Set<number>(),
  };
  expect(score(daily, thirteen, start, SUNDAY)).toBeCloseTo(0.5, 3);
  expect(score(daily, thirteen, start, SUNDAY + 14)).toBeCloseTo(0.25, 2);
});

test("longest is never below current, and score and rate stay within 0 and 1", () => {
  const schedule = fc.oneof(
    fc.constantFrom<Schedule>(daily, weekdays, { ...daily, frequency: "weekends" }),
    fc
      .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
      .map((frequencyDays): Schedule => ({ frequency: "custom", frequencyDays, times: null })),
    fc.integer({ min: 1, max: 14 }).chain((days) =>
      fc.integer({ min: 1, max: days }).map((times): Schedule => ({
        frequency: "times",
        frequencyDays: [],
        times: { times, days },
      })),
    ),
  );
  const days = fc.array(fc.integer({ min: SUNDAY - 300, max: SUNDAY }), { maxLength: 200 });
  fc.assert(
    fc.property(schedule, days, days, (when, marked, left) => {
      const marks = {
        done: new Set(marked),
        skipped: new Set(left.filter((day) => !marked.includes(day))),
      };
      expect(longestStreak(when, marks, SUNDAY)).toBeGreaterThanOrEqual(
        currentStreak(when, marks, SUNDAY) > 0 && marks.done.size > 0 ? 1 : 0,
      );
      for (const share of [
        score(when, marks, SUNDAY - 300, SUNDAY),
        rate(when, marks, SUNDAY - 300, SUNDAY, SUNDAY),
      ]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }),
  );
});
