import { expect, test } from "vitest";

import { listAccounts } from "../accounts/list.ts";
import { newId } from "../context.ts";
import { listActivity } from "../dashboard/activity.ts";
import { undoAction } from "../dashboard/undo.ts";
import { fillAhead } from "../finance/fill-ahead.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { removeTransaction } from "../transactions/remove.ts";
import { createBill } from "./create.ts";
import { listBills } from "./list.ts";
import { markBillPaid } from "./mark-paid.ts";
import { markBillUnpaid } from "./mark-unpaid.ts";
import { removeBill } from "./remove.ts";
import { restoreBill } from "./restore.ts";
import type { BillView } from "./schemas.ts";
import { updateBill } from "./update.ts";

const services = await testServices();
const LIGHT = {
  name: "Luz",
  categoryKey: "utilities",
  amount: "182.40",
  dueDay: 10,
  month: "2026-11",
};

async function billOf(
  person: TestPerson,
  month: string,
  name = "Luz",
): Promise<BillView | undefined> {
  return (await person.run(listBills, { month })).items.find((bill) => bill.name === name);
}

async function theBill(person: TestPerson, month: string, name = "Luz"): Promise<BillView> {
  const bill = await billOf(person, month, name);
  if (bill === undefined) throw new Error(`${name} is not in ${month}`);
  return bill;
}

async function countRows(person: TestPerson): Promise<number> {
  return inSession(services, { userId: person.userId }, (ctx) => ctx.tx.bill.count());
}

test("a recurring bill stands in its month and the next two, overdue once its day has passed", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, LIGHT);
  expect(bill).toMatchObject({
    ...LIGHT,
    recurring: true,
    inSeries: true,
    currency: "BRL",
    status: "overdue",
    dueOn: "2026-11-10",
    daysUntilDue: -12,
    paidOn: null,
  });
  expect(await billOf(ana, "2026-12")).toMatchObject({
    amount: "182.40",
    status: "pending",
    dueOn: "2026-12-10",
  });
  expect(await countRows(ana)).toBe(3);
  expect(await billOf(ana, "2026-10")).toBeUndefined();
});

test("due day 31 falls on the month's last day and is not overdue on it", async () => {
  const ana = await services.person();
  await ana.run(createBill, { ...LIGHT, dueDay: 31, month: "2027-02", recurring: false });
  expect(await billOf(ana, "2027-02")).toMatchObject({ dueOn: "2027-02-28" });
});

test("a list of a later month makes the months between, once, as a job, and a second look makes nothing", async () => {
  const ana = await services.person();
  await ana.run(createBill, LIGHT);
  const looks = await Promise.all(
    Array.from({ length: 5 }, () => ana.run(listBills, { month: "2027-06" })),
  );
  expect(looks.map(({ items }) => items.length)).toEqual([1, 1, 1, 1, 1]);
  expect(await countRows(ana)).toBe(8);
  const { items } = await ana.run(listActivity, {});
  expect(items.filter(({ actor }) => actor === "job").map(({ title }) => title)).toEqual([
    "Contas e receitas que se repetem preparadas até junho de 2027",
  ]);
  await ana.run(listBills, { month: "2027-06" });
  expect((await ana.run(listActivity, {})).items).toHaveLength(items.length);
});

test("looking ahead makes 24 months at most, and a past month never gets rows", async () => {
  const ana = await services.person();
  await ana.run(createBill, LIGHT);
  expect((await ana.run(listBills, { month: "2031-01" })).items).toEqual([]);
  expect(await countRows(ana)).toBe(25);
  expect(await billOf(ana, "2028-11")).toBeDefined();
  expect((await ana.run(listBills, { month: "2025-01" })).items).toEqual([]);
});

test("the nightly job fills what an absence left open, once a day", async () => {
  const ana = await services.person();
  await ana.run(createBill, LIGHT);
  services.at("2027-04-03T15:00:00Z");
  expect(await fillAhead(services, { userId: ana.userId })).toEqual({
    bills: 5,
    expenses: 0,
    incomes: 0,
  });
  expect(await fillAhead(services, { userId: ana.userId })).toEqual({
    bills: 0,
    expenses: 0,
    incomes: 0,
  });
  expect(await billOf(ana, "2027-03")).toMatchObject({ status: "overdue" });
  expect(await billOf(ana, "2027-06")).toMatchObject({ status: "pending" });
  services.at("2026-11-22T15:00:00Z");
});

