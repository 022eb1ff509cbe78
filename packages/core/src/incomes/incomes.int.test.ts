import { expect, test } from "vitest";

import { createAccount } from "../accounts/create.ts";
import { listAccounts } from "../accounts/list.ts";
import { removeCategory } from "../categories/remove.ts";
import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { createIncome } from "./create.ts";
import { listIncomes } from "./list.ts";
import { markIncomeNotReceived } from "./mark-not-received.ts";
import { markIncomeReceived } from "./mark-received.ts";
import { removeIncome } from "./remove.ts";
import { restoreIncome } from "./restore.ts";
import { updateIncome } from "./update.ts";

const services = await testServices();
const SALARY = { name: "Salário", kind: "salary" as const, expected: "5000.00", month: "2026-11" };

test("an expected income recurs, and receiving it writes the ledger", async () => {
  const ana = await services.person();
  const income = await ana.run(createIncome, SALARY);
  expect(income).toMatchObject({
    ...SALARY,
    recurring: true,
    received: false,
    amount: null,
    status: "expected",
  });
  const received = await ana.run(markIncomeReceived, {
    incomeId: income.id,
    amount: "5100.50",
    receivedOn: "2026-11-05",
  });
  expect(received).toMatchObject({
    received: true,
    status: "received",
    amount: "5100.50",
    receivedOn: "2026-11-05",
    expected: "5000.00",
  });
  expect((await ana.run(listIncomes, { month: "2026-11" })).items).toEqual([received]);
  expect((await ana.run(listIncomes, { month: "2027-01" })).items).toMatchObject([
    { received: false, expected: "5000.00" },
  ]);
  expect((await ana.run(listTransactions, { month: "2026-11" })).items).toMatchObject([
    { kind: "income", amount: "5100.50", categoryKey: "salary", incomeId: income.id },
  ]);
  expect((await ana.run(listAccounts, {})).totals).toMatchObject([{ balance: "5100.50" }]);
  await ana.run(markIncomeNotReceived, { incomeId: income.id });
  expect((await ana.run(listTransactions, { month: "2026-11" })).items).toEqual([]);
});

test("received months outlive scopes, and removing the rest ends the series", async () => {
  const ana = await services.person();
  const november = await ana.run(createIncome, SALARY);
  const received = await ana.run(markIncomeReceived, { incomeId: november.id });
  const [december] = (await ana.run(listIncomes, { month: "2026-12" })).items;
  const incomeId = december?.id ?? "";
  await ana.run(updateIncome, { incomeId, expected: "6000.00", dueDay: 5, scope: "all" });
  expect((await ana.run(listIncomes, { month: "2026-11" })).items).toEqual([received]);
  expect((await ana.run(listIncomes, { month: "2027-02" })).items).toMatchObject([
    { expected: "6000.00", expectedOn: "2027-02-05" },
  ]);
  await ana.run(removeIncome, { incomeId, scope: "all" });
  expect((await ana.run(listIncomes, { month: "2026-11" })).items).toEqual([received]);
  expect((await ana.run(listIncomes, { month: "2027-03" })).items).toEqual([]);
  expect(
    (await ana.run(listIncomes, { month: "2026-12", status: "excluded" })).items,
  ).toMatchObject([{ id: incomeId }]);
  expect(await ana.run(restoreIncome, { incomeId })).toMatchObject({ status: "expected" });
});

test("says which rule an act breaks", async () => {
  const ana = await services.person();
  const { id: incomeId } = await ana.run(createIncome, SALARY);
  expect(await ana.refusal(createIncome, { ...SALARY, kind: "lottery" })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(markIncomeNotReceived, { incomeId })).toBe(
    "conflict incomes.notReceived",
  );
  expect(await ana.refusal(restoreIncome, { incomeId })).toBe("conflict incomes.notExcluded");
  expect(await ana.refusal(markIncomeReceived, { incomeId, receivedOn: "2026-12-01" })).toBe(
    "invalid transactions.futureDay",
  );
  const card = await ana.run(createAccount, {
    name: "Cartão",
    kind: "card",
    closingDay: 28,
    dueDay: 5,
  });
  expect(await ana.refusal(markIncomeReceived, { incomeId, accountId: card.id })).toBe(
    "invalid incomes.onCard",
  );
  const [, january] = await Promise.all(
    ["2026-12", "2027-01"].map(async (month) => (await ana.run(listIncomes, { month })).items[0]),
  );
  expect(await ana.refusal(updateIncome, { incomeId, month: january?.month })).toBe(
    "conflict incomes.monthTaken",
  );
  await ana.run(markIncomeReceived, { incomeId });
  expect(await ana.refusal(markIncomeReceived, { incomeId })).toBe(
    "conflict incomes.alreadyReceived",
  );
  expect(await ana.refusal(removeIncome, { incomeId })).toBe("conflict incomes.received");
  await ana.run(markIncomeNotReceived, { incomeId });
  await ana.run(removeIncome, { incomeId });
  expect(await ana.refusal(markIncomeReceived, { incomeId })).toBe("conflict incomes.excluded");
  expect(await ana.refusal(updateIncome, { incomeId, expected: "1" })).toBe(
    "conflict incomes.excluded",
  );
});

test("ten receipts at once are one, and another person receives nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: incomeId } = await ana.run(createIncome, { ...SALARY, kind: "other" });
  for (const operation of [
    updateIncome,
    removeIncome,
    restoreIncome,
    markIncomeReceived,
    markIncomeNotReceived,
  ]) {
    expect(await bia.refusal(operation, { incomeId })).toBe("not_found incomes.notFound");
  }
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => ana.run(markIncomeReceived, { incomeId })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await ana.run(listTransactions, {})).items).toMatchObject([
    { categoryKey: "other_income" },
  ]);
  expect((await bia.run(listIncomes, { month: "2026-11" })).items).toEqual([]);
});

test("an income whose category is gone is received as other income", async () => {
  const ana = await services.person();
  const { id: incomeId } = await ana.run(createIncome, SALARY);
  await ana.run(removeCategory, { kind: "income", key: "salary", moveToKey: "other_income" });
  await ana.run(markIncomeReceived, { incomeId });
  expect((await ana.run(listTransactions, {})).items).toMatchObject([
    { categoryKey: "other_income" },
  ]);
});

test("undo takes back a receipt, a change of all months and a removal", async () => {
  const ana = await services.person();
  const { id: incomeId } = await ana.run(createIncome, SALARY);
  const look = async (): Promise<unknown> =>
    inSession(services, { userId: ana.userId }, async (ctx) => [
      await ctx.tx.income.findMany({ orderBy: { id: "asc" } }),
      await ctx.tx.transaction.findMany(),
    ]);
  const before = await look();
  const acts = [
    (id: string) => ana.run(markIncomeReceived, { incomeId }, id),
    (id: string) => ana.run(updateIncome, { incomeId, expected: "1.00", scope: "all" }, id),
    (id: string) => ana.run(removeIncome, { incomeId, scope: "all" }, id),
  ];
  for (const act of acts) {
    const actionId = newId();
    await act(actionId);
    expect(await look()).not.toEqual(before);
    await ana.run(undoAction, { actionId });
    expect(await look()).toEqual(before);
  }
});
