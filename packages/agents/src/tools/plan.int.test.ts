import { createAccount } from "@vida/core/accounts/create";
import { createBill } from "@vida/core/bills/create";
import { createDebt } from "@vida/core/debts/create";
import { createIncome } from "@vida/core/incomes/create";
import { createInvestment } from "@vida/core/investments/create";
import { readLexicon } from "@vida/core/lexicon";
import { execute, inSession } from "@vida/core/operation";
import { testServices } from "@vida/core/testing";
import type { TestPerson } from "@vida/core/testing";
import { expect, test } from "vitest";

import { toolPorts } from "../tool-ports.ts";
import { registryOf } from "../tools.ts";

const services = await testServices();
const MONTH = "2026-11";

async function portsOf({ userId }: TestPerson) {
  const env = await inSession(services, { userId }, async (ctx) => ({
    today: ctx.today,
    now: ctx.wallTime,
    lexicon: await readLexicon(ctx),
    done: [],
  }));
  return toolPorts({
    services,
    userId,
    registry: registryOf(),
    env,
    understood: [],
    onBug(error) {
      throw error;
    },
  });
}

async function withPlan() {
  const ana = await services.person();
  const bank = await ana.run(createAccount, { name: "Nubank", kind: "checking" });
  const light = await ana.run(createBill, {
    name: "Conta de luz",
    categoryKey: "utilities",
    amount: "182.40",
    dueDay: 10,
    month: MONTH,
  });
  const salary = await ana.run(createIncome, {
    name: "Salário",
    kind: "salary",
    expected: "5000",
    month: MONTH,
  });
  const fridge = await ana.run(createDebt, {
    name: "Geladeira",
    totalAmount: "1200",
    installments: 12,
    installmentAmount: "100",
    dueDay: 10,
    startMonth: MONTH,
  });
  const reserve = await ana.run(createInvestment, {
    name: "Reserva",
    type: "emergency_fund",
    currentAmount: "3000",
  });
  return { ana, bank, light, salary, fridge, reserve };
}

/** Proposes, then does exactly what the card bound, as a decision would. */
async function confirm(ana: TestPerson, name: string, raw: Record<string, unknown>) {
  const proposed = await (await portsOf(ana)).propose(name, raw);
  if (!proposed.ok) throw new Error(`${name}: ${proposed.message}`);
  const spec = registryOf().find(name);
  if (spec === undefined) throw new Error(`no tool ${name}`);
  const { operation, input } = spec.call(proposed.args);
  const caller = { userId: ana.userId, actor: "assistant" as const };
  const output: unknown = await execute(services, operation, input, caller);
  const env = { today: "2026-11-22", now: "2026-11-22T12:00", lexicon: {}, done: [] };
  return { ...proposed, said: plain(spec.summary(output, proposed.args, env)) };
}

