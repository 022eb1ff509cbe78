import fc from "fast-check";
import { expect, test } from "vitest";

import { createAccount } from "../accounts/create.ts";
import { listAccounts } from "../accounts/list.ts";
import { createBill } from "../bills/create.ts";
import { markBillPaid } from "../bills/mark-paid.ts";
import { markBillUnpaid } from "../bills/mark-unpaid.ts";
import { removeBill } from "../bills/remove.ts";
import { restoreBill } from "../bills/restore.ts";
import { updateBill } from "../bills/update.ts";
import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { createDebt } from "../debts/create.ts";
import { payInstallments } from "../debts/pay-installments.ts";
import { undoDebtPayment } from "../debts/undo-payment.ts";
import { updateDebt } from "../debts/update.ts";
import { isDomainError } from "../errors.ts";
import { createExpense } from "../expenses/create.ts";
import { removeExpense } from "../expenses/remove.ts";
import { restoreExpense } from "../expenses/restore.ts";
import { actualOf } from "../expenses/rows.ts";
import { updateExpense } from "../expenses/update.ts";
import { createIncome } from "../incomes/create.ts";
import { markIncomeNotReceived } from "../incomes/mark-not-received.ts";
import { markIncomeReceived } from "../incomes/mark-received.ts";
import { removeIncome } from "../incomes/remove.ts";
import { restoreIncome } from "../incomes/restore.ts";
import { updateIncome } from "../incomes/update.ts";
import { contribute } from "../investments/contribute.ts";
import { createInvestment } from "../investments/create.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { recordTransaction } from "../transactions/record.ts";
import { summarizeMonth } from "./summary.ts";
import { figuresOf, heldIn, spentOn } from "./testing-figures.ts";
import { apply, picked } from "./testing-model.ts";
import { anyOp } from "./testing-ops.ts";
import { CURRENCIES, dayBack, emptyWorld, monthIndex, monthName, text } from "./testing-world.ts";
import type { Op, World } from "./testing-world.ts";

const services = await testServices();

type Act = (actionId: string) => Promise<unknown>;
type Book = {
  person: TestPerson;
  accounts: Record<string, string>;
  debts: string[];
  investments: string[];
};

async function openBook(): Promise<Book> {
  const person = await services.person();
  const accounts: Record<string, string> = {};
  for (const currency of CURRENCIES) {
    accounts[currency] = (
      await person.run(createAccount, { name: `Conta ${currency}`, kind: "checking", currency })
    ).id;
  }
  return { person, accounts, debts: [], investments: [] };
}

const SERIES = { bill: "bill", expense: "expense", income: "income" } as const;

function nameOf(world: World, index: number): string {
  const row = world.rows[index];
  return row?.series == null ? `R${index}` : `S${row.series}`;
}

/** The real id of a row of the model: one row a month carries the name of its series. */
async function idOf(book: Book, world: World, index: number): Promise<string> {
  const row = world.rows[index];
  if (row === undefined) throw new Error("no such row");
  return inSession(services, { userId: book.person.userId }, async ({ tx, userId }) => {
    const where = { userId, name: nameOf(world, index), month: monthName(row.month) };
    const found =
      SERIES[row.kind] === "bill"
        ? await tx.bill.findMany({ where })
        : row.kind === "expense"
          ? await tx.expense.findMany({ where })
          : await tx.income.findMany({ where });
    expect(found).toHaveLength(1);
    return found[0]?.id ?? "";
  });
}

