import { expect, test } from "vitest";

import { addDays, addMonths, daysBetween, daysOfMonth, isDay, weekday } from "./days.ts";

test("days are added over month, year and leap-day borders", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysBetween("2026-01-01", "2027-01-01")).toBe(365);
});

test("months know their length and neighbours", () => {
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(daysOfMonth("2027-02")).toHaveLength(28);
  expect(daysOfMonth("2027-02").at(-1)).toBe("2027-02-28");
});

test("a day is recognised only in its wire form", () => {
  expect(isDay("2026-11-22")).toBe(true);
  expect(isDay("22/11/2026")).toBe(false);
  expect(isDay("2026-13-40")).toBe(false);
  expect(weekday("2026-11-22")).toBe(0);
});
