import { listTransactions } from "@vida/core/transactions/list";
import { recordTransaction } from "@vida/core/transactions/record";
import { removeTransaction } from "@vida/core/transactions/remove";
import { updateTransaction } from "@vida/core/transactions/update";

import { mutation, query, router } from "../trpc.ts";

export const transactionsRouter = router({
  list: query(listTransactions),
  record: mutation(recordTransaction),
  update: mutation(updateTransaction),
  remove: mutation(removeTransaction),
});
