import { expect, test } from "vitest";

import { listAccounts } from "../accounts/list.ts";
import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import { summarizeMonth } from "../finance/summary.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import { listTransactions } from "../transactions/list.ts";
import { contribute } from "./contribute.ts";
import { createInvestment } from "./create.ts";
import { listInvestmentValues } from "./history.ts";
import { listInvestments } from "./list.ts";
import { removeInvestment } from "./remove.ts";
import { updateInvestmentValue } from "./update-value.ts";
import { updateInvestment } from "./update.ts";

const services = await testServices();
const RESERVE = {
  name: "Reserva",
  type: "emergency_fund" as const,
  currentAmount: "3000.00",
  goalAmount: "10000.00",
  monthlyContribution: "500.00",
  deadline: "2027-12-31",
};

test("an investment tells its progress, and null clears what is optional", async () => {
  const ana = await services.person();
  const investment = await ana.run(createInvestment, RESERVE);
  expect(investment).toMatchObject({
    ...RESERVE,
    progress: 30,
    remaining: "7000.00",
    monthsToGoal: 14,
  });
  const cleared = await ana.run(updateInvestment, {
    investmentId: investment.id,
    goalAmount: null,
    monthlyContribution: null,
    deadline: null,
  });
  expect(cleared).toMatchObject({
    name: "Reserva",
    goalAmount: null,
    monthlyContribution: null,
    deadline: null,
    progress: null,
    remaining: null,
    monthsToGoal: null,
  });
  expect(await ana.run(createInvestment, { name: "Zero", type: "custom" })).toMatchObject({
    currentAmount: "0.00",
  });
});

test("every value stays in the history, newest first, page by page", async () => {
  const ana = await services.person();
  const { id: investmentId } = await ana.run(createInvestment, RESERVE);
  services.at("2026-11-22T15:01:00Z");
  await ana.run(updateInvestmentValue, { investmentId, currentAmount: "3100.10" });
  services.at("2026-11-22T15:02:00Z");
  await ana.run(contribute, { investmentId, amount: "99.90", day: "2026-11-20" });
  services.at("2026-11-22T15:03:00Z");
  await ana.run(updateInvestment, { investmentId, currentAmount: "3200.00" });
  services.at("2026-11-22T15:00:00Z");
  const { items } = await ana.run(listInvestmentValues, { investmentId });
  expect(items.map(({ amount, cause, day }) => [amount, cause, day])).toEqual([
    ["3200.00", "contributed", "2026-11-20"],
    ["3100.10", "updated", "2026-11-22"],
    ["3000.00", "created", "2026-11-22"],
  ]);
  const first = await ana.run(listInvestmentValues, { investmentId, limit: 2 });
  expect(
    (
      await ana.run(listInvestmentValues, {
        investmentId,
        limit: 2,
        cursor: first.nextCursor ?? "",
      })
    ).items,
  ).toEqual(items.slice(2));
});

test("a contribution moves money out of an account and is nobody's spending", async () => {
  const ana = await services.person();
  const { id: investmentId } = await ana.run(createInvestment, RESERVE);
  expect(await ana.run(contribute, { investmentId, amount: "250.00" })).toMatchObject({
    currentAmount: "3250.00",
  });
  expect((await ana.run(listTransactions, {})).items).toMatchObject([
    { kind: "transfer", amount: "250.00", investmentId, toAccountId: null },
  ]);
  expect((await ana.run(listAccounts, {})).totals).toMatchObject([{ balance: "-250.00" }]);
  expect(await ana.run(summarizeMonth, { month: "2026-11" })).toMatchObject({
    spent: "0.00",
    balance: "0.00",
    investments: { totalCurrentAmount: "3250.00", averageProgress: 32.5 },
  });
});

test("ten contributions at once all count", async () => {
  const ana = await services.person();
  const { id: investmentId } = await ana.run(createInvestment, RESERVE);
  await Promise.all(
    Array.from({ length: 10 }, () => ana.run(contribute, { investmentId, amount: "0.10" })),
  );
  expect((await ana.run(listInvestments, {})).items).toMatchObject([{ currentAmount: "3001.00" }]);
});

test("a removed investment leaves the list, its transfers stay, and undo brings it back", async () => {
  const ana = await services.person();
  const { id: investmentId } = await ana.run(createInvestment, RESERVE);
  await ana.run(contribute, { investmentId, amount: "1.00" });
  const look = async (): Promise<unknown> =>
    inSession(services, { userId: ana.userId }, async (ctx) => [
      await ctx.tx.investment.findMany(),
      await ctx.tx.investmentValue.findMany({ orderBy: { id: "asc" } }),
      await ctx.tx.transaction.findMany(),
    ]);
  const before = await look();
  const acts = [
    (id: string) => ana.run(removeInvestment, { investmentId }, id),
    (id: string) => ana.run(contribute, { investmentId, amount: "5.00" }, id),
    (id: string) => ana.run(updateInvestmentValue, { investmentId, currentAmount: "1.00" }, id),
  ];
  for (const act of acts) {
    const actionId = newId();
    await act(actionId);
    await ana.run(undoAction, { actionId });
    expect(await look()).toEqual(before);
  }
  await ana.run(removeInvestment, { investmentId });
  expect((await ana.run(listInvestments, {})).items).toEqual([]);
  expect((await ana.run(listTransactions, {})).items).toHaveLength(1);
});

test("says which rule an act breaks, and another person finds nothing", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const { id: investmentId } = await ana.run(createInvestment, RESERVE);
  expect(await ana.refusal(createInvestment, { ...RESERVE, type: "pyramid" })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(createInvestment, { ...RESERVE, currentAmount: "-1" })).toBe(
    "invalid input.invalid",
  );
  expect(await ana.refusal(contribute, { investmentId, amount: "1", day: "2026-11-23" })).toBe(
    "invalid transactions.futureDay",
  );
  expect(await ana.refusal(contribute, { investmentId, amount: "1", fromAccountId: newId() })).toBe(
    "not_found accounts.notFound",
  );
  const input = { investmentId, currentAmount: "1", amount: "1" };
  for (const operation of [
    updateInvestment,
    updateInvestmentValue,
    contribute,
    removeInvestment,
    listInvestmentValues,
  ]) {
    expect(await bia.refusal(operation, input)).toBe("not_found investments.notFound");
  }
  expect((await bia.run(listInvestments, {})).items).toEqual([]);
});
