import * as fc from "fast-check";
import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { listActivity } from "../dashboard/activity.ts";
import { undoAction } from "../dashboard/undo.ts";
import { createMetric } from "../metrics/create.ts";
import { removeMetric } from "../metrics/remove.ts";
import { testServices } from "../testing.ts";
import { readCalendar } from "./calendar.ts";
import { readDay } from "./day.ts";
import { listEntries } from "./list.ts";
import { recordEntry } from "./record.ts";
import { removeEntry } from "./remove.ts";
import { summarizeEntries } from "./summary.ts";
import { updateEntry } from "./update.ts";

const services = await testServices();

test("records water in the canonical unit on the person's local day", async () => {
  const ana = await services.person({ timezone: "America/Sao_Paulo" });
  const entry = await ana.run(recordEntry, { type: "water", value: 2, unit: "L" });
  expect(entry).toMatchObject({
    type: "water",
    value: 2000,
    unit: "ml",
    day: "2026-11-22",
    area: "health",
    source: "form",
  });
  expect(await ana.run(readDay, { day: "2026-11-22" })).toMatchObject({
    totals: [{ type: "water", value: 2000, goal: 2000 }],
  });
});

test("says which rule a value breaks and stores nothing", async () => {
  const ana = await services.person();
  expect(await ana.refusal(recordEntry, { type: "water", value: 10_001 })).toBe(
    "invalid tracking.outOfRange",
  );
  expect(await ana.refusal(recordEntry, { type: "water", value: 1, unit: "kg" })).toBe(
    "invalid tracking.unknownUnit",
  );
  expect(await ana.refusal(recordEntry, { type: "mood", value: 7, day: "2026-11-23" })).toBe(
    "invalid tracking.futureDay",
  );
  expect(await ana.refusal(recordEntry, { type: "mood", value: 7, day: "2026-02-31" })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(recordEntry, { type: "custom", value: 7 })).toBe(
    "invalid tracking.metricRequired",
  );
  expect(await ana.refusal(recordEntry, { type: "custom", value: 7, metricId: newId() })).toBe(
    "not_found metrics.notFound",
  );
  expect((await ana.run(listEntries, {})).items).toEqual([]);
});

test("a repeated action answers the same entry and another input under its id is a conflict", async () => {
  const ana = await services.person();
  const actionId = newId();
  const [first, again] = await Promise.all([
    ana.run(recordEntry, { type: "water", value: 300 }, actionId),
    ana.run(recordEntry, { type: "water", value: 300 }, actionId),
  ]);
  expect(again).toEqual(first);
  expect((await ana.run(listEntries, {})).items).toHaveLength(1);
  await expect(ana.run(recordEntry, { type: "water", value: 301 }, actionId)).rejects.toMatchObject(
    { code: "conflict", reason: "action.reused" },
  );
});

test("another person sees and changes nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const entry = await ana.run(recordEntry, { type: "weight", value: 82.5 });
  expect((await bia.run(listEntries, {})).items).toEqual([]);
  expect(await bia.refusal(updateEntry, { entryId: entry.id, value: 80 })).toBe(
    "not_found tracking.entryNotFound",
  );
  expect(await bia.refusal(removeEntry, { entryId: entry.id })).toBe(
    "not_found tracking.entryNotFound",
  );
  expect((await ana.run(listEntries, {})).items).toEqual([entry]);
});

test("a correction changes the entry in place and undo brings the old one back", async () => {
  const ana = await services.person();
  const entry = await ana.run(recordEntry, { type: "sleep", value: 7, notes: "acordei uma vez" });
  const actionId = newId();
  expect(await ana.run(updateEntry, { entryId: entry.id, value: 7.5 }, actionId)).toMatchObject({
    id: entry.id,
    value: 7.5,
    notes: "acordei uma vez",
  });
  expect(await ana.run(undoAction, { actionId })).toEqual({
    actionId,
    tables: ["tracking_entries"],
  });
  expect((await ana.run(listEntries, {})).items).toEqual([entry]);
  expect(await ana.refusal(undoAction, { actionId })).toBe("not_found undo.nothing");
});

test("undo refuses when the entry has moved on, and takes nothing back", async () => {
  const ana = await services.person();
  const actionId = newId();
  const entry = await ana.run(recordEntry, { type: "weight", value: 82 }, actionId);
  await ana.run(updateEntry, { entryId: entry.id, value: 83 });
  expect(await ana.refusal(undoAction, { actionId })).toBe("conflict undo.movedOn");
  expect((await ana.run(listEntries, {})).items).toMatchObject([{ value: 83 }]);
});