/** The real form of an operation, to be run under an action id; null when there is nothing to run it on. */
async function realize(book: Book, world: World, op: Op): Promise<Act | null> {
  const { person, accounts } = book;
  const amountOf = (cents: number | null): { amount?: string } =>
    cents === null ? {} : { amount: text(BigInt(cents)) };
  if (op.op === "plan") {
    const name = op.recurring ? `S${world.series + 1}` : `R${world.rows.length}`;
    const common = {
      name,
      month: monthName(monthIndex(op.ahead)),
      recurring: op.recurring,
      currency: op.currency,
    };
    const value = text(BigInt(op.cents));
    if (op.kind === "bill")
      return async (id) =>
        person.run(
          createBill,
          { ...common, amount: value, dueDay: op.dueDay, categoryKey: op.category },
          id,
        );
    if (op.kind === "expense")
      return async (id) =>
        person.run(createExpense, { ...common, planned: value, categoryKey: op.category }, id);
    return async (id) =>
      person.run(createIncome, { ...common, expected: value, kind: "salary" }, id);
  }
  if (op.op === "look")
    return async () => person.run(summarizeMonth, { month: monthName(monthIndex(op.ahead)) });
  if (op.op === "move") {
    return async (id) =>
      person.run(
        recordTransaction,
        {
          kind: op.kind,
          amount: text(BigInt(op.cents)),
          description: "Algo",
          categoryKey: op.kind === "expense" ? op.category : "bonus",
          accountId: accounts[op.currency] ?? "",
          day: dayBack(op.back),
        },
        id,
      );
  }
  if (op.op === "debt") {
    return async (id) => {
      const input = {
        name: "Dívida",
        totalAmount: text(BigInt(op.cents) * BigInt(op.count)),
        installments: op.count,
        installmentAmount: text(BigInt(op.cents)),
        dueDay: op.dueDay,
        startMonth: monthName(monthIndex(op.start)),
        currency: op.currency,
      };
      const debt = await person.run(createDebt, input, id);
      if (!book.debts.includes(debt.id)) book.debts.push(debt.id);
      return debt;
    };
  }
  if (op.op === "invest") {
    return async (id) => {
      const one = await person.run(
        createInvestment,
        {
          name: "Reserva",
          type: "custom",
          currentAmount: text(BigInt(op.cents)),
          currency: op.currency,
        },
        id,
      );
      if (!book.investments.includes(one.id)) book.investments.push(one.id);
      return one;
    };
  }
  if (op.op === "contribute") {
    const at = op.pick % Math.max(1, world.invested.length);
    const [investmentId, chosen] = [book.investments[at], world.invested[at]];
    if (investmentId === undefined || chosen === undefined) return null;
    return async (id) =>
      person.run(
        contribute,
        {
          investmentId,
          amount: text(BigInt(op.cents)),
          fromAccountId: accounts[chosen.currency] ?? "",
        },
        id,
      );
  }
  if (op.op === "pay" || op.op === "unpay" || op.op === "close") {
    const at = op.pick % Math.max(1, world.debts.length);
    const [debtId, debt] = [book.debts[at], world.debts[at]];
    if (debtId === undefined || debt === undefined) return null;
    if (op.op === "unpay") return async (id) => person.run(undoDebtPayment, { debtId }, id);
    if (op.op === "close")
      return async (id) => person.run(updateDebt, { debtId, status: "settled" }, id);
    return async (id) =>
      person.run(
        payInstallments,
        {
          debtId,
          quantity: op.quantity,
          ...amountOf(op.cents),
          paidOn: dayBack(op.back),
          accountId: accounts[debt.currency] ?? "",
        },
        id,
      );
  }
  const index = picked(world, op.pick);
  const row = index === null ? undefined : world.rows[index];
  if (index === null || row === undefined) return null;
  const rowId = await idOf(book, world, index);
  const [billId, expenseId, incomeId] = [rowId, rowId, rowId];
  const accountId = accounts[row.currency] ?? "";
  switch (op.op) {
    case "change": {
      const value = text(BigInt(op.cents));
      if (row.kind === "bill")
        return async (id) => person.run(updateBill, { billId, amount: value, scope: op.scope }, id);
      if (row.kind === "expense")
        return async (id) =>
          person.run(updateExpense, { expenseId, planned: value, scope: op.scope }, id);
      return async (id) =>
        person.run(updateIncome, { incomeId, expected: value, scope: op.scope }, id);
    }
    case "remove":
      if (row.kind === "bill")
        return async (id) => person.run(removeBill, { billId, scope: op.scope }, id);
      if (row.kind === "expense")
        return async (id) => person.run(removeExpense, { expenseId, scope: op.scope }, id);
      return async (id) => person.run(removeIncome, { incomeId, scope: op.scope }, id);
    case "restore":
      if (row.kind === "bill") return async (id) => person.run(restoreBill, { billId }, id);
      if (row.kind === "expense")
        return async (id) => person.run(restoreExpense, { expenseId }, id);
      return async (id) => person.run(restoreIncome, { incomeId }, id);
    case "settle":
      if (row.kind === "bill")
        return async (id) =>
          person.run(
            markBillPaid,
            { billId, ...amountOf(op.cents), paidOn: dayBack(op.back), accountId },
            id,
          );
      return row.kind === "expense"
        ? null
        : async (id) =>
            person.run(
              markIncomeReceived,
              { incomeId, ...amountOf(op.cents), receivedOn: dayBack(op.back), accountId },
              id,
            );
    case "unsettle":
    default:
      if (row.kind === "bill") return async (id) => person.run(markBillUnpaid, { billId }, id);
      return row.kind === "expense"
        ? null
        : async (id) => person.run(markIncomeNotReceived, { incomeId }, id);
  }
}

