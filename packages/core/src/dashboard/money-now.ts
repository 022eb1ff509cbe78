import { currenciesOf } from "../finance/currencies.ts";
import type { ForecastBlock, ForecastView } from "../finance/schemas.ts";
import { subtract } from "../money.ts";
import type { MonthTotals } from "../transactions/spent.ts";
import type { TodayView } from "./schemas.ts";

type Money = TodayView["money"];

/** The month's result beside the forecast, one block per currency, the forecast's own first and flat. */
export function moneyNow(
  totals: readonly MonthTotals[],
  forecast: ForecastView,
): Omit<Money, "month"> {
  const blocks: readonly ForecastBlock[] = [forecast, ...forecast.others];
  const seen = [...blocks, ...totals].map(({ currency }) => currency);
  const [, ...others] = currenciesOf(seen, forecast.currency);
  const block = (currency: string): Money["others"][number] => {
    const month = totals.find((one) => one.currency === currency);
    const ahead = blocks.find((one) => one.currency === currency);
    const { income = "0.00", spent = "0.00" } = month ?? {};
    return {
      currency,
      incomeActual: income,
      spent,
      result: subtract(income, spent),
      balance: ahead?.balance ?? "0.00",
      expectedIn: ahead?.expectedIn ?? "0.00",
      payable: ahead?.payable ?? "0.00",
      projected: ahead?.projected ?? "0.00",
    };
  };
  return { until: forecast.until, ...block(forecast.currency), others: others.map(block) };
}
