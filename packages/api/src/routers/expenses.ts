import { createExpense } from "@vida/core/expenses/create";
import { listExpenses } from "@vida/core/expenses/list";
import { removeExpense } from "@vida/core/expenses/remove";
import { restoreExpense } from "@vida/core/expenses/restore";
import { updateExpense } from "@vida/core/expenses/update";

import { mutation, query, router } from "../trpc.ts";

export const expensesRouter = router({
  list: query(listExpenses),
  create: mutation(createExpense),
  update: mutation(updateExpense),
  remove: mutation(removeExpense),
  restore: mutation(restoreExpense),
});
