import { createIncome } from "@vida/core/incomes/create";
import { listIncomes } from "@vida/core/incomes/list";
import { markIncomeNotReceived } from "@vida/core/incomes/mark-not-received";
import { markIncomeReceived } from "@vida/core/incomes/mark-received";
import { removeIncome } from "@vida/core/incomes/remove";
import { restoreIncome } from "@vida/core/incomes/restore";
import { updateIncome } from "@vida/core/incomes/update";

import { mutation, query, router } from "../trpc.ts";

export const incomesRouter = router({
  list: query(listIncomes),
  create: mutation(createIncome),
  update: mutation(updateIncome),
  remove: mutation(removeIncome),
  restore: mutation(restoreIncome),
  markReceived: mutation(markIncomeReceived),
  markNotReceived: mutation(markIncomeNotReceived),
});
