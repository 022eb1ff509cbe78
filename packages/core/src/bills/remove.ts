import { z } from "zod";

import { fail } from "../errors.ts";
import { Removed } from "../fields.ts";
import { removalCovers } from "../finance/scope.ts";
import { monthInWords, scopeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { findBill, seriesOf, toBillView } from "./rows.ts";
import { BillView, RemoveBillInput } from "./schemas.ts";

/**
 * Takes a bill out of its month, from its month on, or out of every month still open.
 *
 * The bill itself is canceled and can be restored; the others of the series go, paid ones excepted. Removing
 * a paid bill is refused (`bills.paid`): its payment is taken back first. So is removing one twice
 * (`bills.canceled`).
 */
export const removeBill = write({
  name: "bills.remove",
  input: RemoveBillInput,
  output: Removed.extend({ removed: z.int(), bill: BillView }),
  touches: ["bills", "finance", "dashboard"],
  async run(ctx, { billId, scope }) {
    await lockLedger(ctx);
    const bill = await findBill(ctx, billId);
    if (bill.payments.length > 0) fail("conflict", "bills.paid", { billId });
    if (bill.status === "canceled") fail("conflict", "bills.canceled", { billId });
    const target = { id: bill.id, month: bill.month, settled: false };
    const { ends, dropped } = removalCovers(await seriesOf(ctx, bill), target, scope);
    await ctx.tx.bill.update({
      where: { userId_id: { userId: ctx.userId, id: billId } },
      data: { status: "canceled", ...(ends ? { recurring: false } : {}), updatedAt: ctx.nowDate },
    });
    if (dropped.length > 0)
      await ctx.tx.bill.deleteMany({ where: { userId: ctx.userId, id: { in: dropped } } });
    return {
      id: billId,
      removed: 1 + dropped.length,
      bill: toBillView({ ...bill, status: "canceled" }, ctx.today),
    };
  },
  trail: ({ bill, removed }) =>
    `${bill.name} · ${sumInWords(bill.amount, bill.currency)}, conta apagada${removed > 1 ? ` em ${removed} meses` : ""}`,
  async summarize(ctx, { billId, scope }) {
    const bill = toBillView(await findBill(ctx, billId), ctx.today);
    const covered = scopeInWords(scope, bill.inSeries);
    return {
      title: `Apagar conta: ${bill.name}`,
      details: [
        { label: "Valor", value: sumInWords(bill.amount, bill.currency) },
        { label: "Mês", value: monthInWords(bill.month, ctx.today) },
        ...(covered === null ? [] : [{ label: "Vale para", value: covered }]),
      ],
      warnings: bill.status === "paid" ? ["já está paga: desfaça o pagamento antes"] : [],
      weight: "heavy",
    };
  },
});
