import { readForecast } from "@vida/core/finance/forecast";
import { readFinanceHistory } from "@vida/core/finance/history";
import { listPayables } from "@vida/core/finance/payables";
import { summarizeMonth } from "@vida/core/finance/summary";

import { query, router } from "../trpc.ts";

export const financeRouter = router({
  summary: query(summarizeMonth),
  history: query(readFinanceHistory),
  payables: query(listPayables),
  forecast: query(readForecast),
});