test("paying writes the ledger in the same act and taking it back removes it", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, LIGHT);
  const paid = await ana.run(markBillPaid, {
    billId: bill.id,
    amount: "190.00",
    paidOn: "2026-11-12",
  });
  expect(paid).toMatchObject({
    status: "paid",
    paidOn: "2026-11-12",
    paidAmount: "190.00",
    amount: "182.40",
  });
  expect(await theBill(ana, "2026-11")).toEqual(paid);
  const { items } = await ana.run(listTransactions, { month: "2026-11" });
  expect(items).toMatchObject([
    {
      id: paid.transactionId,
      kind: "expense",
      amount: "190.00",
      description: "Luz",
      categoryKey: "utilities",
      day: "2026-11-12",
      billId: bill.id,
      accountId: paid.accountId,
    },
  ]);
  expect((await ana.run(listAccounts, {})).totals).toEqual([
    { currency: "BRL", balance: "-190.00", cards: "0.00" },
  ]);
  expect(await ana.run(markBillUnpaid, { billId: bill.id })).toMatchObject({
    status: "overdue",
    paidOn: null,
  });
  expect((await ana.run(listTransactions, { month: "2026-11" })).items).toEqual([]);
});

test("twenty payments of one bill at once are one payment", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, LIGHT);
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () => ana.run(markBillPaid, { billId: bill.id })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await ana.run(listTransactions, { month: "2026-11" })).items).toHaveLength(1);
});

test("a repeated action pays once and answers the same", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, LIGHT);
  const actionId = newId();
  const first = await ana.run(markBillPaid, { billId: bill.id }, actionId);
  expect(await ana.run(markBillPaid, { billId: bill.id }, actionId)).toEqual(first);
  const [newest] = (await ana.run(listActivity, {})).items;
  expect(newest?.title).toMatch(/^Luz marcada como paga · R\$\s182,40$/);
});

test("a payment that is deleted from the ledger opens the bill again", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, LIGHT);
  const { transactionId } = await ana.run(markBillPaid, { billId: bill.id });
  await ana.run(removeTransaction, { transactionId: transactionId ?? "" });
  expect(await theBill(ana, "2026-11")).toMatchObject({ status: "overdue" });
});

test("statuses filter as they are shown", async () => {
  const ana = await services.person();
  for (const [name, dueDay] of [
    ["Luz", 10],
    ["Internet", 22],
    ["Aluguel", 25],
    ["Gás", 5],
  ] as const) {
    await ana.run(createBill, { ...LIGHT, name, dueDay, recurring: false });
  }
  await ana.run(markBillPaid, { billId: (await theBill(ana, "2026-11", "Gás")).id });
  await ana.run(removeBill, { billId: (await theBill(ana, "2026-11", "Aluguel")).id });
  const names = async (status?: BillView["status"] | "open"): Promise<string[]> =>
    (await ana.run(listBills, { month: "2026-11", ...(status ? { status } : {}) })).items.map(
      ({ name }) => name,
    );
  expect(await names()).toEqual(["Gás", "Luz", "Internet"]);
  expect(await names("overdue")).toEqual(["Luz"]);
  expect(await names("pending")).toEqual(["Internet"]);
  expect(await names("open")).toEqual(["Luz", "Internet"]);
  expect(await names("paid")).toEqual(["Gás"]);
  expect(await names("canceled")).toEqual(["Aluguel"]);
  expect((await ana.run(listBills, { month: "2026-11", categoryKey: "food" })).items).toEqual([]);
});

