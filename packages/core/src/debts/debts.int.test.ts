import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { sum } from "../money.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { removeTransaction } from "../transactions/remove.ts";
import { createDebt } from "./create.ts";
import { listDebts } from "./list.ts";
import { negotiateDebt } from "./negotiate.ts";
import { payInstallments } from "./pay-installments.ts";
import { listDebtPayments } from "./payments.ts";
import { projectDebt } from "./projection.ts";
import { removeDebt } from "./remove.ts";
import { undoDebtPayment } from "./undo-payment.ts";
import { listUpcoming } from "./upcoming.ts";
import { updateDebt } from "./update.ts";

const services = await testServices();
const FRIDGE = {
  name: "Geladeira",
  creditor: "Loja",
  totalAmount: "1200.00",
  installments: 12,
  installmentAmount: "100.00",
  dueDay: 10,
  startMonth: "2026-10",
};

async function everything(person: TestPerson): Promise<unknown> {
  return inSession(services, { userId: person.userId }, async (ctx) => [
    await ctx.tx.debt.findMany({ orderBy: { id: "asc" } }),
    await ctx.tx.debtPayment.findMany({ orderBy: { id: "asc" } }),
    await ctx.tx.transaction.findMany({ orderBy: { id: "asc" } }),
  ]);
}

test("a negotiated debt is counted from its plan, and starts this month unless told otherwise", async () => {
  const ana = await services.person();
  const debt = await ana.run(createDebt, FRIDGE);
  expect(debt).toMatchObject({
    ...FRIDGE,
    negotiated: true,
    endMonth: "2027-09",
    currentInstallment: 1,
    paidInstallments: 0,
    remainingInstallments: 12,
    paidAmount: "0.00",
    remainingAmount: "1200.00",
    progress: 0,
    status: "overdue",
    nextDueOn: "2026-10-10",
    daysUntilDue: -43,
  });
  const { startMonth: _, ...undated } = FRIDGE;
  expect(await ana.run(createDebt, undated)).toMatchObject({
    startMonth: "2026-11",
    status: "overdue",
  });
  expect(await ana.run(createDebt, { ...undated, dueDay: 22 })).toMatchObject({ status: "active" });
});

test("paying settles the oldest first, writes a row of the ledger each and closes with the last", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  const paid = await ana.run(payInstallments, { debtId, quantity: 2 });
  expect(paid).toMatchObject({
    paidInstallments: 2,
    currentInstallment: 3,
    paidAmount: "200.00",
    remainingAmount: "1000.00",
    progress: 16.67,
    status: "active",
  });
  expect(paid.payments).toMatchObject([
    { number: 1, month: "2026-10", paidEarly: false },
    { number: 2, month: "2026-11", paidEarly: false },
  ]);
  const { items } = await ana.run(listTransactions, {});
  const rows = items.map(({ description, amount, categoryKey, day }) =>
    [description, amount, categoryKey, day].join(" "),
  );
  expect(new Set(rows)).toEqual(
    new Set(["Geladeira 1/12 100.00 debts 2026-11-22", "Geladeira 2/12 100.00 debts 2026-11-22"]),
  );
  expect(await ana.run(payInstallments, { debtId, quantity: 10, amount: "950.01" })).toMatchObject({
    status: "paid_off",
    remainingAmount: "0.00",
    paidAmount: "1150.01",
    progress: 100,
  });
  expect(sum((await ana.run(listTransactions, {})).items.map(({ amount }) => amount))).toBe(
    "1150.01",
  );
  expect(await ana.refusal(payInstallments, { debtId })).toBe("conflict debts.alreadyPaidOff");
});

test("an early payment has its own amount and says that it was early", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, { ...FRIDGE, startMonth: "2026-12" });
  const paid = await ana.run(payInstallments, { debtId, amount: "90.00", paidOn: "2026-11-20" });
  expect(paid.payments).toMatchObject([
    { number: 1, amount: "90.00", paidOn: "2026-11-20", paidEarly: true, month: "2026-12" },
  ]);
  expect(await ana.run(listUpcoming, { month: "2026-12" })).toMatchObject({
    items: [
      {
        number: 1,
        status: "paid_early",
        amount: "100.00",
        paidAmount: "90.00",
        dueOn: "2026-12-10",
      },
    ],
    totals: [{ currency: "BRL", total: "100.00", toPay: "0.00", paidEarly: 1, pending: 0 }],
  });
  expect(await ana.run(listDebtPayments, { debtId })).toMatchObject({
    items: [{ number: 1 }],
    total: 1,
    debt: { paidInstallments: 1 },
  });
});

