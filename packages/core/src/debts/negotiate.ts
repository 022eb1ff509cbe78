import { fail } from "../errors.ts";
import { changeInWords, monthInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { completePlan } from "./plan.ts";
import { findDebt, lockDebt, toDebtView } from "./rows.ts";
import { DebtView, NegotiateDebtInput } from "./schemas.ts";

/** Gives an open debt its installments (`debts.alreadyNegotiated` for one that has them). */
export const negotiateDebt = write({
  name: "debts.negotiate",
  input: NegotiateDebtInput,
  output: DebtView,
  touches: ["debts", "finance", "dashboard"],
  async run(ctx, { debtId, totalAmount, ...wanted }) {
    const debt = await lockDebt(ctx, debtId);
    if (debt.negotiated) fail("conflict", "debts.alreadyNegotiated", { debtId });
    const row = await ctx.tx.debt.update({
      where: { userId_id: { userId: ctx.userId, id: debtId } },
      data: {
        ...completePlan(ctx, wanted),
        negotiated: true,
        status: "active",
        ...(totalAmount === undefined ? {} : { totalAmount }),
        updatedAt: ctx.nowDate,
      },
    });
    return toDebtView(row, "0.00", ctx.today);
  },
  trail: (debt) =>
    `${debt.name} parcelada · ${debt.installments ?? 0} de ${sumInWords(debt.installmentAmount ?? "0", debt.currency)}`,
  async summarize(ctx, input) {
    const debt = await findDebt(ctx, input.debtId);
    const plan = completePlan(ctx, input);
    const total = debt.totalAmount.toFixed(2);
    return {
      title: `Parcelar dívida: ${debt.name}`,
      details: [
        {
          label: "Total",
          value: changeInWords(
            sumInWords(total, debt.currency),
            sumInWords(input.totalAmount ?? total, debt.currency),
          ),
        },
        {
          label: "Parcelas",
          value: `${plan.installments} de ${sumInWords(plan.installmentAmount, debt.currency)}`,
        },
        {
          label: "Vencimento",
          value: `todo dia ${plan.dueDay}, desde ${monthInWords(plan.startMonth, ctx.today)}`,
        },
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});