test("pages of a month give every bill once", async () => {
  const ana = await services.person();
  for (let i = 0; i < 7; i += 1)
    await ana.run(createBill, {
      ...LIGHT,
      name: `Conta ${i % 3}`,
      dueDay: 1 + (i % 2),
      recurring: false,
    });
  const all = (await ana.run(listBills, { month: "2026-11" })).items.map(({ id }) => id);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await ana.run(listBills, {
      month: "2026-11",
      limit: 3,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(all);
});

test("a change for this month stays in it, also for months that are made later", async () => {
  const ana = await services.person();
  await ana.run(createBill, LIGHT);
  const january = await theBill(ana, "2027-01");
  await ana.run(updateBill, { billId: january.id, amount: "250.00" });
  expect(await billOf(ana, "2026-12")).toMatchObject({ amount: "182.40" });
  expect(await billOf(ana, "2027-02")).toMatchObject({ amount: "182.40" });
  expect(await billOf(ana, "2027-01")).toMatchObject({ amount: "250.00" });
});

test("a change from a month on leaves earlier and paid months, spreads no month, and rules the months to come", async () => {
  const ana = await services.person();
  const november = await ana.run(createBill, LIGHT);
  const january = await theBill(ana, "2027-01");
  await ana.run(markBillPaid, { billId: january.id });
  const december = await theBill(ana, "2026-12");
  await ana.run(updateBill, {
    billId: december.id,
    amount: "200.00",
    name: "Energia",
    scope: "future",
  });
  expect(await theBill(ana, "2026-11")).toEqual(november);
  expect(await theBill(ana, "2026-12", "Energia")).toMatchObject({ amount: "200.00", dueDay: 10 });
  expect(await theBill(ana, "2027-01")).toMatchObject({ amount: "182.40", status: "paid" });
  expect(await theBill(ana, "2027-02", "Energia")).toMatchObject({ amount: "200.00" });
});

test("a change of all months never touches paid ones, and a new month moves only the named bill", async () => {
  const ana = await services.person();
  const november = await ana.run(createBill, LIGHT);
  const paid = await ana.run(markBillPaid, { billId: november.id });
  const december = await theBill(ana, "2026-12");
  await ana.run(updateBill, { billId: december.id, amount: "99.90", dueDay: 5, scope: "all" });
  expect(await theBill(ana, "2026-11")).toEqual(paid);
  expect(await theBill(ana, "2027-01")).toMatchObject({ amount: "99.90", dueDay: 5 });
  expect(
    await ana.refusal(updateBill, { billId: december.id, month: "2027-01", scope: "all" }),
  ).toBe("conflict bills.monthTaken");
  await ana.run(updateBill, { billId: december.id, month: "2026-10", scope: "all" });
  expect(await billOf(ana, "2026-10")).toMatchObject({ id: december.id });
  expect(await theBill(ana, "2027-01")).toMatchObject({ month: "2027-01" });
});

test("removing for this month skips it and the series goes on; restoring brings it back", async () => {
  const ana = await services.person();
  await ana.run(createBill, LIGHT);
  const january = await theBill(ana, "2027-01");
  await ana.run(removeBill, { billId: january.id });
  expect(await billOf(ana, "2027-01")).toBeUndefined();
  expect(await billOf(ana, "2027-02")).toBeDefined();
  expect(await ana.run(restoreBill, { billId: january.id })).toEqual(january);
});

test("removing from a month on ends the series, and no later look revives it", async () => {
  const ana = await services.person();
  await ana.run(createBill, LIGHT);
  const december = await theBill(ana, "2026-12");
  expect(await ana.run(removeBill, { billId: december.id, scope: "future" })).toMatchObject({
    removed: 2,
  });
  expect(await billOf(ana, "2026-11")).toBeDefined();
  for (const month of ["2026-12", "2027-01", "2027-06"])
    expect(await billOf(ana, month)).toBeUndefined();
  expect(await ana.run(restoreBill, { billId: december.id })).toMatchObject({
    status: "pending",
    recurring: false,
  });
  expect(await billOf(ana, "2027-06")).toBeUndefined();
});

test("removing all months keeps the paid ones and ends the series though they are the newest", async () => {
  const ana = await services.person();
  const november = await ana.run(createBill, LIGHT);
  const january = await ana.run(markBillPaid, { billId: (await theBill(ana, "2027-01")).id });
  await ana.run(removeBill, { billId: november.id, scope: "all" });
  expect(await billOf(ana, "2026-11")).toBeUndefined();
  expect(await billOf(ana, "2026-12")).toBeUndefined();
  expect(await theBill(ana, "2027-01")).toEqual(january);
  expect(await billOf(ana, "2027-05")).toBeUndefined();
});

test("recurrence can be ended and begun on a bill itself", async () => {
  const ana = await services.person();
  const once = await ana.run(createBill, { ...LIGHT, recurring: false });
  expect(await billOf(ana, "2026-12")).toBeUndefined();
  await ana.run(updateBill, { billId: once.id, recurring: true });
  expect(await billOf(ana, "2027-01")).toBeDefined();
  await ana.run(updateBill, { billId: once.id, recurring: false });
  expect(await theBill(ana, "2026-11")).toMatchObject({ recurring: false });
  expect(await billOf(ana, "2026-12")).toBeUndefined();
});

test("says which rule an act breaks and changes nothing", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, { ...LIGHT, recurring: false });
  expect(await ana.refusal(createBill, { ...LIGHT, categoryKey: "nada" })).toBe(
    "not_found categories.notFound",
  );
  for (const wrong of [
    { amount: "0" },
    { amount: "1.234" },
    { dueDay: 32 },
    { dueDay: 1.5 },
    { month: "2026-13" },
    { month: "9999-12" },
    { name: " " },
    { currency: "real" },
  ]) {
    expect(await ana.refusal(createBill, { ...LIGHT, ...wrong })).toBe("invalid input.invalid");
  }
  expect(await ana.refusal(markBillUnpaid, { billId: bill.id })).toBe("conflict bills.notPaid");
  expect(await ana.refusal(restoreBill, { billId: bill.id })).toBe("conflict bills.notCanceled");
  expect(await ana.refusal(markBillPaid, { billId: bill.id, paidOn: "2026-11-23" })).toBe(
    "invalid transactions.futureDay",
  );
  expect(await ana.refusal(markBillPaid, { billId: bill.id, accountId: newId() })).toBe(
    "not_found accounts.notFound",
  );
  await ana.run(markBillPaid, { billId: bill.id });
  expect(await ana.refusal(markBillPaid, { billId: bill.id })).toBe("conflict bills.alreadyPaid");
  for (const scope of ["this", "future", "all"])
    expect(await ana.refusal(removeBill, { billId: bill.id, scope })).toBe("conflict bills.paid");
  await ana.run(markBillUnpaid, { billId: bill.id });
  await ana.run(removeBill, { billId: bill.id });
  expect(await ana.refusal(markBillPaid, { billId: bill.id })).toBe("conflict bills.canceled");
  expect(await ana.refusal(updateBill, { billId: bill.id, amount: "1" })).toBe(
    "conflict bills.canceled",
  );
});