test("ten people's worth of haste pays no installment twice and none too many", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, { ...FRIDGE, installments: 7 });
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => ana.run(payInstallments, { debtId })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
  const { items } = await ana.run(listDebtPayments, { debtId });
  expect(items.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect((await ana.run(listTransactions, {})).items).toHaveLength(7);
});

test("a repeated payment is one payment", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  const actionId = newId();
  const first = await ana.run(payInstallments, { debtId }, actionId);
  expect(await ana.run(payInstallments, { debtId }, actionId)).toEqual(first);
});

test("taking a payment back takes the newest, and its row of the ledger", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  await ana.run(payInstallments, { debtId, quantity: 12 });
  expect(await ana.run(undoDebtPayment, { debtId })).toMatchObject({
    paidInstallments: 11,
    status: "active",
    remainingAmount: "100.00",
  });
  expect((await ana.run(listTransactions, {})).items).toHaveLength(11);
  const [row] = (await ana.run(listTransactions, {})).items;
  expect(await ana.refusal(removeTransaction, { transactionId: row?.id })).toBe(
    "conflict transactions.settles",
  );
});

test("an open debt has no installments until it is negotiated", async () => {
  const ana = await services.person();
  const debt = await ana.run(createDebt, { name: "Tia", totalAmount: "500.00", negotiated: false });
  expect(debt).toMatchObject({
    negotiated: false,
    status: "active",
    installments: null,
    remainingAmount: "500.00",
    progress: null,
    nextDueOn: null,
  });
  expect(await ana.refusal(payInstallments, { debtId: debt.id })).toBe(
    "conflict debts.notNegotiated",
  );
  expect(await ana.refusal(updateDebt, { debtId: debt.id, dueDay: 3 })).toBe(
    "conflict debts.notNegotiated",
  );
  const agreed = await ana.run(negotiateDebt, {
    debtId: debt.id,
    installments: 5,
    installmentAmount: "110.00",
    dueDay: 28,
  });
  expect(agreed).toMatchObject({
    negotiated: true,
    startMonth: "2026-11",
    remainingAmount: "550.00",
    status: "active",
  });
  expect(
    await ana.refusal(negotiateDebt, {
      debtId: debt.id,
      installments: 5,
      installmentAmount: "110.00",
      dueDay: 28,
    }),
  ).toBe("conflict debts.alreadyNegotiated");
  expect(await ana.run(updateDebt, { debtId: debt.id, status: "defaulted" })).toMatchObject({
    status: "defaulted",
  });
});

test("months list what belongs in them", async () => {
  const ana = await services.person();
  await ana.run(createDebt, FRIDGE);
  await ana.run(createDebt, { ...FRIDGE, name: "Carro", startMonth: "2027-03", installments: 2 });
  await ana.run(createDebt, { name: "Tia", totalAmount: "500.00", negotiated: false });
  const names = async (input: { month?: string; status?: "overdue" }): Promise<string[]> =>
    (await ana.run(listDebts, input)).items.map(({ name }) => name);
  expect(await names({})).toEqual(["Geladeira", "Carro", "Tia"]);
  expect(await names({ month: "2026-11" })).toEqual(["Geladeira", "Tia"]);
  expect(await names({ month: "2027-04" })).toEqual(["Geladeira", "Carro", "Tia"]);
  expect(await names({ month: "2027-10" })).toEqual(["Tia"]);
  expect(await names({ status: "overdue" })).toEqual(["Geladeira"]);
  const first = await ana.run(listDebts, { limit: 2 });
  expect(first).toMatchObject({ total: 3 });
  expect(
    (await ana.run(listDebts, { limit: 2, cursor: first.nextCursor ?? "" })).items,
  ).toMatchObject([{ name: "Tia" }]);
});

