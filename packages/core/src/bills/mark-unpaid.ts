import { fail } from "../errors.ts";
import { sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { unpostTransactions } from "../transactions/post.ts";
import { findBill, toBillView } from "./rows.ts";
import { BillIdInput, BillView } from "./schemas.ts";

/** Takes a payment back: the bill is open again and its transaction goes (`bills.notPaid`). */
export const markBillUnpaid = write({
  name: "bills.markUnpaid",
  input: BillIdInput,
  output: BillView,
  touches: ["bills", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, { billId }) {
    await lockLedger(ctx);
    const bill = await findBill(ctx, billId);
    if (bill.payments.length === 0) fail("conflict", "bills.notPaid", { billId });
    await unpostTransactions(ctx, { billId });
    return toBillView({ ...bill, payments: [] }, ctx.today);
  },
  trail: (bill) => `Pagamento de ${bill.name} desfeito · ${sumInWords(bill.amount, bill.currency)}`,
  async summarize(ctx, { billId }) {
    const bill = toBillView(await findBill(ctx, billId), ctx.today);
    return {
      title: `Desfazer pagamento: ${bill.name}`,
      details: [
        { label: "Valor", value: sumInWords(bill.paidAmount ?? bill.amount, bill.currency) },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});