test("a bill in another currency is paid from an account of that currency only", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, { ...LIGHT, currency: "USD", recurring: false });
  const [wallet] = (await ana.run(listAccounts, {})).items;
  expect(await ana.refusal(markBillPaid, { billId: bill.id, accountId: wallet?.id })).toBe(
    "invalid transactions.currencyMismatch",
  );
  expect(await ana.refusal(markBillPaid, { billId: bill.id })).toBe(
    "conflict transactions.noAccount",
  );
});

test("another person sees and changes nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: billId } = await ana.run(createBill, LIGHT);
  expect((await bia.run(listBills, { month: "2026-11" })).items).toEqual([]);
  for (const operation of [updateBill, removeBill, restoreBill, markBillPaid, markBillUnpaid]) {
    expect(await bia.refusal(operation, { billId })).toBe("not_found bills.notFound");
  }
  const [other] = (await bia.run(listAccounts, {})).items;
  expect(await ana.refusal(markBillPaid, { billId, accountId: other?.id })).toBe(
    "not_found accounts.notFound",
  );
});

test("undo takes back any single act, with everything it changed", async () => {
  const ana = await services.person();
  const bill = await ana.run(createBill, LIGHT);
  const months = ["2026-11", "2026-12", "2027-01"];
  const look = async (): Promise<unknown> => [
    await Promise.all(months.map(async (month) => (await ana.run(listBills, { month })).items)),
    (await ana.run(listTransactions, { month: "2026-11" })).items,
    (await ana.run(listAccounts, {})).items,
  ];
  const before = await look();
  const acts = [
    (id: string) => ana.run(markBillPaid, { billId: bill.id }, id),
    (id: string) => ana.run(updateBill, { billId: bill.id, amount: "1.00", scope: "all" }, id),
    (id: string) => ana.run(updateBill, { billId: bill.id, recurring: false }, id),
    (id: string) => ana.run(removeBill, { billId: bill.id, scope: "all" }, id),
    (id: string) => ana.run(removeBill, { billId: bill.id, scope: "future" }, id),
  ];
  for (const act of acts) {
    const actionId = newId();
    await act(actionId);
    expect(await look()).not.toEqual(before);
    await ana.run(undoAction, { actionId });
    expect(await look()).toEqual(before);
  }
});

test("undoing a series from which later months were made is refused, instead of leaving them behind", async () => {
  const ana = await services.person();
  const actionId = newId();
  await ana.run(createBill, LIGHT, actionId);
  services.at("2026-11-22T15:05:00Z");
  await ana.run(listBills, { month: "2027-03" });
  services.at("2026-11-22T15:00:00Z");
  expect(await ana.refusal(undoAction, { actionId })).toBe("conflict undo.movedOn");
});

test("undoing the creation of a bill that was paid since is refused", async () => {
  const ana = await services.person();
  const actionId = newId();
  const bill = await ana.run(createBill, LIGHT, actionId);
  await ana.run(markBillPaid, { billId: bill.id });
  expect(await ana.refusal(undoAction, { actionId })).toBe("conflict undo.movedOn");
});
