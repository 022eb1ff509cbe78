import { testDb } from "@vida/db/testing";
import { countFlights } from "@vida/db/testing-proxy";
import { expect, test } from "vitest";
import type { z } from "zod";

import { updateProfile } from "../account/update-profile.ts";
import { createAccount } from "../accounts/create.ts";
import { payStatement } from "../accounts/pay-statement.ts";
import { createBill } from "../bills/create.ts";
import { listBills } from "../bills/list.ts";
import { markBillPaid } from "../bills/mark-paid.ts";
import { newId } from "../context.ts";
import { createDebt } from "../debts/create.ts";
import { listDebts } from "../debts/list.ts";
import { payInstallments } from "../debts/pay-installments.ts";
import { listUpcoming } from "../debts/upcoming.ts";
import { createExpense } from "../expenses/create.ts";
import { listExpenses } from "../expenses/list.ts";
import { createIncome } from "../incomes/create.ts";
import { listIncomes } from "../incomes/list.ts";
import { markIncomeReceived } from "../incomes/mark-received.ts";
import { createInvestment } from "../investments/create.ts";
import { readLexicon } from "../lexicon.ts";
import { execute, inSession } from "../operation.ts";
import type { Operation } from "../operation.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { recordTransaction } from "../transactions/record.ts";
import { readForecast } from "./forecast.ts";
import { readFinanceHistory } from "./history.ts";
import { listPayables } from "./payables.ts";
import { summarizeMonth } from "./summary.ts";

const services = await testServices();
const MONTH = "2026-11";

async function withMonth(): Promise<{
  ana: TestPerson;
  bank: string;
  card: string;
  light: string;
  fridge: string;
}> {
  const ana = await services.person();
  const bank = await ana.run(createAccount, {
    name: "Nubank",
    kind: "checking",
    openingBalance: "1000.00",
  });
  const card = await ana.run(createAccount, {
    name: "Cartão Inter",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
  });
  const light = await ana.run(createBill, {
    name: "Luz",
    categoryKey: "utilities",
    amount: "182.40",
    dueDay: 10,
    month: MONTH,
  });
  await ana.run(createBill, {
    name: "Internet",
    categoryKey: "utilities",
    amount: "99.90",
    dueDay: 25,
    month: MONTH,
    recurring: false,
  });
  await ana.run(createExpense, {
    name: "Mercado",
    categoryKey: "food",
    planned: "800.00",
    month: MONTH,
  });
  const salary = await ana.run(createIncome, {
    name: "Salário",
    kind: "salary",
    expected: "5000.00",
    month: MONTH,
    dueDay: 5,
  });
  await ana.run(createIncome, {
    name: "Freela",
    kind: "freelance",
    expected: "800.00",
    month: MONTH,
    recurring: false,
  });
  const fridge = await ana.run(createDebt, {
    name: "Geladeira",
    totalAmount: "1200.00",
    installments: 12,
    installmentAmount: "100.00",
    dueDay: 28,
    startMonth: MONTH,
  });
  await ana.run(createInvestment, {
    name: "Reserva",
    type: "emergency_fund",
    currentAmount: "3000.00",
    goalAmount: "10000.00",
  });
  await ana.run(markIncomeReceived, {
    incomeId: salary.id,
    amount: "5100.00",
    receivedOn: "2026-11-05",
    accountId: bank.id,
  });
  await ana.run(markBillPaid, {
    billId: light.id,
    amount: "190.00",
    paidOn: "2026-11-10",
    accountId: bank.id,
  });
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "250.00",
    description: "Feira",
    categoryKey: "food",
    accountId: bank.id,
  });
  await ana.run(recordTransaction, {
    kind: "expense",
    amount: "300.00",
    description: "Tênis",
    categoryKey: "shopping",
    accountId: card.id,
    installments: 3,
    day: "2026-11-20",
  });
  return { ana, bank: bank.id, card: card.id, light: light.id, fridge: fridge.id };
}

