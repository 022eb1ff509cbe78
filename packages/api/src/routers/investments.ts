import { contribute } from "@vida/core/investments/contribute";
import { createInvestment } from "@vida/core/investments/create";
import { listInvestmentValues } from "@vida/core/investments/history";
import { listInvestments } from "@vida/core/investments/list";
import { removeInvestment } from "@vida/core/investments/remove";
import { updateInvestment } from "@vida/core/investments/update";
import { updateInvestmentValue } from "@vida/core/investments/update-value";

import { mutation, query, router } from "../trpc.ts";

export const investmentsRouter = router({
  list: query(listInvestments),
  history: query(listInvestmentValues),
  create: mutation(createInvestment),
  update: mutation(updateInvestment),
  updateValue: mutation(updateInvestmentValue),
  contribute: mutation(contribute),
  remove: mutation(removeInvestment),
});
