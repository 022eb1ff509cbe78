import { Removed } from "../fields.ts";
import { sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockLedger } from "../transactions/lock.ts";
import { lockDebt, viewDebt } from "./rows.ts";
import { DebtIdInput, DebtView } from "./schemas.ts";

/** Deletes a debt with its payments. What was paid stays in the ledger: that money moved. */
export const removeDebt = write({
  name: "debts.remove",
  input: DebtIdInput,
  output: Removed.extend({ debt: DebtView }),
  touches: ["debts", "transactions", "finance", "dashboard"],
  async run(ctx, { debtId }) {
    await lockLedger(ctx);
    await lockDebt(ctx, debtId);
    const debt = await viewDebt(ctx, debtId);
    await ctx.tx.$executeRaw`
      update transactions t set debt_payment_id = null from debt_payments p
       where t.user_id = ${ctx.userId}::uuid and p.user_id = t.user_id and p.id = t.debt_payment_id and p.debt_id = ${debtId}::uuid`;
    await ctx.tx.debtPayment.deleteMany({ where: { userId: ctx.userId, debtId } });
    await ctx.tx.debt.delete({ where: { userId_id: { userId: ctx.userId, id: debtId } } });
    return { id: debtId, debt };
  },
  trail: ({ debt }) =>
    `${debt.name} · ${sumInWords(debt.totalAmount, debt.currency)}, dívida apagada`,
  async summarize(ctx, { debtId }) {
    const debt = await viewDebt(ctx, debtId);
    return {
      title: `Apagar dívida: ${debt.name}`,
      details: [
        { label: "Total", value: sumInWords(debt.totalAmount, debt.currency) },
        { label: "Pago", value: sumInWords(debt.paidAmount, debt.currency) },
        { label: "Falta", value: sumInWords(debt.remainingAmount, debt.currency) },
      ],
      warnings: debt.paidInstallments > 0 ? ["o que já foi pago continua no extrato"] : [],
      weight: "heavy",
    };
  },
});