test("the summary tells a month in the contract's shape, each figure by its formula", async () => {
  const { ana } = await withMonth();
  expect(await ana.run(summarizeMonth, { month: MONTH })).toMatchObject({
    month: MONTH,
    currency: "BRL",
    spentBy: "purchase",
    incomeExpected: "5800.00",
    incomeActual: "5100.00",
    budgeted: "1182.30",
    spent: "540.00",
    balance: "4560.00",
    bills: {
      total: "282.30",
      paid: "190.00",
      pending: "99.90",
      overdue: "0.00",
      count: { total: 2, pending: 1, paid: 1, overdue: 0, canceled: 0 },
    },
    byCategory: [
      { categoryKey: "food", planned: "800.00", spent: "250.00" },
      { categoryKey: "utilities", planned: "282.30", spent: "190.00" },
      { categoryKey: "shopping", planned: "0.00", spent: "100.00" },
      { categoryKey: "debts", planned: "100.00", spent: "0.00" },
    ],
    debts: {
      count: 1,
      negotiatedCount: 1,
      totalAmount: "1200.00",
      totalRemaining: "1200.00",
      totalPaid: "0.00",
      installments: "100.00",
    },
    investments: { count: 1, totalCurrentAmount: "3000.00", averageProgress: 30 },
    others: [],
  });
});

test("installments count in the budget whatever their state", async () => {
  const { ana, fridge, bank } = await withMonth();
  await ana.run(payInstallments, {
    debtId: fridge,
    quantity: 12,
    amount: "1000.00",
    accountId: bank,
  });
  expect(await ana.run(summarizeMonth, { month: MONTH })).toMatchObject({
    budgeted: "1182.30",
    spent: "1540.00",
    debts: { installments: "100.00", totalPaid: "1000.00", totalRemaining: "0.00" },
  });
  expect(await ana.run(summarizeMonth, { month: "2027-10" })).toMatchObject({
    debts: { installments: "100.00" },
  });
  expect(await ana.run(summarizeMonth, { month: "2027-11" })).toMatchObject({
    debts: { installments: "0.00" },
  });
});

test("by statement, a card purchase counts in the month its statement is due", async () => {
  const { ana } = await withMonth();
  await ana.run(updateProfile, { preferences: { finance: { spentBy: "statement" } } });
  expect(await ana.run(summarizeMonth, { month: MONTH })).toMatchObject({
    spentBy: "statement",
    spent: "440.00",
  });
  expect(await ana.run(summarizeMonth, { month: "2026-12" })).toMatchObject({ spent: "100.00" });
});

test("each other currency is a block of its own", async () => {
  const { ana } = await withMonth();
  await ana.run(createBill, {
    name: "Hosting",
    categoryKey: "subscriptions",
    amount: "10.00",
    dueDay: 1,
    month: MONTH,
    currency: "USD",
  });
  await ana.run(createDebt, {
    name: "Euro",
    totalAmount: "50.00",
    negotiated: false,
    currency: "EUR",
  });
  const { others, ...own } = await ana.run(summarizeMonth, { month: MONTH });
  expect(own).toMatchObject({ currency: "BRL", budgeted: "1182.30" });
  expect(
    others.map(({ currency, budgeted, debts }) => [currency, budgeted, debts.totalAmount]),
  ).toEqual([
    ["EUR", "0.00", "50.00"],
    ["USD", "10.00", "0.00"],
  ]);
});

test("the history tells months oldest first and makes no rows", async () => {
  const { ana } = await withMonth();
  const history = await ana.run(readFinanceHistory, { endMonth: "2027-02", months: 5 });
  expect(history).toMatchObject({
    startMonth: "2026-10",
    endMonth: "2027-02",
    currency: "BRL",
    others: [],
  });
  expect(
    history.items.map(({ month, incomeActual, spent, balance }) => [
      month,
      incomeActual,
      spent,
      balance,
    ]),
  ).toEqual([
    ["2026-10", "0.00", "0.00", "0.00"],
    ["2026-11", "5100.00", "540.00", "4560.00"],
    ["2026-12", "0.00", "100.00", "-100.00"],
    ["2027-01", "0.00", "100.00", "-100.00"],
    ["2027-02", "0.00", "0.00", "0.00"],
  ]);
  const rows = await inSession(services, { userId: ana.userId }, async (ctx) =>
    ctx.tx.bill.count(),
  );
  expect(rows).toBe(4);
});