/** Every row of the person in the plan and the ledger. */
async function snapshot(book: Book): Promise<unknown> {
  return inSession(services, { userId: book.person.userId }, async ({ tx }) => {
    const orderBy = { id: "asc" } as const;
    return [
      await tx.bill.findMany({ orderBy }),
      await tx.expense.findMany({ orderBy }),
      await tx.income.findMany({ orderBy }),
      await tx.debt.findMany({ orderBy }),
      await tx.debtPayment.findMany({ orderBy }),
      await tx.investment.findMany({ orderBy }),
      await tx.investmentValue.findMany({ orderBy }),
      await tx.transaction.findMany({ orderBy }),
    ];
  });
}

/** A currency of which nothing is told. */
const NOTHING = figuresOf(emptyWorld(), monthIndex(0), "USD");

/** What the operations tell, in the model's shape. */
async function compare(book: Book, world: World): Promise<void> {
  for (const ahead of [-1, 0, 1, 2]) {
    const month = monthIndex(ahead);
    const { others, ...own } = await book.person.run(summarizeMonth, { month: monthName(month) });
    for (const currency of CURRENCIES) {
      const block =
        currency === own.currency ? own : others.find((other) => other.currency === currency);
      const told = block && {
        incomeExpected: block.incomeExpected,
        incomeActual: block.incomeActual,
        budgeted: block.budgeted,
        spent: block.spent,
        balance: block.balance,
        billsTotal: block.bills.total,
        billsPaid: block.bills.paid,
        canceled: block.bills.count.canceled,
        installments: block.debts.installments,
        debtsPaid: block.debts.totalPaid,
        invested: block.investments.totalCurrentAmount,
      };
      const figures = figuresOf(world, month, currency);
      expect(told ?? NOTHING).toEqual(figures);
    }
  }
  const { totals } = await book.person.run(listAccounts, {});
  for (const currency of CURRENCIES)
    expect(totals.find((total) => total.currency === currency)?.balance).toBe(
      heldIn(world, currency),
    );
  for (const [index, row] of world.rows.entries()) {
    if (row.gone || row.kind !== "expense") continue;
    const id = await idOf(book, world, index);
    const actual = await inSession(services, { userId: book.person.userId }, async (ctx) =>
      (await actualOf(ctx, [id]))(id),
    );
    expect(actual).toBe(spentOn(world, index));
  }
}

type Seen = { operations: number; undone: number };

/** One random life, lived twice: by the model and by the operations. `plant` puts an error between them. */
function lives(seen: Seen, plant: (op: Op) => Op = (op) => op) {
  const step = fc.record({ op: anyOp, undo: fc.integer({ min: 0, max: 3 }) });
  return fc.asyncProperty(
    fc.array(step, { minLength: 20, maxLength: 40, size: "max" }),
    async (steps) => {
      const [book, world] = [await openBook(), emptyWorld()];
      for (const { op, undo } of steps) {
        const act = await realize(book, world, plant(op));
        if (act === null) continue;
        seen.operations += 1;
        const takeBack = undo === 0 && !["look", "debt", "invest"].includes(op.op);
        const allowed = apply(structuredClone(world), op);
        expect({ op, done: await live(book, act, takeBack) }).toEqual({ op, done: allowed });
        if (allowed && takeBack) seen.undone += 1;
        if (allowed && !takeBack) apply(world, op);
      }
      await compare(book, world);
    },
  );
}

/** Runs an operation, once more under the same id, and takes it back if asked; false when it is refused. */
async function live(book: Book, act: Act, takeBack: boolean): Promise<boolean> {
  const actionId = newId();
  const before = await snapshot(book);
  try {
    await act(actionId);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    expect(await snapshot(book)).toEqual(before);
    return false;
  }
  const after = await snapshot(book);
  await act(actionId);
  expect(await snapshot(book)).toEqual(after);
  // What changed nothing has nothing to undo.
  if (takeBack && JSON.stringify(after) !== JSON.stringify(before)) {
    await book.person.run(undoAction, { actionId });
  }
  if (takeBack) expect(await snapshot(book)).toEqual(before);
  return true;
}

test("plan, ledger and sums follow the independent model through random lives, repeats and undos included", async () => {
  const seen: Seen = { operations: 0, undone: 0 };
  await fc.assert(lives(seen), { numRuns: 8, endOnFailure: true });
  expect(seen.operations).toBeGreaterThan(80);
  expect(seen.undone).toBeGreaterThan(5);
}, 180_000);

test("the comparison notices a planted centavo", async () => {
  const plant = (op: Op): Op =>
    op.op === "plan" || op.op === "move" ? { ...op, cents: op.cents + 1 } : op;
  const { failed } = await fc.check(lives({ operations: 0, undone: 0 }, plant), {
    numRuns: 2,
    endOnFailure: true,
  });
  expect(failed).toBe(true);
}, 60_000);