test("says which rule an act breaks and changes nothing", async () => {
  const ana = await services.person();
  expect(await ana.refusal(createDebt, { name: "X", totalAmount: "10" })).toBe(
    "invalid debts.planRequired",
  );
  expect(await ana.refusal(createDebt, { ...FRIDGE, installments: 0 })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(createDebt, { ...FRIDGE, startMonth: "2026-13" })).toBe(
    "invalid input.invalid",
  );
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  const before = await everything(ana);
  expect(await ana.refusal(payInstallments, { debtId, quantity: 13 })).toBe(
    "conflict debts.tooMany",
  );
  expect(await ana.refusal(payInstallments, { debtId, quantity: 2, amount: "0.01" })).toBe(
    "invalid debts.amountTooSmall",
  );
  expect(await ana.refusal(payInstallments, { debtId, paidOn: "2026-11-23" })).toBe(
    "invalid transactions.futureDay",
  );
  expect(await ana.refusal(undoDebtPayment, { debtId })).toBe("conflict debts.noPayments");
  expect(await ana.refusal(updateDebt, { debtId, negotiated: false })).toBe(
    "conflict debts.alreadyNegotiated",
  );
  expect(await ana.refusal(updateDebt, { debtId, status: "paid_off" })).toBe(
    "conflict debts.payInstallments",
  );
  expect(await everything(ana)).toEqual(before);
  await ana.run(payInstallments, { debtId, quantity: 3 });
  expect(await ana.refusal(updateDebt, { debtId, installments: 2 })).toBe(
    "conflict debts.belowPaid",
  );
  const plan = (await ana.run(listDebts, {})).items[0];
  expect(await ana.refusal(updateDebt, { debtId, startMonth: "2028-01" })).toBe(
    "conflict debts.hasPayments",
  );
  await ana.run(updateDebt, { debtId, startMonth: plan?.startMonth ?? "" });
  await ana.run(updateDebt, { debtId, status: "settled" });
  expect(await ana.refusal(payInstallments, { debtId })).toBe("conflict debts.closed");
  expect((await ana.run(listUpcoming, { month: "2027-02" })).items).toEqual([]);
});

test("a removed debt leaves the money that moved in the ledger", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  await ana.run(payInstallments, { debtId, quantity: 2 });
  await ana.run(removeDebt, { debtId });
  expect((await ana.run(listDebts, {})).items).toEqual([]);
  expect((await ana.run(listTransactions, {})).items).toMatchObject([
    { debtPaymentId: null },
    { debtPaymentId: null },
  ]);
});

test("another person sees and changes nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  const plan = { installments: 2, installmentAmount: "1.00", dueDay: 1 };
  for (const operation of [
    updateDebt,
    removeDebt,
    payInstallments,
    undoDebtPayment,
    listDebtPayments,
    projectDebt,
  ]) {
    expect(await bia.refusal(operation, { debtId })).toBe("not_found debts.notFound");
  }
  expect(await bia.refusal(negotiateDebt, { debtId, ...plan })).toBe("not_found debts.notFound");
  expect((await bia.run(listDebts, {})).items).toEqual([]);
  expect((await bia.run(listUpcoming, { month: "2026-11" })).items).toEqual([]);
});

test("undo restores every table, and an older payment alone cannot be undone", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  const first = newId();
  await ana.run(payInstallments, { debtId, quantity: 2 }, first);
  const before = await everything(ana);
  const acts = [
    (id: string) => ana.run(payInstallments, { debtId, quantity: 3, amount: "250.01" }, id),
    (id: string) => ana.run(undoDebtPayment, { debtId }, id),
    (id: string) => ana.run(updateDebt, { debtId, installments: 6, status: "defaulted" }, id),
    (id: string) => ana.run(removeDebt, { debtId }, id),
  ];
  for (const act of acts) {
    const actionId = newId();
    await act(actionId);
    expect(await everything(ana)).not.toEqual(before);
    await ana.run(undoAction, { actionId });
    expect(await everything(ana)).toEqual(before);
  }
  await ana.run(payInstallments, { debtId });
  expect(await ana.refusal(undoAction, { actionId: first })).toBe("conflict undo.movedOn");
});

test("the projection reads the payments' months", async () => {
  const ana = await services.person();
  const { id: debtId } = await ana.run(createDebt, FRIDGE);
  await ana.run(payInstallments, { debtId, paidOn: "2026-10-09" });
  await ana.run(payInstallments, { debtId, paidOn: "2026-11-09" });
  expect(await ana.run(projectDebt, { debtId })).toMatchObject({
    estimatedPayoffMonth: "2027-09",
    remainingMonths: 10,
    velocity: { averagePerMonth: 1, isRegular: true },
  });
});
