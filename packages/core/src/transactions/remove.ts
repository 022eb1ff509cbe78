import { loadAccounts } from "../accounts/rows.ts";
import type { Ctx } from "../context.ts";
import { formatMoney, sum } from "../money.ts";
import { write } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "./lock.ts";
import { findTransaction } from "./rows.ts";
import type { LedgerRow } from "./rows.ts";
import { RemoveTransactionInput, RemovedView } from "./schemas.ts";
import { covered, refuseSettling } from "./scope.ts";
import { SCOPE_WORDS, transactionInWords } from "./words.ts";

/**
 * Deletes a transaction, or of a purchase in installments the parts of a scope.
 *
 * What paid a bill or brought an income leaves it open again; what settles a debt's installment or went into
 * an investment is taken back there (`transactions.settles`).
 */
export const removeTransaction = write({
  name: "transactions.remove",
  input: RemoveTransactionInput,
  output: RemovedView,
  touches: ["transactions", "accounts", "bills", "expenses", "incomes", "finance", "dashboard"],
  async run(ctx, input) {
    await lockLedger(ctx);
    const { row, rows } = await toRemove(ctx, input);
    await ctx.tx.transaction.deleteMany({
      where: { userId: ctx.userId, id: { in: rows.map(({ id }) => id) } },
    });
    return { id: row.id, removed: rows.length, transaction: row };
  },
  trail: ({ transaction, removed }) =>
    removed === 1
      ? `${transactionInWords(transaction)} apagado`
      : `${transaction.description} · ${removed} parcelas apagadas`,
  async summarize(ctx, input) {
    const { row, rows } = await toRemove(ctx, input);
    const amount = sum(rows.map((one) => one.amount));
    return {
      title: `Apagar ${row.description}`,
      details: [
        { label: "Valor", value: formatMoney(amount, row.currency) },
        { label: "Conta", value: row.accountName },
        { label: "Dia", value: dayInWords(row.purchaseDay, ctx.today) },
        ...(row.groupId === null
          ? []
          : [
              { label: "Parcelas", value: `${SCOPE_WORDS[input.scope ?? "this"]}: ${rows.length}` },
            ]),
      ],
      warnings: row.billId === null ? [] : ["a conta da casa volta a ficar em aberto"],
      weight: "heavy",
    };
  },
});

async function toRemove(
  ctx: Ctx,
  { transactionId, scope = "this" }: RemoveTransactionInput,
): Promise<{ row: LedgerRow; rows: readonly LedgerRow[] }> {
  const row = await findTransaction(ctx, transactionId);
  refuseSettling(row, ["debtPaymentId", "investmentId"]);
  const { rows } = await covered(ctx, row, scope, await loadAccounts(ctx));
  return { row, rows };
}
