import { addMonths, monthOf } from "../dates.ts";
import { subtract } from "../money.ts";
import { read } from "../operation.ts";
import { monthTotals } from "../transactions/spent.ts";
import type { MonthTotals } from "../transactions/spent.ts";
import { currenciesOf } from "./currencies.ts";
import { FinanceHistoryInput, FinanceHistoryView } from "./schemas.ts";

/** What came in and went out in each of the last months, oldest first. One statement, and it makes no rows. */
export const readFinanceHistory = read({
  name: "finance.history",
  input: FinanceHistoryInput,
  output: FinanceHistoryView,
  async run(ctx, input) {
    const endMonth = input.endMonth ?? monthOf(ctx.today);
    const startMonth = addMonths(endMonth, 1 - input.months);
    const totals = await monthTotals(ctx, { from: startMonth, to: endMonth });
    const months = Array.from({ length: input.months }, (_, i) => addMonths(startMonth, i));
    const [own = ctx.person.currency, ...others] = currenciesOf(
      totals.map(({ currency }) => currency),
      ctx.person.currency,
    );
    return {
      startMonth,
      endMonth,
      currency: own,
      items: itemsOf(totals, own, months),
      others: others.map((currency) => ({ currency, items: itemsOf(totals, currency, months) })),
    };
  },
});

function itemsOf(
  totals: readonly MonthTotals[],
  currency: string,
  months: readonly string[],
): FinanceHistoryView["items"] {
  return months.map((month) => {
    const found = totals.find((row) => row.month === month && row.currency === currency);
    const [incomeActual, spent] = [found?.income ?? "0.00", found?.spent ?? "0.00"];
    return { month, incomeActual, spent, balance: subtract(incomeActual, spent) };
  });
}
