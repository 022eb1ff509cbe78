import { createDebt } from "@vida/core/debts/create";
import { listDebts } from "@vida/core/debts/list";
import { negotiateDebt } from "@vida/core/debts/negotiate";
import { payInstallments } from "@vida/core/debts/pay-installments";
import { listDebtPayments } from "@vida/core/debts/payments";
import { projectDebt } from "@vida/core/debts/projection";
import { removeDebt } from "@vida/core/debts/remove";
import { undoDebtPayment } from "@vida/core/debts/undo-payment";
import { listUpcoming } from "@vida/core/debts/upcoming";
import { updateDebt } from "@vida/core/debts/update";

import { mutation, query, router } from "../trpc.ts";

export const debtsRouter = router({
  list: query(listDebts),
  create: mutation(createDebt),
  update: mutation(updateDebt),
  remove: mutation(removeDebt),
  negotiate: mutation(negotiateDebt),
  payInstallments: mutation(payInstallments),
  undoPayment: mutation(undoDebtPayment),
  payments: query(listDebtPayments),
  projection: query(projectDebt),
  upcoming: query(listUpcoming),
});
