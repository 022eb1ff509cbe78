import { expect, test } from "vitest";

import { createAccount } from "../accounts/create.ts";
import { createBill } from "../bills/create.ts";
import { markBillPaid } from "../bills/mark-paid.ts";
import { reopenCard } from "../chat/reopen.ts";
import { claim, liveWorker, pause, say, startConversation, waterAction } from "../chat/testing.ts";
import { readForecast } from "../finance/forecast.ts";
import { summarizeMonth } from "../finance/summary.ts";
import { createGoal } from "../goals/create.ts";
import { createHabit } from "../habits/create.ts";
import { completeHabit } from "../habits/mark.ts";
import { createIncome } from "../incomes/create.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { recordTransaction } from "../transactions/record.ts";
import { readToday } from "./today.ts";

const services = await testServices();

test("a day nothing was said about is empty, with the targets that hold", async () => {
  const ana = await services.person({ name: "Ana" });
  expect(await ana.run(readToday, {})).toEqual({
    day: "2026-11-22",
    name: "Ana",
    pending: [],
    unconfirmed: 0,
    payables: [],
    habits: [],
    money: {
      month: "2026-11",
      until: "2026-11-30",
      currency: "BRL",
      incomeActual: "0.00",
      spent: "0.00",
      result: "0.00",
      balance: "0.00",
      expectedIn: "0.00",
      payable: "0.00",
      projected: "0.00",
      others: [],
    },
    tracking: { day: "2026-11-22", entries: [], totals: [] },
    quick: [
      { type: "water", unit: "ml", value: null, goal: 2000 },
      { type: "sleep", unit: "hours", value: null, goal: 8 },
      { type: "mood", unit: "score", value: null, goal: null },
    ],
    goalsAtRisk: [],
    insight: null,
    yesterday: { day: "2026-11-21", totals: [], habitsDone: 0, habitsExpected: 0, spent: [] },
  });
});

test("what is overdue or due within a week stands there, soonest first; what is paid does not", async () => {
  const ana = await services.person();
  const bill = async (name: string, dueDay: number, month = "2026-11") =>
    ana.run(createBill, { name, categoryKey: "housing", amount: "10.00", dueDay, month });
  await bill("Hoje", 22);
  await bill("Vencida", 10);
  await bill("No sétimo dia", 29);
  await bill("No oitavo dia", 30);
  const paid = await bill("Paga", 23);
  await ana.run(markBillPaid, { billId: paid.id });
  const { payables } = await ana.run(readToday, {});
  expect(payables.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "Vencida overdue",
    "Hoje pending",
    "No sétimo dia pending",
  ]);
});

test("the month's result and what can be spent are those of finance, in each currency", async () => {
  const ana = await services.person();
  const bank = await ana.run(createAccount, {
    name: "Banco",
    kind: "checking",
    openingBalance: "1000.00",
  });
  await ana.run(createAccount, {
    name: "Dólares",
    kind: "savings",
    currency: "USD",
    openingBalance: "50.00",
  });
  await ana.run(createIncome, {
    name: "Salário",
    kind: "salary",
    expected: "4000.00",
    month: "2026-11",
    recurring: true,
    dueDay: 28,
  });
  const spend = (amount: string, day: string) =>
    ana.run(recordTransaction, {
      kind: "expense",
      amount,
      description: "Mercado",
      categoryKey: "food",
      accountId: bank.id,
      day,
    });
  await spend("120.50", "2026-11-21");
  await spend("30.00", "2026-11-22");
  await ana.run(createBill, {
    name: "Luz",
    categoryKey: "utilities",
    amount: "200.00",
    dueDay: 25,
    month: "2026-11",
  });
  const { money, yesterday } = await ana.run(readToday, {});
  const summary = await ana.run(summarizeMonth, { month: "2026-11" });
  const forecast = await ana.run(readForecast, {});
  expect(money).toMatchObject({
    result: summary.balance,
    spent: summary.spent,
    until: forecast.until,
    projected: forecast.projected,
  });
  expect(money).toMatchObject({ result: "-150.50", until: "2026-11-27", projected: "649.50" });
  expect(money.others).toMatchObject([{ currency: "USD", balance: "50.00", projected: "50.00" }]);
  expect(yesterday.spent).toEqual([{ currency: "BRL", amount: "120.50" }]);
});

test("habits of the day, yesterday's tally and measures against their targets", async () => {
  const ana = await services.person();
  services.at("2026-11-21T15:00:00Z");
  const read = await ana.run(createHabit, { name: "Ler", frequency: "daily" });
  await ana.run(createHabit, { name: "Correr", frequency: "daily" });
  await ana.run(createHabit, { name: "Estudar", frequency: "weekdays" });
  await ana.run(completeHabit, { habitId: read.id });
  await ana.run(recordEntry, { type: "mood", value: 8 });
  services.at("2026-11-22T15:00:00Z");
  await ana.run(recordEntry, { type: "water", value: 300 });
  await ana.run(recordEntry, { type: "water", value: 200 });
  const today = await ana.run(readToday, {});
  expect(today.habits.map(({ name }) => name)).toEqual(["Ler", "Correr"]);
  expect(today.quick[0]).toMatchObject({ type: "water", value: 500, goal: 2000 });
  expect(today.tracking.entries).toHaveLength(2);
  expect(today.yesterday).toMatchObject({
    habitsDone: 1,
    habitsExpected: 2,
    totals: [{ type: "mood", value: 8 }],
  });
});

test("a goal falls into sight only when it is at risk", async () => {
  const ana = await services.person();
  const goal = { area: "learning", targetValue: 12, unit: "livros" } as const;
  await ana.run(createGoal, {
    ...goal,
    title: "Atrasada",
    startDate: "2026-01-01",
    endDate: "2026-12-31",
  });
  await ana.run(createGoal, { ...goal, title: "Nova", endDate: "2027-12-31" });
  const { goalsAtRisk } = await ana.run(readToday, {});
  expect(goalsAtRisk.map(({ title }) => title)).toEqual(["Atrasada"]);
});

test("a card waits, and once expired counts as not confirmed until it is reopened", async () => {
  const ana = await services.person();
  const bia = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 500 ml");
  const run = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const confirmationId = await pause(services, run.lease, [waterAction(500)]);
  expect((await ana.run(readToday, {})).pending).toMatchObject([{ confirmationId }]);
  expect((await bia.run(readToday, {})).pending).toEqual([]);

  await inSession(services, { userId: ana.userId }, (ctx) =>
    ctx.tx.confirmation.updateMany({
      where: { userId: ana.userId, id: confirmationId },
      data: { status: "expired", expiresAt: ctx.nowDate, closedAt: ctx.nowDate },
    }),
  );
  expect(await ana.run(readToday, {})).toMatchObject({ pending: [], unconfirmed: 1 });
  expect((await bia.run(readToday, {})).unconfirmed).toBe(0);
  await ana.run(reopenCard, { confirmationId });
  expect(await ana.run(readToday, {})).toMatchObject({ pending: [{}], unconfirmed: 0 });
});
