import { expect, test } from "vitest";

import { removeCategory } from "../categories/remove.ts";
import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { recordTransaction } from "../transactions/record.ts";
import { createExpense } from "./create.ts";
import { listExpenses } from "./list.ts";
import { removeExpense } from "./remove.ts";
import { restoreExpense } from "./restore.ts";
import { updateExpense } from "./update.ts";

const services = await testServices();
const FOOD = { name: "Mercado", categoryKey: "food", planned: "800.00", month: "2026-11" };
const LUNCH = {
  kind: "expense" as const,
  amount: "35.50",
  description: "Almoço",
  categoryKey: "food",
};

test("what is spent in a category counts for the month's one line of it, and for no other month", async () => {
  const ana = await services.person();
  const expense = await ana.run(createExpense, { ...FOOD, recurring: true });
  expect(expense).toMatchObject({
    planned: "800.00",
    actual: "0.00",
    left: "800.00",
    recurring: true,
  });
  await ana.run(recordTransaction, LUNCH);
  await ana.run(recordTransaction, { ...LUNCH, amount: "900.00" });
  await ana.run(recordTransaction, { ...LUNCH, day: "2026-10-31" });
  await ana.run(recordTransaction, { ...LUNCH, categoryKey: "transport" });
  expect((await ana.run(listExpenses, { month: "2026-11" })).items).toMatchObject([
    { id: expense.id, actual: "935.50", left: "-135.50" },
  ]);
  expect((await ana.run(listExpenses, { month: "2026-12" })).items).toMatchObject([
    { actual: "0.00" },
  ]);
});

test("what is spent in a category below counts for the line above it, until it has a line of its own", async () => {
  const ana = await services.person();
  await ana.run(createExpense, { ...FOOD, name: "Alimentação" });
  const groceries = { ...LUNCH, categoryKey: "groceries" };
  await ana.run(recordTransaction, groceries);
  await ana.run(createExpense, { ...FOOD, categoryKey: "groceries", planned: "500.00" });
  await ana.run(recordTransaction, { ...groceries, amount: "80.00" });
  await ana.run(recordTransaction, { ...LUNCH, amount: "20.00" });
  expect((await ana.run(listExpenses, { month: "2026-11" })).items).toMatchObject([
    { name: "Alimentação", actual: "55.50" },
    { name: "Mercado", actual: "80.00" },
  ]);
});

test("with two lines of a category nothing links itself, unless it is named", async () => {
  const ana = await services.person();
  const first = await ana.run(createExpense, FOOD);
  await ana.run(createExpense, { ...FOOD, name: "Restaurantes" });
  await ana.run(recordTransaction, LUNCH);
  await ana.run(recordTransaction, { ...LUNCH, plannedExpenseId: first.id });
  expect((await ana.run(listExpenses, { month: "2026-11" })).items).toMatchObject([
    { name: "Mercado", actual: "35.50" },
    { name: "Restaurantes", actual: "0.00" },
  ]);
  expect(await ana.refusal(recordTransaction, { ...LUNCH, plannedExpenseId: newId() })).toBe(
    "not_found expenses.notFound",
  );
});

test("scopes spread the plan and nothing else, and a plan that money went into is set aside instead of deleted", async () => {
  const ana = await services.person();
  const november = await ana.run(createExpense, { ...FOOD, recurring: true });
  await ana.run(recordTransaction, LUNCH);
  const [december] = (await ana.run(listExpenses, { month: "2026-12" })).items;
  const expenseId = december?.id ?? "";
  await ana.run(updateExpense, { expenseId, planned: "900.00", scope: "all" });
  expect((await ana.run(listExpenses, { month: "2026-11" })).items).toMatchObject([
    { planned: "900.00", actual: "35.50" },
  ]);
  expect(await ana.run(removeExpense, { expenseId, scope: "all" })).toMatchObject({ removed: 3 });
  expect((await ana.run(listExpenses, { month: "2026-11" })).items).toEqual([]);
  expect(
    (await ana.run(listExpenses, { month: "2026-11", status: "excluded" })).items,
  ).toMatchObject([{ id: november.id, actual: "35.50" }]);
  expect((await ana.run(listExpenses, { month: "2027-03" })).items).toEqual([]);
  expect((await ana.run(listTransactions, {})).items).toMatchObject([
    { plannedExpenseId: november.id },
  ]);
  expect(await ana.run(restoreExpense, { expenseId })).toMatchObject({
    status: "active",
    planned: "900.00",
  });
});

test("says which rule an act breaks, and another person finds nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: expenseId } = await ana.run(createExpense, FOOD);
  expect(await ana.refusal(createExpense, { ...FOOD, planned: "-1" })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(createExpense, { ...FOOD, categoryKey: "salary" })).toBe(
    "not_found categories.notFound",
  );
  expect(await ana.refusal(restoreExpense, { expenseId })).toBe("conflict expenses.notExcluded");
  for (const operation of [updateExpense, removeExpense, restoreExpense]) {
    expect(await bia.refusal(operation, { expenseId })).toBe("not_found expenses.notFound");
  }
  expect((await bia.run(listExpenses, { month: "2026-11" })).items).toEqual([]);
  await ana.run(removeExpense, { expenseId });
  expect(await ana.refusal(updateExpense, { expenseId, planned: "1" })).toBe(
    "conflict expenses.excluded",
  );
});

test("a category that goes takes its plans to the other one", async () => {
  const ana = await services.person();
  await ana.run(createExpense, FOOD);
  await ana.run(removeCategory, { kind: "expense", key: "food", moveToKey: "shopping" });
  expect((await ana.run(listExpenses, { month: "2026-11" })).items).toMatchObject([
    { categoryKey: "shopping" },
  ]);
});

test("undo takes back a change of all months and a removal byte for byte", async () => {
  const ana = await services.person();
  const { id: expenseId } = await ana.run(createExpense, { ...FOOD, recurring: true });
  await ana.run(recordTransaction, LUNCH);
  const look = async (): Promise<unknown> =>
    inSession(services, { userId: ana.userId }, async (ctx) => [
      await ctx.tx.expense.findMany({ orderBy: { id: "asc" } }),
      await ctx.tx.transaction.findMany(),
    ]);
  const before = await look();
  const acts = [
    (id: string) => ana.run(updateExpense, { expenseId, planned: "1.00", scope: "all" }, id),
    (id: string) => ana.run(updateExpense, { expenseId, recurring: false }, id),
    (id: string) => ana.run(removeExpense, { expenseId, scope: "all" }, id),
  ];
  for (const act of acts) {
    const actionId = newId();
    await act(actionId);
    expect(await look()).not.toEqual(before);
    await ana.run(undoAction, { actionId });
    expect(await look()).toEqual(before);
  }
});
