import { expect, test } from "vitest";

import { readDays, weeksUpTo, type HabitHistory } from "./habit-days.ts";

const habit: HabitHistory["habit"] = {
  id: "019aa000-0000-7000-8000-000000000000",
  name: "Leitura",
  description: null,
  icon: "✓",
  color: null,
  frequency: "weekdays",
  frequencyDays: [],
  times: null,
  target: { value: 10, unit: "páginas", direction: "atLeast" },
  periodOfDay: "evening",
  reminderAt: null,
  startDay: "2026-11-16",
  createdAt: "2026-11-16T10:00:00.000Z",
};
const completion = {
  day: "2026-11-17",
  status: "done" as const,
  met: true,
  value: 12,
  notes: null,
};
const history: HabitHistory = {
  habit,
  completions: [
    completion,
    { ...completion, day: "2026-11-18", met: false, value: 4 },
    { ...completion, day: "2026-11-19", status: "skipped", met: true, value: null },
  ],
  currentStreak: 0,
  longestStreak: 1,
  score: 0,
  rate: 0,
};

test("each day is what was said of it, or what was expected of it", () => {
  const read = readDays(history, "2026-11-20");
  const marks = ["14", "16", "17", "18", "19", "20"].map((day) => read(`2026-11-${day}`).mark);
  expect(marks).toEqual(["off", "missed", "done", "part", "skipped", "off"]);
});

test("a habit of so many times leaves no day missed", () => {
  const times = {
    ...history,
    habit: { ...habit, frequency: "times" as const, times: { times: 3, days: 7 } },
  };
  expect(readDays(times, "2026-11-20")("2026-11-16").mark).toBe("off");
});

test("a year is columns of weeks that end today", () => {
  const weeks = weeksUpTo("2026-11-22");
  expect(weeks).toHaveLength(53);
  expect(weeks[0]?.[0]).toBe("2025-11-23");
  expect(weeks.at(-1)).toEqual(["2026-11-22"]);
});
