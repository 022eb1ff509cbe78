import { archiveAccount } from "@vida/core/accounts/archive";
import { createAccount } from "@vida/core/accounts/create";
import { listAccounts } from "@vida/core/accounts/list";
import { moveClosing } from "@vida/core/accounts/move-closing";
import { payStatement } from "@vida/core/accounts/pay-statement";
import { readStatement } from "@vida/core/accounts/statement";
import { listStatements } from "@vida/core/accounts/statements";
import { updateAccount } from "@vida/core/accounts/update";

import { mutation, query, router } from "../trpc.ts";

export const accountsRouter = router({
  list: query(listAccounts),
  create: mutation(createAccount),
  update: mutation(updateAccount),
  archive: mutation(archiveAccount),
  statements: query(listStatements),
  statement: query(readStatement),
  payStatement: mutation(payStatement),
  moveClosing: mutation(moveClosing),
});
