import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { dueIn } from "../finance/due.ts";
import { changeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { dateInWords, dayInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { placePosting } from "../transactions/place.ts";
import type { Placed, Posting } from "../transactions/place.ts";
import { postPlaced } from "../transactions/post.ts";
import { findBill, toBillView } from "./rows.ts";
import type { BillRow } from "./rows.ts";
import { BillView, PayBillInput } from "./schemas.ts";

/**
 * Says that a bill was paid, and writes the payment into the ledger in the same act.
 *
 * Refusals: `bills.canceled`, `bills.alreadyPaid`, and those of the ledger (`transactions.futureDay`,
 * `transactions.currencyMismatch`, `accounts.notFound`, …).
 */
export const markBillPaid = write({
  name: "bills.markPaid",
  input: PayBillInput,
  output: BillView,
  touches: ["bills", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const bill = await findBill(ctx, input.billId);
    const { posting, placed } = await place(ctx, bill, input);
    const [paid] = await postPlaced(ctx, { ...posting, billId: bill.id }, placed);
    return BillView.parse({
      ...toBillView(bill, ctx.today),
      status: "paid",
      paidOn: paid.day,
      paidAmount: paid.amount,
      accountId: paid.accountId,
      transactionId: paid.id,
    });
  },
  async complete(ctx, input) {
    const { placed } = await place(ctx, await findBill(ctx, input.billId), input);
    return { ...input, amount: placed.amount, accountId: placed.account.id, paidOn: placed.day };
  },
  trail: (bill) =>
    `${bill.name} marcada como paga · ${sumInWords(bill.paidAmount ?? bill.amount, bill.currency)}`,
  async summarize(ctx, input) {
    const bill = await findBill(ctx, input.billId);
    const { placed } = await place(ctx, bill, input);
    return {
      title: `Conta paga: ${bill.name}`,
      details: [
        {
          label: "Valor",
          value: changeInWords(
            sumInWords(bill.amount.toFixed(2), bill.currency),
            sumInWords(placed.amount, placed.currency),
          ),
        },
        { label: "Conta", value: placed.account.name },
        { label: "Dia", value: dayInWords(placed.day, ctx.today) },
        {
          label: "Vencimento",
          value: dateInWords(dueIn(bill.month, bill.dueDay, ctx.today).dueOn, ctx.today),
        },
      ],
      warnings: placed.learned.account ? [`${placed.account.name}, como da última vez`] : [],
      weight: "table",
    };
  },
});

async function place(
  ctx: Ctx,
  bill: BillRow,
  input: PayBillInput,
): Promise<{ posting: Posting; placed: Placed }> {
  if (bill.status === "canceled") fail("conflict", "bills.canceled", { billId: bill.id });
  if (bill.payments.length > 0) fail("conflict", "bills.alreadyPaid", { billId: bill.id });
  const posting: Posting = {
    kind: "expense",
    amount: input.amount ?? bill.amount.toFixed(2),
    description: bill.name,
    categoryKey: bill.category.key,
    accountId: input.accountId,
    day: input.paidOn,
    currency: bill.currency,
  };
  return { posting, placed: await placePosting(ctx, posting) };
}
