import { beforeEach, expect, test } from "vitest";

import { updateProfile } from "../account/update-profile.ts";
import { createBill } from "../bills/create.ts";
import { say, startConversation } from "../chat/testing.ts";
import { createGoal } from "../goals/create.ts";
import { addItem } from "../memory/add.ts";
import { consolidateMemory } from "../memory/consolidate.ts";
import { validateItem } from "../memory/update.ts";
import { testServices } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { listNotifications } from "./inbox.ts";
import { tellMorning } from "./morning.ts";
import { tellWeek } from "./weekly.ts";

const services = await testServices();
/** A Sunday. */
beforeEach(() => services.at("2026-11-22T15:00:00Z"));
type Person = Awaited<ReturnType<typeof services.person>>;

async function titles(person: Person): Promise<string[]> {
  return (await person.run(listNotifications, {})).items.map(({ title }) => title).toSorted();
}

async function bill(person: Person, name: string, dueDay: number): Promise<void> {
  await person.run(createBill, {
    name,
    categoryKey: "bills",
    amount: "99.90",
    dueDay,
    month: "2026-11",
    recurring: false,
  });
}

test("the morning tells what is due, money first, three things at most, and nothing twice", async () => {
  services.at("2026-11-21T15:00:00Z");
  const ana = await services.person();
  for (const [name, day] of [
    ["Luz", 21],
    ["Internet", 24],
    ["Água", 20],
    ["Academia", 21],
    ["Longe", 28],
  ] as const)
    await bill(ana, name, day);
  await ana.run(createGoal, {
    title: "Correr",
    area: "health",
    targetValue: 10,
    unit: "km",
    startDate: "2026-11-01",
    endDate: "2026-12-01",
  });
  expect(await tellMorning(services, ana)).toEqual({ told: 3 });
  expect(await tellMorning(services, ana)).toEqual({ told: 0 });
  expect(await titles(ana)).toEqual([
    "Academia: R$\u00a099,90",
    "Luz: R$\u00a099,90",
    "Água: R$\u00a099,90",
  ]);
});

test("on Sundays the week's report keeps its place among the three", async () => {
  const ana = await services.person();
  for (const name of ["Luz", "Água", "Gás"]) await bill(ana, name, 22);
  await ana.run(recordEntry, { type: "water", value: 1500, day: "2026-11-21" });
  expect(await tellMorning(services, ana)).toEqual({ told: 2 });
  expect(await tellWeek(services, ana)).toEqual({ told: 1 });
});

test("a question waits for the morning, comes after money, names its record and is told once", async () => {
  services.at("2026-11-20T15:00:00Z");
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const known = await ana.run(addItem, { type: "fact", content: "Moro em Recife" });
  await say(services, ana.userId, conversationId, "Agora moro em Salvador");
  await consolidateMemory(services, ana);
  expect(await titles(ana)).toEqual([]);
  await bill(ana, "Luz", 20);
  expect(await tellMorning(services, ana)).toEqual({ told: 2 });
  const notices = (await ana.run(listNotifications, {})).items;
  expect(notices.find(({ kind }) => kind === "question")).toMatchObject({
    title: "Isso mudou?",
    records: [{ table: "knowledge_items", id: known.id }],
  });
  for (const day of ["2026-11-21", "2026-11-23", "2026-11-24"]) {
    services.at(`${day}T15:00:00Z`);
    await tellMorning(services, ana);
  }
  const told = (await ana.run(listNotifications, {})).items.map(({ kind }) => kind);
  expect(told.filter((kind) => kind === "question")).toHaveLength(1);
});

test("what nobody confirmed for half a year is asked about, one a week, and never its words", async () => {
  services.at("2026-03-02T15:00:00Z");
  const ana = await services.person();
  const old = [];
  for (const content of ["Trabalho no Itaú", "Gosto de jiló"])
    old.push((await ana.run(addItem, { type: "fact", content })).id);
  services.at("2026-08-28T15:00:00Z");
  expect(await tellMorning(services, ana)).toEqual({ told: 0 });
  const asked = async (day: string) => {
    services.at(`${day}T15:00:00Z`);
    return (await tellMorning(services, ana)).told;
  };
  expect([await asked("2026-08-31"), await asked("2026-09-01"), await asked("2026-09-06")]).toEqual(
    [1, 0, 0],
  );
  expect([await asked("2026-09-07"), await asked("2026-09-14")]).toEqual([1, 0]);
  const { items } = await ana.run(listNotifications, {});
  expect(new Set(items.map(({ records }) => records[0]?.id))).toEqual(new Set(old));
  expect(JSON.stringify(items)).not.toMatch(/Itaú|jiló/);
  await ana.run(validateItem, { itemId: old[0] ?? "" });
  expect(await asked("2027-03-08")).toBe(1);
  expect((await ana.run(listNotifications, {})).items[0]?.records).toEqual([
    { table: "knowledge_items", id: old[1] },
  ]);
});

test("a muted kind is never told, and a day without anything is quiet", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  await bill(ana, "Luz", 22);
  await ana.run(updateProfile, { preferences: { notifications: { mutedKinds: ["bill"] } } });
  expect(await tellMorning(services, ana)).toEqual({ told: 0 });
  expect(await tellMorning(services, bia)).toEqual({ told: 0 });
  expect(await tellWeek(services, bia)).toEqual({ told: 0 });
});

test("the week is summed up from the person's own numbers, rounded as people say them, once", async () => {
  const ana = await services.person();
  for (const [day, water, exercise, mood] of [
    ["2026-11-19", 1500, 45, 7],
    ["2026-11-20", 2500, 40, 8],
    ["2026-11-21", 2400, 60, 8],
  ] as const) {
    await ana.run(recordEntry, { type: "water", value: water, day });
    await ana.run(recordEntry, { type: "exercise", value: exercise, day });
    await ana.run(recordEntry, { type: "mood", value: mood, day });
    await ana.run(recordEntry, { type: "sleep", value: 7.2, day });
  }
  expect(await tellWeek(services, ana)).toEqual({ told: 1 });
  expect(await tellWeek(services, ana)).toEqual({ told: 0 });
  expect((await ana.run(listNotifications, {})).items).toMatchObject([
    {
      title: "Sua semana",
      body: [
        "Sono, em média: 7h12 (3 dias)",
        "Água por dia: 2.133 ml (3 dias)",
        "Exercício por dia: 48 min (3 dias)",
        "Humor, em média: 7,7 de 10 (3 dias)",
      ].join("\n"),
    },
  ]);
});
