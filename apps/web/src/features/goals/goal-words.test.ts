import { expect, test } from "vitest";

import { amountOf, neededWords, paceOf, timeLeft, type Goal } from "./goal-words.ts";

const goal: Goal = {
  id: "019aa000-0000-7000-8000-000000000000",
  title: "Ler 24 livros",
  description: null,
  area: "learning",
  subArea: null,
  unit: "livros",
  direction: "increase",
  baseline: 0,
  targetValue: 24,
  currentValue: 12,
  startDate: "2026-01-01",
  endDate: "2026-12-31",
  status: "in_progress",
  progress: 50,
  elapsed: 55,
  daysRemaining: 60,
  atRisk: false,
  milestones: [],
  createdAt: "2026-01-01T10:00:00.000Z",
};

test("the pace compares the way gone with the time gone", () => {
  expect(paceOf(goal)).toBe("onPace");
  expect(paceOf({ ...goal, progress: 70 })).toBe("ahead");
  expect(paceOf({ ...goal, atRisk: true })).toBe("atRisk");
  expect(paceOf({ ...goal, status: "completed", atRisk: false })).toBe("reached");
});

test("what is still needed is said per day, week or month, whichever is readable", () => {
  expect(neededWords(goal)).toBe("cerca de 1,4 livros por semana bastam");
  expect(neededWords({ ...goal, targetValue: 252 })).toBe("cerca de 4 livros por dia bastam");
  expect(neededWords({ ...goal, targetValue: 13, daysRemaining: 90 })).toBe(
    "cerca de 0,3 livros por mês bastam",
  );
  expect(neededWords({ ...goal, status: "completed" })).toBeNull();
});

test("a number that should fall is told by where it stands and where it goes", () => {
  const weight = {
    ...goal,
    direction: "decrease" as const,
    unit: "kg",
    currentValue: 81.2,
    targetValue: 78,
  };
  expect(amountOf(weight)).toBe("81,2 kg, rumo a 78");
});

test("the time left is told in days, on its last day and after it", () => {
  expect(timeLeft(goal, "2026-11-01")).toBe("faltam 60 dias");
  expect(timeLeft({ ...goal, daysRemaining: 0 }, "2026-12-31")).toBe("o prazo é hoje");
  expect(timeLeft(goal, "2027-02-01")).toBe("o prazo foi 31 dez. 2026");
});

test("a goal of money is told as money", () => {
  const saving = { ...goal, title: "Reserva", unit: "reais", targetValue: 5000, currentValue: 300 };
  expect(amountOf(saving)).toBe("R$\u00a0300,00 de R$\u00a05.000,00");
  expect(neededWords(saving)).toBe("cerca de R$\u00a079,00 por dia bastam");
});
