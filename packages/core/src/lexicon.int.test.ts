import { testDb } from "@vida/db/testing";
import { countFlights } from "@vida/db/testing-proxy";
import { expect, test } from "vitest";

import { createAccount } from "./accounts/create.ts";
import { createHabit } from "./habits/create.ts";
import { completeHabit } from "./habits/mark.ts";
import { readLexicon } from "./lexicon.ts";
import { addItem } from "./memory/add.ts";
import { createMetric } from "./metrics/create.ts";
import { removeMetric } from "./metrics/remove.ts";
import { inSession } from "./operation.ts";
import { createReminder } from "./reminders/create.ts";
import { testServices } from "./testing.ts";
import type { TestPerson } from "./testing.ts";
import { recordEntry } from "./tracking/record.ts";
import { recordTransaction } from "./transactions/record.ts";

const services = await testServices();
const lexiconOf = async ({ userId }: TestPerson) => inSession(services, { userId }, readLexicon);

test("a new person's words name only what everybody starts with", async () => {
  const lexicon = await lexiconOf(await services.person());
  expect(lexicon.accounts).toMatchObject([{ name: "Carteira", kind: "cash", isDefault: true }]);
  expect(lexicon.categories?.length).toBeGreaterThan(20);
  expect(lexicon.bills).toEqual([]);
  expect(lexicon.memories).toEqual([]);
});

test("everything that a person may mean is named, and nobody else's", async () => {
  const ana = await services.person();
  const habit = await ana.run(createHabit, { name: "Ler", frequency: "daily" });
  await ana.run(completeHabit, { habitId: habit.id });
  const coffee = await ana.run(createMetric, { name: "Café", unit: "xícaras" });
  const gone = await ana.run(createMetric, { name: "Chá", unit: "xícaras" });
  await ana.run(removeMetric, { metricId: gone.id });
  await ana.run(recordEntry, { type: "custom", metricId: coffee.id, value: 2 });
  await ana.run(recordEntry, { type: "sleep", value: 7.5, day: "2026-11-21" });
  const bank = await ana.run(createAccount, { name: "Nubank", kind: "checking" });
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "120.00",
    description: "Mercado",
    categoryKey: "food",
    accountId: bank.id,
  });
  await ana.run(createReminder, { title: "Dentista", remindAt: "2026-11-23T09:00" });
  await ana.run(addItem, { type: "fact", content: "Sou alérgica a camarão" });
  const lexicon = await lexiconOf(ana);
  expect(lexicon.habits).toMatchObject([{ name: "Ler", target: null, doneDays: ["2026-11-22"] }]);
  expect(lexicon.metrics).toMatchObject([{ name: "Café", unit: "xícaras" }]);
  expect(lexicon.entries).toMatchObject([
    { type: "custom", metricId: coffee.id, value: 2 },
    { type: "sleep", value: 7.5, day: "2026-11-21" },
  ]);
  expect(lexicon.transactions).toMatchObject([
    { description: "Mercado", amount: "120.00", day: "2026-11-22", categoryKey: "food" },
  ]);
  expect(lexicon.learned).toMatchObject([
    { description: "Mercado", categoryKey: "food", accountId: bank.id },
  ]);
  expect(lexicon.reminders).toMatchObject([{ title: "Dentista", remindAt: "2026-11-23T09:00" }]);
  expect(lexicon.memories).toMatchObject([{ content: "Sou alérgica a camarão" }]);
  const other = await lexiconOf(await services.person());
  expect([other.habits, other.metrics, other.entries, other.transactions, other.reminders]).toEqual(
    [[], [], [], [], []],
  );
});

test("all names are read in one statement", async () => {
  const { urls, open } = await testDb();
  const counter = await countFlights(urls.app);
  const counted = { ...services, db: open({ appUrl: counter.url, poolSize: 1 }) };
  const { userId } = await services.person();
  const flights = async (work: () => Promise<unknown>) => {
    await work();
    const before = counter.flights();
    await work();
    return counter.flights() - before;
  };
  const empty = await flights(async () => inSession(counted, { userId }, async () => undefined));
  expect(await flights(async () => inSession(counted, { userId }, readLexicon))).toBe(empty + 1);
  await counter.close();
});
