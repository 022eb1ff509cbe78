import { balancesAt } from "../accounts/balances.ts";
import { loadAccounts } from "../accounts/rows.ts";
import type { Ctx } from "../context.ts";
import { addDays, addMonths, dayInMonth, lastDay, monthOf } from "../dates.ts";
import { fail } from "../errors.ts";
import { add, subtract, sum } from "../money.ts";
import { read } from "../operation.ts";
import { currenciesOf } from "./currencies.ts";
import { prolongs } from "./extend.ts";
import { readPayables } from "./payables.ts";
import { ForecastInput, ForecastView } from "./schemas.ts";
import type { ForecastBlock, Payable } from "./schemas.ts";

/**
 * What will be left on a day: balance now + expected in − payable until then, with the rows behind it.
 *
 * Without a day it looks to the eve of the next income whose day is known, or to the month's end. What is
 * overdue counts as payable; cards count by their statements. Refuses a day that has passed (`finance.pastDay`).
 */
export const readForecast = read({
  name: "finance.forecast",
  input: ForecastInput,
  output: ForecastView,
  first: (ctx, { until = ctx.today }) => prolongs(ctx, ["bills", "incomes"], monthOf(until)),
  run: async (ctx, { until }) => (await lookAhead(ctx, { until })).forecast,
});

/** The forecast, with what is payable until then and until `notBefore` at least. */
export async function lookAhead(
  ctx: Ctx,
  input: { readonly until?: string | undefined; readonly notBefore?: string },
): Promise<{ forecast: ForecastView; payables: Payable[] }> {
  const months = [
    monthOf(ctx.today),
    addMonths(monthOf(ctx.today), 1),
    monthOf(input.until ?? ctx.today),
  ];
  const expected = await expectedIncomes(ctx, months.toSorted().at(-1) ?? monthOf(ctx.today));
  const until = input.until ?? dayBeforeNext(ctx.today, expected);
  if (until < ctx.today)
    fail("invalid", "finance.pastDay", { fields: { until: ["esse dia já passou"] } });
  const incomes = expected.filter(({ expectedOn }) => expectedOn <= until);
  const { notBefore = until } = input;
  const everything = await readPayables(ctx, null, notBefore > until ? notBefore : until);
  const payables = everything.filter(({ dueOn }) => dueOn <= until);
  const accounts = await loadAccounts(ctx);
  const balances = await balancesAt(ctx, ctx.today);
  const held = accounts
    .filter(({ kind, archived }) => kind !== "card" && !archived)
    .map(({ id, currency }) => ({ currency, balance: balances.get(id)?.balance ?? "0.00" }));
  const block = (currency: string): ForecastBlock => {
    const own = <T extends { readonly currency: string }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.currency === currency);
    const balance = sum(own(held).map((account) => account.balance));
    const expectedIn = sum(own(incomes).map(({ amount }) => amount));
    const payable = sum(own(payables).map(({ amount }) => amount));
    return {
      currency,
      balance,
      expectedIn,
      payable,
      projected: subtract(add(balance, expectedIn), payable),
      incomes: own(incomes),
      payables: own(payables),
    };
  };
  const seen = [...held, ...incomes, ...payables].map(({ currency }) => currency);
  const [first = ctx.person.currency, ...others] = currenciesOf(seen, ctx.person.currency);
  const forecast = { today: ctx.today, until, ...block(first), others: others.map(block) };
  return { forecast, payables: everything };
}

type Expected = {
  incomeId: string;
  name: string;
  amount: string;
  currency: string;
  month: string;
  expectedOn: string;
  known: boolean;
};

/** Incomes still to come from this month to another, soonest first. */
async function expectedIncomes(ctx: Ctx, lastMonth: string): Promise<Expected[]> {
  const rows = await ctx.tx.income.findMany({
    where: {
      userId: ctx.userId,
      status: "active",
      receipts: { none: {} },
      month: { gte: monthOf(ctx.today), lte: lastMonth },
    },
  });
  return rows
    .map(({ id, name, expected, currency, month, dueDay }) => ({
      incomeId: id,
      name,
      amount: expected.toFixed(2),
      currency,
      month,
      expectedOn: dueDay === null ? lastDay(month) : dayInMonth(month, dueDay),
      known: dueDay !== null,
    }))
    .toSorted((a, b) => a.expectedOn.localeCompare(b.expectedOn) || a.name.localeCompare(b.name));
}

function dayBeforeNext(today: string, expected: readonly Expected[]): string {
  const next = expected.find(({ known, expectedOn }) => known && expectedOn > today);
  return next === undefined ? lastDay(monthOf(today)) : addDays(next.expectedOn, -1);
}