test("a removed entry comes back byte for byte", async () => {
  const ana = await services.person();
  const metric = await ana.run(createMetric, {
    name: "Café",
    unit: "xícaras",
    minValue: 0,
    maxValue: 20,
  });
  const entry = await ana.run(recordEntry, { type: "custom", value: 2, metricId: metric.id });
  expect(entry).toMatchObject({ unit: "xícaras", metricName: "Café", area: "learning" });
  const actionId = newId();
  await ana.run(removeEntry, { entryId: entry.id }, actionId);
  await ana.run(undoAction, { actionId });
  expect((await ana.run(listEntries, { metricId: metric.id })).items).toEqual([entry]);
});

test("a custom metric has its own range, a unique name without accents, and outlives its removal in the history", async () => {
  const ana = await services.person();
  const metric = await ana.run(createMetric, { name: "Café", unit: "xícaras", maxValue: 20 });
  expect(await ana.refusal(recordEntry, { type: "custom", value: 21, metricId: metric.id })).toBe(
    "invalid tracking.outOfRange",
  );
  expect(await ana.refusal(createMetric, { name: " cafe ", unit: "x" })).toBe(
    "conflict metrics.nameTaken",
  );
  expect(
    await ana.refusal(createMetric, { name: "Passos", unit: "x", minValue: 3, maxValue: 2 }),
  ).toBe("conflict metrics.badRange");
  await ana.run(recordEntry, { type: "custom", value: 2, metricId: metric.id });
  await ana.run(removeMetric, { metricId: metric.id });
  expect((await ana.run(listEntries, { metricId: metric.id })).items).toHaveLength(1);
  expect(await ana.run(createMetric, { name: "Café", unit: "xícaras" })).toMatchObject({
    name: "Café",
  });
});

test("summarises days: sums for water, means for mood, honest about thin data", async () => {
  const ana = await services.person();
  for (const [day, value] of [
    ["2026-11-20", 500],
    ["2026-11-20", 700],
    ["2026-11-22", 1800],
  ] as const)
    await ana.run(recordEntry, { type: "water", value, day });
  const summary = await ana.run(summarizeEntries, {
    type: "water",
    from: "2026-11-16",
    to: "2026-11-22",
  });
  expect(summary).toMatchObject({
    count: 3,
    days: 2,
    sum: 3000,
    average: 1500,
    min: 500,
    max: 1800,
    goal: 2000,
    trend: { direction: "unclear" },
  });
  expect(summary.daily).toEqual([
    { day: "2026-11-20", value: 1200, count: 2 },
    { day: "2026-11-22", value: 1800, count: 1 },
  ]);
  expect(
    await ana.refusal(summarizeEntries, { type: "water", from: "2026-11-22", to: "2026-11-20" }),
  ).toBe("invalid tracking.badPeriod");
});

test("the calendar shows each day of the month with its mean mood", async () => {
  const ana = await services.person();
  for (const value of [6, 9])
    await ana.run(recordEntry, { type: "mood", value, day: "2026-11-03" });
  const { days } = await ana.run(readCalendar, { month: "2026-11" });
  expect(days).toHaveLength(30);
  expect(days[2]).toMatchObject({
    day: "2026-11-03",
    moodScore: 7.5,
    moodColor: "green",
    entries: 2,
    hasData: true,
  });
  expect(days[3]).toMatchObject({ moodScore: null, moodColor: "none", hasData: false });
});

test("pages give every entry once, whatever the page size", async () => {
  const ana = await services.person();
  for (let i = 1; i <= 9; i += 1)
    await ana.run(recordEntry, { type: "water", value: i, day: `2026-11-1${i % 3}` });
  const all = (await ana.run(listEntries, { limit: 100 })).items.map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10 }), async (limit) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ana.run(listEntries, { limit, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(all);
    }),
    { numRuns: 10 },
  );
});

test("the trail tells in words what was done, newest first, and what can be undone", async () => {
  const ana = await services.person();
  const actionId = newId();
  await ana.run(recordEntry, { type: "water", value: 500 }, actionId);
  await ana.run(recordEntry, { type: "weight", value: 82.5 });
  const { items } = await ana.run(listActivity, {});
  expect(items.map(({ title, undoable }) => [title, undoable])).toEqual([
    ["Peso · 82,5 kg", true],
    ["Água · 500 ml", true],
  ]);
  await ana.run(undoAction, { actionId });
  expect((await ana.run(listActivity, {})).items.at(-1)).toMatchObject({
    actionId,
    undone: true,
    undoable: false,
  });
});
