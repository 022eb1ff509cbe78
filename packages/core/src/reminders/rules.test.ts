import { expect, test } from "vitest";

import { nextFiring, normalizeRule } from "./rules.ts";

test("a single reminder fires once", () => {
  expect(nextFiring("2026-11-23T09:00", null, "2026-11-22T12:00")).toBe("2026-11-23T09:00:00");
  expect(nextFiring("2026-11-23T09:00", null, "2026-11-23T09:00")).toBeNull();
  expect(nextFiring("2026-11-23T09:00", null, "2026-11-23T09:00", true)).toBe(
    "2026-11-23T09:00:00",
  );
});

test("a repeated one goes on at the same wall time, past months that are too short", () => {
  expect(nextFiring("2026-11-22T21:00", "FREQ=DAILY", "2026-11-22T21:00")).toBe(
    "2026-11-23T21:00:00",
  );
  expect(nextFiring("2026-11-23T07:30", "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23T07:30")).toBe(
    "2026-11-25T07:30:00",
  );
  expect(nextFiring("2026-01-31T08:00", "FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T08:00")).toBe(
    "2026-03-31T08:00:00",
  );
  expect(nextFiring("2026-11-22T08:00", "FREQ=DAILY;COUNT=2", "2026-11-23T08:00")).toBeNull();
});

test("rules that no reminder can have are refused", () => {
  expect(normalizeRule("RRULE:FREQ=DAILY;INTERVAL=2")).toBe("FREQ=DAILY;INTERVAL=2");
  for (const rule of [
    "FREQ=MINUTELY",
    "FREQ=HOURLY",
    "DTSTART:20260101T000000Z",
    "todo dia",
    "",
    "FREQ=DAILY;BYHOUR=1,2",
  ])
    expect(normalizeRule(rule)).toBeNull();
});
