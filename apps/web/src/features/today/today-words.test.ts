import { expect, test } from "vitest";

import { measuresLine, yesterdayLine, type Today } from "./today-words.ts";

const NOTHING: Today["yesterday"] = {
  day: "2026-11-21",
  totals: [],
  habitsDone: 0,
  habitsExpected: 0,
  spent: [],
};

function total(type: "sleep" | "mood", value: number): Today["yesterday"]["totals"][number] {
  return {
    type,
    value,
    unit: type === "sleep" ? "hours" : "score",
    goal: null,
    metricId: null,
    metricName: null,
  };
}

test("the measures of a day stand in a line, each beside its target", () => {
  expect(
    measuresLine([
      { type: "water", unit: "ml", value: 500, goal: 2000 },
      { type: "sleep", unit: "hours", value: null, goal: 8 },
      { type: "mood", unit: "score", value: 8, goal: null },
    ]),
  ).toBe("água 500 ml de 2.000 ml · humor 8 de 10");
});

test("a day without measures says that they are still to note", () => {
  expect(measuresLine([{ type: "water", unit: "ml", value: null, goal: 2000 }])).toBe(
    "água, sono e humor ainda por anotar",
  );
});

test("yesterday is one line of measures, habits and what was spent", () => {
  expect(
    yesterdayLine({
      ...NOTHING,
      totals: [total("sleep", 7.5), total("mood", 8)],
      habitsDone: 2,
      habitsExpected: 4,
      spent: [{ currency: "BRL", amount: "1234.50" }],
    }).replaceAll("\u00a0", " "),
  ).toBe("sono 7h30 · humor 8 de 10 · hábitos 2 de 4 · gastos de R$ 1.234,50");
  expect(yesterdayLine(NOTHING)).toBe("nada anotado");
});