test("what is payable stands on one timeline, overdue first, paid things gone", async () => {
  const { ana, card, bank } = await withMonth();
  await ana.run(createBill, {
    name: "Gás",
    categoryKey: "utilities",
    amount: "80.00",
    dueDay: 3,
    month: "2026-10",
    recurring: false,
  });
  const seen = async (input: { from?: string; to?: string } = {}): Promise<unknown[]> =>
    (await ana.run(listPayables, input)).items.map(({ kind, name, amount, dueOn, status }) => [
      kind,
      name,
      amount,
      dueOn,
      status,
    ]);
  const december = [
    ["statement", "Cartão Inter", "100.00", "2026-12-05", "pending"],
    ["bill", "Luz", "182.40", "2026-12-10", "pending"],
    ["installment", "Geladeira", "100.00", "2026-12-28", "pending"],
  ];
  const november = [
    ["bill", "Internet", "99.90", "2026-11-25", "pending"],
    ["installment", "Geladeira", "100.00", "2026-11-28", "pending"],
  ];
  expect(await seen()).toEqual([
    ["bill", "Gás", "80.00", "2026-10-03", "overdue"],
    ...november,
    ...december,
  ]);
  expect(await seen({ from: "2026-12-01", to: "2026-12-31" })).toEqual(december);
  await ana.run(payStatement, { accountId: card, month: "2026-12", fromAccountId: bank });
  expect(await seen({ from: "2026-12-01", to: "2026-12-31" })).toEqual(december.slice(1));
  expect(await ana.run(listPayables, { to: "2026-11-30" })).toMatchObject({
    totals: [{ currency: "BRL", total: "279.90", overdue: "80.00" }],
  });
  expect(await seen({ from: "2027-06-01", to: "2027-06-30" })).toEqual([
    ["bill", "Luz", "182.40", "2027-06-10", "pending"],
    ["installment", "Geladeira", "100.00", "2027-06-28", "pending"],
  ]);
  expect(await ana.refusal(listPayables, { from: "2026-12-02", to: "2026-12-01" })).toBe(
    "invalid finance.badPeriod",
  );
});

test("the forecast is balance now + expected in − payable, up to the eve of the next income", async () => {
  const { ana } = await withMonth();
  const forecast = await ana.run(readForecast, {});
  // 1000 + 5100 − 190 − 250 now; the freela without a day counts at the month's end; the salary comes on 5 December.
  expect(forecast).toMatchObject({
    today: "2026-11-22",
    until: "2026-12-04",
    balance: "5660.00",
    expectedIn: "800.00",
    payable: "199.90",
    projected: "6260.10",
  });
  expect(forecast.incomes).toMatchObject([{ name: "Freela", expectedOn: "2026-11-30" }]);
  expect(forecast.payables.map(({ name }) => name)).toEqual(["Internet", "Geladeira"]);
  expect(await ana.run(readForecast, { until: "2026-12-05" })).toMatchObject({
    expectedIn: "5800.00",
    payable: "299.90",
    projected: "11160.10",
  });
  expect(await ana.run(readForecast, { until: "2026-11-22" })).toMatchObject({
    expectedIn: "0.00",
    payable: "0.00",
    projected: "5660.00",
  });
  expect(await ana.refusal(readForecast, { until: "2026-11-21" })).toBe("invalid finance.pastDay");
});

test("another person's plan is empty", async () => {
  await withMonth();
  const bia = await services.person();
  expect(await bia.run(summarizeMonth, { month: MONTH })).toMatchObject({
    budgeted: "0.00",
    spent: "0.00",
    incomeExpected: "0.00",
    byCategory: [],
    others: [],
  });
  expect((await bia.run(listPayables, {})).items).toEqual([]);
  expect(await bia.run(readForecast, {})).toMatchObject({ balance: "0.00", projected: "0.00" });
});

test("hostile months and days are refused, not stumbled over", async () => {
  const ana = await services.person();
  for (const month of ["2026-13", "0000-01", "9999-12", "2026-1", "", "2026-11-01", null, 202611]) {
    const refusals = [
      await ana.refusal(summarizeMonth, { month }),
      await ana.refusal(listBills, { month }),
      await ana.refusal(listExpenses, { month }),
      await ana.refusal(listIncomes, { month }),
      await ana.refusal(listUpcoming, { month }),
    ];
    expect([...new Set(refusals)]).toEqual(["invalid input.invalid"]);
  }
  for (const until of ["2026-02-31", "0001-01-01", "9999-12-31"])
    expect(await ana.refusal(readForecast, { until })).toBe("invalid input.invalid");
  expect(await ana.refusal(listBills, { month: MONTH, cursor: "AAAA" })).toBe(
    "invalid list.badCursor",
  );
});

