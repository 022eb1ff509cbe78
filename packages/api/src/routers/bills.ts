import { createBill } from "@vida/core/bills/create";
import { listBills } from "@vida/core/bills/list";
import { markBillPaid } from "@vida/core/bills/mark-paid";
import { markBillUnpaid } from "@vida/core/bills/mark-unpaid";
import { removeBill } from "@vida/core/bills/remove";
import { restoreBill } from "@vida/core/bills/restore";
import { updateBill } from "@vida/core/bills/update";

import { mutation, query, router } from "../trpc.ts";

export const billsRouter = router({
  list: query(listBills),
  create: mutation(createBill),
  update: mutation(updateBill),
  remove: mutation(removeBill),
  restore: mutation(restoreBill),
  markPaid: mutation(markBillPaid),
  markUnpaid: mutation(markBillUnpaid),
});