/** Money in words with ordinary spaces. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, " ");
}

test("a payment binds amount, account and day, and says what was done", async () => {
  const { ana, bank, light } = await withPlan();
  const paid = await confirm(ana, "mark_bill_paid", { billId: "luz", accountId: "nubank" });
  expect(paid).toMatchObject({
    weight: "table",
    title: "Conta paga: Conta de luz",
    args: { billId: light.id, amount: "182.40", accountId: bank.id, paidOn: "2026-11-22" },
    said: "Conta de luz marcada como paga: R$ 182,40",
  });
  expect(paid.details.slice(0, 2).map(({ label }) => label)).toEqual(["Valor", "Conta"]);
  const { propose } = await portsOf(ana);
  expect(await propose("mark_bill_paid", { billId: "luz" })).toMatchObject({
    ok: false,
    message: "Essa conta já está paga.",
  });
});

test("debts are heavy, with what is left before and after", async () => {
  const { ana, fridge, bank } = await withPlan();
  const paid = await confirm(ana, "pay_installments", {
    debtId: "geladeira",
    quantity: 2,
    amount: 190,
    accountId: "nubank",
  });
  expect(paid).toMatchObject({
    weight: "heavy",
    args: {
      debtId: fridge.id,
      quantity: 2,
      amount: "190.00",
      accountId: bank.id,
      paidOn: "2026-11-22",
    },
    said: "Geladeira: parcelas 1 a 2 de 12 pagas, faltam 10",
  });
  expect(paid.details).toContainEqual({ label: "Faltam", value: "12 → 10" });
  const { propose } = await portsOf(ana);
  expect(await propose("pay_installments", { debtId: "geladeira", quantity: 11 })).toMatchObject({
    ok: false,
    code: "conflict",
  });
});

test("creating takes this month, and removing shows what goes", async () => {
  const { ana } = await withPlan();
  expect(
    await confirm(ana, "create_bill", {
      name: "Celular",
      amount: 59.99,
      dueDay: 18,
      categoryKey: "contas",
    }),
  ).toMatchObject({ args: { month: MONTH, categoryKey: "bills" } });
  expect(
    await confirm(ana, "plan_expense", { name: "Mercado", planned: 800, categoryKey: "food" }),
  ).toMatchObject({ args: { month: MONTH }, said: "Mercado: R$ 800,00 previstos" });
  expect(await confirm(ana, "create_income", { name: "Freela", expected: 800 })).toMatchObject({
    args: { month: MONTH, kind: "other" },
  });
  expect(
    await confirm(ana, "create_debt", {
      name: "Empréstimo",
      totalAmount: 6000,
      installments: 12,
      installmentAmount: 600,
      dueDay: 10,
    }),
  ).toMatchObject({ weight: "heavy", args: { startMonth: MONTH, negotiated: true } });
  expect(
    await confirm(ana, "update_bill", { billId: "celular", amount: 70, scope: "future" }),
  ).toMatchObject({ weight: "heavy" });
  expect(await confirm(ana, "delete_bill", { billId: "celular", scope: "all" })).toMatchObject({
    weight: "heavy",
    said: "Conta Celular apagada em 3 meses",
  });
  expect(await confirm(ana, "mark_income_received", { incomeId: "salário" })).toMatchObject({
    said: "Salário recebida: R$ 5.000,00",
  });
  expect(
    await confirm(ana, "update_investment", { investmentId: "reserva", currentAmount: 3100 }),
  ).toMatchObject({ said: "Reserva agora vale R$ 3.100,00" });
});

test("every reading answers without a month, in one line with its figures", async () => {
  const { ana } = await withPlan();
  const { read } = await portsOf(ana);
  const said = async (name: string, raw: Record<string, unknown> = {}) => {
    const found = await read(name, raw, crypto.randomUUID());
    return found.ok ? plain(found.summary) : found.message;
  };
  expect(await said("get_bills")).toBe("1 conta em novembro, R$ 182,40 em aberto");
  expect(await said("get_pending_bills")).toBe("1 conta em novembro, R$ 182,40 em aberto");
  expect(await said("get_expenses")).toBe("0 gastos previstos");
  expect(await said("get_incomes")).toBe("1 receita esperada");
  expect(await said("get_investments")).toBe("1 investimento");
  expect(await said("get_debt_progress")).toBe("1 dívida");
  expect(await said("get_debt_payment_history", { debtId: "geladeira" })).toBe(
    "Geladeira: 0 parcelas pagas, R$ 0,00",
  );
  expect(await said("get_upcoming_installments")).toBe("1 parcela, R$ 100,00 a pagar");
  expect(await said("get_finance_summary")).toBe(
    "novembro: entrou R$ 0,00, saiu R$ 0,00, resultado R$ 0,00",
  );
  expect(await said("get_payables")).toBe("4 coisas a pagar, R$ 564,80");
  expect(await said("get_forecast")).toBe("Até 30 nov. devem sobrar R$ 4.717,60");
});
