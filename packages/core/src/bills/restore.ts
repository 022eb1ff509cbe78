import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { findBill, toBillView } from "./rows.ts";
import { BillIdInput, BillView } from "./schemas.ts";

/** Brings a canceled bill back into its month; a series that its removal ended stays ended (`bills.notCanceled`). */
export const restoreBill = write({
  name: "bills.restore",
  input: BillIdInput,
  output: BillView,
  touches: ["bills", "finance", "dashboard"],
  async run(ctx, { billId }) {
    await lockLedger(ctx);
    const bill = await findBill(ctx, billId);
    if (bill.status !== "canceled") fail("conflict", "bills.notCanceled", { billId });
    await ctx.tx.bill.update({
      where: { userId_id: { userId: ctx.userId, id: billId } },
      data: { status: "active", updatedAt: ctx.nowDate },
    });
    return toBillView({ ...bill, status: "active" }, ctx.today);
  },
  trail: (bill) => `${bill.name} de volta às contas`,
  async summarize(ctx, { billId }) {
    const bill = await findBill(ctx, billId);
    return { title: `Trazer de volta: ${bill.name}`, details: [], warnings: [], weight: "table" };
  },
});
