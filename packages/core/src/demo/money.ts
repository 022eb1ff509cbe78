import { createAccount } from "../accounts/create.ts";
import { payStatement } from "../accounts/pay-statement.ts";
import { listStatements } from "../accounts/statements.ts";
import { createBill } from "../bills/create.ts";
import { listBills } from "../bills/list.ts";
import { markBillPaid } from "../bills/mark-paid.ts";
import type { Ctx } from "../context.ts";
import { addMonths, dayInMonth, monthOf } from "../dates.ts";
import { createDebt } from "../debts/create.ts";
import { payInstallments } from "../debts/pay-installments.ts";
import { createExpense } from "../expenses/create.ts";
import { createIncome } from "../incomes/create.ts";
import { listIncomes } from "../incomes/list.ts";
import { markIncomeReceived } from "../incomes/mark-received.ts";
import { contribute } from "../investments/contribute.ts";
import { createInvestment } from "../investments/create.ts";
import { perform } from "../operation.ts";
import { recordTransaction } from "../transactions/record.ts";
import type { Chance } from "./chance.ts";

export type DemoMoney = { bankId: string; cardId: string; reserveId: string; debtId: string };

const BILLS = [
  ["Aluguel", "housing", "1850.00", 5],
  ["Conta de luz", "utilities", "182.40", 10],
  ["Internet", "utilities", "99.90", 15],
  ["Academia", "health", "119.90", 8],
  ["Netflix", "subscriptions", "55.90", 20],
] as const;

const PLANS = [
  ["Mercado", "food", "900.00"],
  ["Transporte", "transport", "350.00"],
  ["Lazer", "entertainment", "400.00"],
] as const;

/** The month of the first due day still to come. */
function firstMonth(ctx: Ctx, dueDay: number): string {
  const month = monthOf(ctx.today);
  return dayInMonth(month, dueDay) > ctx.today ? month : addMonths(month, 1);
}

/** Opens what the demo person's money stands in and plans what comes back every month. */
export async function startMoney(ctx: Ctx): Promise<DemoMoney> {
  const month = monthOf(ctx.today);
  const bank = await perform(ctx, createAccount, {
    name: "Nubank",
    kind: "checking",
    openingBalance: "2350.00",
  });
  const card = await perform(ctx, createAccount, {
    name: "Cartão Inter",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
    limit: "6000.00",
  });
  for (const [name, categoryKey, amount, dueDay] of BILLS) {
    await perform(ctx, createBill, {
      name,
      categoryKey,
      amount,
      dueDay,
      month: firstMonth(ctx, dueDay),
      recurring: true,
    });
  }
  for (const [name, categoryKey, planned] of PLANS)
    await perform(ctx, createExpense, { name, categoryKey, planned, month, recurring: true });
  await perform(ctx, createIncome, {
    name: "Salário",
    kind: "salary",
    expected: "6200.00",
    month: firstMonth(ctx, 5),
    recurring: true,
    dueDay: 5,
  });
  const debt = await perform(ctx, createDebt, {
    name: "Geladeira",
    creditor: "Magalu",
    totalAmount: "3588.00",
    negotiated: true,
    installments: 36,
    installmentAmount: "99.67",
    dueDay: 12,
    startMonth: firstMonth(ctx, 12),
  });
  const reserve = await perform(ctx, createInvestment, {
    name: "Reserva de emergência",
    type: "emergency_fund",
    currentAmount: "3000.00",
    goalAmount: "20000.00",
    monthlyContribution: "300.00",
  });
  return { bankId: bank.id, cardId: card.id, reserveId: reserve.id, debtId: debt.id };
}

const SPENDING = [
  ["Mercado", "food", 60, 320, 0.22],
  ["Padaria", "food", 9, 38, 0.35],
  ["iFood", "food", 32, 96, 0.16],
  ["Uber", "transport", 11, 42, 0.2],
  ["Gasolina", "transport", 120, 220, 0.05],
  ["Farmácia", "health", 18, 140, 0.06],
  ["Cinema", "entertainment", 28, 74, 0.04],
  ["Livraria", "education", 35, 120, 0.03],
] as const;

const INSTALLMENTS: readonly [Purchase, ...Purchase[]] = [
  ["Tênis de corrida", "599.90", 4],
  ["Celular", "2399.00", 12],
  ["Passagem aérea", "1180.00", 6],
];
type Purchase = [description: string, amount: string, installments: number];

/** What the demo person spends, pays and receives on one day. */
export async function liveMoney(ctx: Ctx, money: DemoMoney, chance: Chance): Promise<void> {
  for (const [description, categoryKey, min, max, probability] of SPENDING) {
    if (!chance.is(probability)) continue;
    const accountId = chance.is(0.55) ? money.cardId : money.bankId;
    await perform(ctx, recordTransaction, {
      kind: "expense",
      amount: chance.money(min, max),
      description,
      categoryKey,
      accountId,
      day: ctx.today,
    });
  }
  if (chance.is(0.008)) {
    const [description, amount, installments] = chance.pick(INSTALLMENTS);
    await perform(ctx, recordTransaction, {
      kind: "expense",
      amount,
      description,
      categoryKey: "shopping",
      accountId: money.cardId,
      installments,
      day: ctx.today,
    });
  }
  const month = monthOf(ctx.today);
  if (ctx.today === dayInMonth(month, 5)) await payday(ctx, money, month);
  if (ctx.today === dayInMonth(month, 12))
    await perform(ctx, payInstallments, {
      debtId: money.debtId,
      quantity: 1,
      accountId: money.bankId,
      paidOn: ctx.today,
    });
  await payBills(ctx, money, month);
}

async function payday(ctx: Ctx, money: DemoMoney, month: string): Promise<void> {
  const { items } = await listIncomes.run(ctx, { month, limit: 100 });
  for (const income of items.filter(({ status }) => status !== "received")) {
    await perform(ctx, markIncomeReceived, {
      incomeId: income.id,
      receivedOn: ctx.today,
      accountId: money.bankId,
    });
  }
  const { items: statements } = await listStatements.run(ctx, {
    accountId: money.cardId,
    limit: 12,
  });
  const due = statements.find(
    (statement) => statement.month === month && Number(statement.remaining) > 0,
  );
  if (due)
    await perform(ctx, payStatement, {
      accountId: money.cardId,
      month,
      fromAccountId: money.bankId,
      paidOn: ctx.today,
    });
  await perform(ctx, contribute, {
    investmentId: money.reserveId,
    amount: "300.00",
    fromAccountId: money.bankId,
    day: ctx.today,
  });
}

async function payBills(ctx: Ctx, money: DemoMoney, month: string): Promise<void> {
  if (!BILLS.some(([, , , dueDay]) => ctx.today === dayInMonth(month, dueDay))) return;
  const { items } = await listBills.run(ctx, { month, limit: 100 });
  for (const bill of items.filter(
    ({ status, dueDay }) => status !== "paid" && dayInMonth(month, dueDay) === ctx.today,
  )) {
    await perform(ctx, markBillPaid, {
      billId: bill.id,
      paidOn: ctx.today,
      accountId: money.bankId,
    });
  }
}
