import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { dayInWords } from "../tracking/words.ts";
import { lockLedger } from "../transactions/lock.ts";
import { unpostTransactions } from "../transactions/post.ts";
import { findDebt, findPayments, lockDebt, paidAmounts, planOf, toDebtView } from "./rows.ts";
import { DebtIdInput, DebtView } from "./schemas.ts";

/** Takes back the newest installment that was paid, its transaction too (`debts.noPayments`). */
export const undoDebtPayment = write({
  name: "debts.undoPayment",
  input: DebtIdInput,
  output: DebtView,
  touches: ["debts", "transactions", "accounts", "finance", "dashboard"],
  async run(ctx, { debtId }) {
    await lockLedger(ctx);
    const debt = await lockDebt(ctx, debtId);
    const [newest] = await findPayments(ctx, debtId, 1, null);
    if (newest === undefined) fail("conflict", "debts.noPayments", { debtId });
    await unpostTransactions(ctx, { debtPaymentId: newest.id });
    await ctx.tx.debtPayment.delete({
      where: { userId_id: { userId: ctx.userId, id: newest.id } },
    });
    const row = await ctx.tx.debt.update({
      where: { userId_id: { userId: ctx.userId, id: debtId } },
      data: { paidInstallments: debt.paidInstallments - 1, updatedAt: ctx.nowDate },
    });
    return toDebtView(row, (await paidAmounts(ctx))(debtId), ctx.today);
  },
  trail: (debt) => `Pagamento da parcela ${debt.currentInstallment ?? 1} de ${debt.name} desfeito`,
  async summarize(ctx, { debtId }) {
    const debt = await findDebt(ctx, debtId);
    const [newest] = await findPayments(ctx, debtId, 1, null);
    if (newest === undefined) fail("conflict", "debts.noPayments", { debtId });
    return {
      title: `Desfazer pagamento: ${debt.name}`,
      details: [
        { label: "Valor", value: sumInWords(newest.amount, debt.currency) },
        {
          label: "Parcela",
          value: `${newest.number} de ${planOf(debt)?.installments ?? newest.number}`,
        },
        { label: "Pago", value: dayInWords(dateToDay(newest.paidOn), ctx.today) },
        { label: "Pagas", value: `${debt.paidInstallments} → ${debt.paidInstallments - 1}` },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});
