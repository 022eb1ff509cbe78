import type { Prisma } from "@vida/db/generated/prisma/client";

import { fail } from "../errors.ts";
import { changeInWords, sumInWords } from "../finance/words.ts";
import { write } from "../operation.ts";
import { lockDebt, planOf, viewDebt } from "./rows.ts";
import { DebtView, UpdateDebtInput } from "./schemas.ts";
import { statusInWords } from "./words.ts";

/**
 * Corrects a debt. Its installments may change too, but never below what is paid (`debts.belowPaid`), and
 * they begin in another month only while none is paid (`debts.hasPayments`).
 *
 * An open debt gets installments by negotiating (`debts.notNegotiated`), never loses them again
 * (`debts.alreadyNegotiated`), and only an open one is said to be paid off: a negotiated one is paid
 * (`debts.payInstallments`).
 */
export const updateDebt = write({
  name: "debts.update",
  input: UpdateDebtInput,
  output: DebtView,
  touches: ["debts", "finance", "dashboard"],
  async run(ctx, { debtId, negotiated, ...changes }) {
    const debt = await lockDebt(ctx, debtId);
    const plan = planOf(debt);
    const { installments, installmentAmount, dueDay, startMonth, status } = changes;
    const wantsPlan = [installments, installmentAmount, dueDay, startMonth].some(
      (value) => value !== undefined,
    );
    if (plan === null && (negotiated === true || wantsPlan))
      fail("conflict", "debts.notNegotiated", { debtId });
    if (plan !== null && negotiated === false)
      fail("conflict", "debts.alreadyNegotiated", { debtId });
    if (plan !== null && status === "paid_off" && debt.paidInstallments < plan.installments)
      fail("conflict", "debts.payInstallments", { debtId });
    if (installments !== undefined && installments < debt.paidInstallments) {
      fail("conflict", "debts.belowPaid", {
        paid: debt.paidInstallments,
        fields: { installments: [`já há ${debt.paidInstallments} pagas`] },
      });
    }
    if (startMonth !== undefined && startMonth !== plan?.startMonth && debt.paidInstallments > 0) {
      fail("conflict", "debts.hasPayments", {
        paid: debt.paidInstallments,
        fields: { startMonth: ["já há parcelas pagas: desfaça os pagamentos antes"] },
      });
    }
    const given = Object.fromEntries(
      Object.entries(changes).filter(([, value]) => value !== undefined),
    );
    const data: Prisma.DebtUncheckedUpdateInput = { ...given, updatedAt: ctx.nowDate };
    // A finished plan is told by its count.
    if (plan !== null && status === "paid_off") data.status = "active";
    await ctx.tx.debt.update({ where: { userId_id: { userId: ctx.userId, id: debtId } }, data });
    return viewDebt(ctx, debtId);
  },
  trail: (debt) => `${debt.name}, dívida alterada`,
  async summarize(ctx, input) {
    const debt = await viewDebt(ctx, input.debtId);
    const sum = (amount: string): string => sumInWords(amount, debt.currency);
    return {
      title: `Mudar dívida: ${debt.name}`,
      details: [
        ...(input.name === undefined
          ? []
          : [{ label: "Nome", value: changeInWords(debt.name, input.name) }]),
        ...(input.totalAmount === undefined
          ? []
          : [
              {
                label: "Total",
                value: changeInWords(sum(debt.totalAmount), sum(input.totalAmount)),
              },
            ]),
        ...(input.installments === undefined
          ? []
          : [
              {
                label: "Parcelas",
                value: changeInWords(String(debt.installments), String(input.installments)),
              },
            ]),
        ...(input.installmentAmount === undefined
          ? []
          : [
              {
                label: "Parcela",
                value: changeInWords(
                  sum(debt.installmentAmount ?? "0"),
                  sum(input.installmentAmount),
                ),
              },
            ]),
        ...(input.dueDay === undefined
          ? []
          : [
              {
                label: "Vencimento",
                value: changeInWords(`dia ${debt.dueDay ?? "–"}`, `dia ${input.dueDay}`),
              },
            ]),
        ...(input.status === undefined
          ? []
          : [
              {
                label: "Situação",
                value: changeInWords(statusInWords(debt.status), statusInWords(input.status)),
              },
            ]),
      ],
      warnings: [],
      weight: "heavy",
    };
  },
});
