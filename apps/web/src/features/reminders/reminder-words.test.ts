import { expect, test } from "vitest";

import { repeatOf, REPEATS, ruleOf, snoozeChoices, whenWords } from "./reminder-words.ts";

test("every choice of repetition is found again in its rule", () => {
  for (const repeat of REPEATS)
    expect(repeatOf(ruleOf(repeat, "2026-11-22"), "2026-11-22")).toBe(repeat);
  expect(ruleOf("weekly", "2026-11-22")).toBe("FREQ=WEEKLY;BYDAY=SU");
  expect(ruleOf("monthly", "2026-11-05")).toBe("FREQ=MONTHLY;BYMONTHDAY=5");
});

test("a rule that the form does not offer is kept as it is", () => {
  expect(repeatOf("FREQ=WEEKLY;INTERVAL=2", "2026-11-22")).toBe("kept");
  expect(repeatOf("FREQ=WEEKLY", "2026-11-22")).toBe("weekly");
});

test("putting off never leads back in time, also around midnight", () => {
  expect(snoozeChoices("2026-11-22T23:40").map(({ until }) => until)).toEqual([
    "2026-11-23T00:40",
    "2026-11-23T08:00",
    "2026-11-29T08:00",
  ]);
  expect(snoozeChoices("2026-11-22T09:05")[1]?.until).toBe("2026-11-22T19:00");
});

test("a moment is said as people say it", () => {
  expect(whenWords("2026-11-23T19:30:00", "2026-11-22")).toBe("amanhã às 19h30");
  expect(whenWords("2026-11-22T09:00", "2026-11-22")).toBe("hoje às 9h");
});
