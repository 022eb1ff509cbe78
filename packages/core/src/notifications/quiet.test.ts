import { expect, test } from "vitest";

import { Preferences } from "../account/preferences.ts";
import { instantOf, quietUntil } from "./quiet.ts";

const usual = Preferences.parse({}).notifications;

test.each([
  ["2026-11-22T21:59", null],
  ["2026-11-22T22:00", "2026-11-23T07:00"],
  ["2026-12-31T23:59", "2027-01-01T07:00"],
  ["2026-11-23T00:00", "2026-11-23T07:00"],
  ["2026-11-23T06:59", "2026-11-23T07:00"],
  ["2026-11-23T07:00", null],
])("at %s a notice waits until %s", (wallTime, until) => {
  expect(quietUntil(wallTime, usual)).toBe(until);
});

test("quiet hours may lie within a day, be none, or be switched off", () => {
  const nap = { ...usual, quietHoursStart: "13:00", quietHoursEnd: "15:00" };
  expect(quietUntil("2026-11-22T14:00", nap)).toBe("2026-11-22T15:00");
  expect(quietUntil("2026-11-22T23:00", nap)).toBeNull();
  expect(quietUntil("2026-11-22T14:00", { ...nap, quietHoursEnd: "13:00" })).toBeNull();
  expect(quietUntil("2026-11-22T23:00", { ...usual, quietHoursEnabled: false })).toBeNull();
});

test("the end of the quiet is a wall time, also where the offset changes that night", () => {
  expect(instantOf("2027-03-14T07:00", "America/New_York").toString()).toBe("2027-03-14T11:00:00Z");
  expect(instantOf("2027-03-13T07:00", "America/New_York").toString()).toBe("2027-03-13T12:00:00Z");
});
