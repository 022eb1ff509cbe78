import { expect, test } from "vitest";

import { editFields, fromText, mergeArgs, toText } from "./edit-fields.ts";

const water = { type: "water", value: 2000, unit: "ml", day: "2026-11-22" };

function field(tool: string, args: Record<string, unknown>, name: string) {
  const found = editFields(tool, args).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}

test("a metric offers its value within its range, its day and its notes, never its kind", () => {
  const fields = editFields("record_metric", water);
  expect(fields.map(({ name }) => name)).toEqual(["value", "day", "time", "notes"]);
  expect(fields[0]).toMatchObject({ kind: "number", min: 1, max: 10_000, unit: "ml" });
  expect(editFields("record_metric", { ...water, type: "mood" })[0]).toMatchObject({
    kind: "score",
  });
});

test("numbers and money are read as typed in Brazil and sent in wire form", () => {
  expect(fromText(field("record_metric", water, "value"), "2,5")).toEqual({ value: 2.5 });
  expect(fromText(field("record_metric", water, "value"), "20.000")).toHaveProperty("problem");
  expect(fromText(field("record_metric", water, "value"), "")).toHaveProperty("problem");
  const amount = field("record_transaction", { amount: "32.50", accountId: "x" }, "amount");
  expect(toText(amount, "32.50")).toBe("32,50");
  expect(fromText(amount, "R$ 1.200,9")).toEqual({ value: "1200.90" });
});

test("ids and kinds stay as they were proposed", () => {
  const args = {
    kind: "expense",
    amount: "10.00",
    accountId: "x",
    categoryKey: "food",
    day: "2026-11-22",
  };
  expect(editFields("record_transaction", args).map(({ name }) => name)).toEqual(["amount", "day"]);
  expect(editFields("delete_metric", { entryId: "x" })).toEqual([]);
});

test("edited arguments are complete, and an emptied optional one goes", () => {
  expect(mergeArgs({ ...water, notes: "x" }, { value: 500, notes: undefined })).toEqual({
    ...water,
    value: 500,
  });
});