test("names of this month's things are known, and of older ones only while they are open", async () => {
  const { ana, light } = await withMonth();
  await ana.run(createBill, {
    name: "Gás",
    categoryKey: "utilities",
    amount: "80.00",
    dueDay: 3,
    month: "2026-10",
    recurring: false,
  });
  await ana.run(createBill, {
    name: "Luz",
    categoryKey: "utilities",
    amount: "80.00",
    dueDay: 3,
    month: "2026-10",
    recurring: false,
  });
  const lexicon = await inSession(services, { userId: ana.userId }, readLexicon);
  expect(lexicon.bills).toMatchObject([
    { id: light, name: "Luz", status: "paid" },
    { name: "Internet", status: "pending" },
    { name: "Gás", status: "overdue", month: "2026-10" },
  ]);
  expect(lexicon.incomes).toMatchObject([
    { name: "Freela", received: false },
    { name: "Salário", received: true },
  ]);
  expect(lexicon.debts).toMatchObject([
    { name: "Geladeira", installments: 12, nextInstallment: 1, installmentAmount: "100.00" },
  ]);
  expect(lexicon.investments).toMatchObject([{ name: "Reserva", currentAmount: "3000.00" }]);
});

test("each reading takes as many flights with much data as with little", async () => {
  const { urls, open } = await testDb();
  const counter = await countFlights(urls.app);
  const counted = { ...services, db: open({ appUrl: counter.url, poolSize: 1 }) };
  const { ana, fridge, bank } = await withMonth();
  const measure = async (): Promise<number[]> => {
    const flights: number[] = [];
    const count = async <I extends z.ZodType, O extends z.ZodType>(
      operation: Operation<I, O>,
      input: z.input<I>,
    ): Promise<void> => {
      counter.reset();
      await execute(counted, operation, input, { userId: ana.userId });
      flights.push(counter.flights());
    };
    await count(summarizeMonth, { month: MONTH });
    await count(readFinanceHistory, { months: 12 });
    await count(listPayables, {});
    await count(readForecast, {});
    await count(listBills, { month: MONTH });
    await count(listExpenses, { month: MONTH });
    await count(listIncomes, { month: MONTH });
    await count(listDebts, {});
    await count(listUpcoming, { month: MONTH });
    return flights;
  };
  await measure();
  const little = await measure();
  for (let i = 0; i < 15; i += 1) {
    await ana.run(createBill, {
      name: `Conta ${i}`,
      categoryKey: "bills",
      amount: "10.00",
      dueDay: 1 + i,
      month: MONTH,
    });
    await ana.run(createExpense, {
      name: `Plano ${i}`,
      categoryKey: "food",
      planned: "10.00",
      month: MONTH,
    });
    await ana.run(createDebt, {
      name: `Dívida ${i}`,
      totalAmount: "10.00",
      installments: 2,
      installmentAmount: "5.00",
      dueDay: 3,
    });
  }
  await ana.run(payInstallments, { debtId: fridge, quantity: 6, accountId: bank });
  expect(await measure()).toEqual(little);
  await counter.close();
});

test("a payment of a hundred installments takes as many flights as one of two", async () => {
  const { urls, open } = await testDb();
  const counter = await countFlights(urls.app);
  const counted = { ...services, db: open({ appUrl: counter.url, poolSize: 1 }) };
  const ana = await services.person();
  const flights: number[] = [];
  for (const quantity of [2, 2, 100]) {
    const debt = await ana.run(createDebt, {
      name: "Carro",
      totalAmount: "100.00",
      installments: 120,
      installmentAmount: "1.00",
      dueDay: 3,
    });
    counter.reset();
    await execute(
      counted,
      payInstallments,
      { debtId: debt.id, quantity },
      { userId: ana.userId, actionId: newId() },
    );
    flights.push(counter.flights());
  }
  expect(flights[2]).toBe(flights[1]);
  await counter.close();
});
