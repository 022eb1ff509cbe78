import * as fc from "fast-check";
import { expect, test } from "vitest";

import { elapsedOf, isAtRisk, pressing, progressOf, statusOf } from "./rules.ts";
import type { Course } from "./rules.ts";

const run: Course = {
  direction: "increase",
  baseline: 0,
  targetValue: 100,
  currentValue: 40,
  startDate: "2026-01-01",
  endDate: "2026-12-31",
};
const lose: Course = {
  direction: "decrease",
  baseline: 90,
  targetValue: 80,
  currentValue: 87,
  startDate: "2026-11-01",
  endDate: "2026-12-01",
};

test("progress runs from the baseline to the target in both directions", () => {
  expect(progressOf(run)).toBe(40);
  expect(progressOf(lose)).toBe(30);
  expect(progressOf({ ...lose, currentValue: 92 })).toBe(0);
  expect(progressOf({ ...lose, currentValue: 79 })).toBe(100);
});

test("a goal is at risk when time runs more than twenty points ahead of it", () => {
  expect(elapsedOf(lose, "2026-11-16")).toBe(50);
  expect(isAtRisk(lose, "2026-11-16")).toBe(false);
  expect(isAtRisk(lose, "2026-11-17")).toBe(true);
  expect(isAtRisk({ ...lose, currentValue: 80 }, "2026-11-30")).toBe(false);
});

test("status follows value and day", () => {
  expect(statusOf({ ...run, currentValue: 0 }, "2026-06-01")).toBe("not_started");
  expect(statusOf(run, "2026-06-01")).toBe("in_progress");
  expect(statusOf({ ...run, currentValue: 100 }, "2027-06-01")).toBe("completed");
  expect(statusOf(run, "2027-01-01")).toBe("failed");
});

test("progress stays within 0 and 100 and grows towards the target", () => {
  const value = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, value, value, (baseline, targetValue, a, b) => {
      fc.pre(Math.abs(targetValue - baseline) > 1);
      const at = (share: number) =>
        progressOf({
          ...run,
          baseline,
          targetValue,
          currentValue: baseline + (targetValue - baseline) * share,
        });
      const [less, more] = [Math.min(a, b) / 1e6, Math.max(a, b) / 1e6];
      expect(at(less)).toBeGreaterThanOrEqual(0);
      expect(at(more)).toBeLessThanOrEqual(100);
      expect(at(more)).toBeGreaterThanOrEqual(at(less));
    }),
  );
});

test("goals at risk come in the order of what weighs, and an area that weighs nothing stays silent", () => {
  const goal = (title: string, area: "health" | "learning" | "finance", atRisk = true) => ({
    title,
    area,
    atRisk,
  });
  const goals = [
    goal("Ler", "learning"),
    goal("Correr", "health"),
    goal("Poupar", "finance"),
    goal("Nadar", "health", false),
  ];
  const told = pressing(goals, { health: 2, learning: 1, finance: 0 });
  expect(told.map(({ title }) => title)).toEqual(["Correr", "Ler"]);
});
