import { expect, test } from "vitest";

import type { CardAction } from "../live/message.ts";
import { kindOf, mayGoByRule } from "./rule-kinds.ts";

const water: CardAction = {
  actionId: "0197a000-0000-7000-8000-000000000001",
  tool: "record_metric",
  args: { type: "water", value: 300, unit: "ml" },
  title: "Água",
  details: [],
  warnings: [],
  weight: "line",
};

test("kinds tell metrics, habits and reminders apart, and know nothing else", () => {
  expect(kindOf("record_metric", { type: "water" })).toBe("water");
  expect(kindOf("record_metric", { type: "custom", metricId: "m1" })).toBe("m1");
  expect(kindOf("record_habit", { habitId: "h1" })).toBe("h1");
  expect(kindOf("create_reminder", { title: "ligar" })).toBe("reminder");
  for (const tool of ["record_transaction", "update_metric", "delete_metric", "add_knowledge"])
    expect(kindOf(tool, { type: "water", metricId: "m1", habitId: "h1" })).toBeNull();
});

test("a rule never lets a warning, a heavy card or a foreign tool through", () => {
  expect(mayGoByRule(water)).toBe(true);
  expect(mayGoByRule({ ...water, warnings: ["já existe um igual"] })).toBe(false);
  expect(mayGoByRule({ ...water, weight: "table" })).toBe(false);
  expect(mayGoByRule({ ...water, weight: undefined })).toBe(false);
  expect(mayGoByRule({ ...water, tool: "record_transaction" })).toBe(false);
});
