import { expect, test } from "vitest";

import { updateProfile } from "../account/update-profile.ts";
import { createBill } from "../bills/create.ts";
import { createGoal } from "../goals/create.ts";
import { testServices } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { listNotifications } from "./inbox.ts";
import { tellMorning } from "./morning.ts";
import { tellWeek } from "./weekly.ts";

const services = await testServices();
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
  const ana = await services.person();
  for (const [name, day] of [
    ["Luz", 22],
    ["Internet", 25],
    ["Água", 21],
    ["Academia", 22],
    ["Longe", 29],
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

test("a muted kind is never told, and a day without anything is quiet", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  await bill(ana, "Luz", 22);
  await ana.run(updateProfile, { preferences: { notifications: { mutedKinds: ["bill"] } } });
  expect(await tellMorning(services, ana)).toEqual({ told: 0 });
  expect(await tellMorning(services, bia)).toEqual({ told: 0 });
  expect(await tellWeek(services, bia)).toEqual({ told: 0 });
});

test("the week is summed up from the person's own numbers, once", async () => {
  const ana = await services.person();
  for (const value of [1500, 2500])
    await ana.run(recordEntry, {
      type: "water",
      value,
      day: value === 1500 ? "2026-11-20" : "2026-11-21",
    });
  expect(await tellWeek(services, ana)).toEqual({ told: 1 });
  expect(await tellWeek(services, ana)).toEqual({ told: 0 });
  expect((await ana.run(listNotifications, {})).items).toMatchObject([
    { title: "Sua semana", body: "Água por dia: 2.000 ml (2 dias)" },
  ]);
});
