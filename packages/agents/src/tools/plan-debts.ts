import { monthOf } from "@vida/core/dates";
import { createDebt } from "@vida/core/debts/create";
import { listDebts } from "@vida/core/debts/list";
import { payInstallments } from "@vida/core/debts/pay-installments";
import { listDebtPayments } from "@vida/core/debts/payments";
import { listUpcoming } from "@vida/core/debts/upcoming";
import { installmentsInWords } from "@vida/core/debts/words";
import { sumInWords } from "@vida/core/finance/words";

import type { Args } from "../ports.ts";
import { tool } from "../tool-spec.ts";
import type { ToolEnv, ToolSpec } from "../tool-spec.ts";
import { fillMonth } from "./plan-fill.ts";

const agents = ["finance"] as const;

/** Debts and their installments. */
export const DEBT_TOOLS: readonly ToolSpec[] = [
  tool({
    name: "create_debt",
    agents,
    description:
      "Cadastra uma dívida ou empréstimo: parcelada (installments, installmentAmount e dueDay) ou em aberto (negotiated false).",
    operation: createDebt,
    fill: fillDebt,
    summary: (debt) => `Dívida ${debt.name} criada: ${sumInWords(debt.totalAmount, debt.currency)}`,
  }),
  tool({
    name: "pay_installments",
    agents,
    description:
      "Registra o pagamento das próximas parcelas de uma dívida. amount só quando o total pago por elas foi outro, por exemplo com desconto.",
    operation: payInstallments,
    references: { debtId: "debt", accountId: "account" },
    fill: (args) => ({ ...args, quantity: args["quantity"] ?? 1 }),
    summary: (debt) => {
      const first = debt.payments[0]?.number ?? 1;
      const paid = installmentsInWords(first, debt.payments.length, debt.installments ?? first);
      return `${debt.name}: ${paid} paga${debt.payments.length === 1 ? "" : "s"}, ${debt.remainingInstallments === 0 ? "quitada" : `faltam ${debt.remainingInstallments ?? 0}`}`;
    },
  }),
  tool({
    name: "get_debt_progress",
    agents,
    description: "Lista as dívidas com parcelas pagas, o que falta, situação e próximo vencimento.",
    operation: listDebts,
    summary: ({ items }) => (items.length === 1 ? "1 dívida" : `${items.length} dívidas`),
  }),
  tool({
    name: "get_debt_payment_history",
    agents,
    description: "Lista o que já foi pago de uma dívida, parcela por parcela.",
    operation: listDebtPayments,
    references: { debtId: "debt" },
    summary: ({ debt }) =>
      `${debt.name}: ${debt.paidInstallments === 1 ? "1 parcela paga" : `${debt.paidInstallments} parcelas pagas`}, ${sumInWords(debt.paidAmount, debt.currency)}`,
  }),
  tool({
    name: "get_upcoming_installments",
    agents,
    description: "Lista as parcelas de dívidas de um mês, pagas e por pagar.",
    operation: listUpcoming,
    fill: fillMonth,
    summary: ({ items, totals }) =>
      `${items.length === 1 ? "1 parcela" : `${items.length} parcelas`}, ${totals.map(({ toPay, currency }) => sumInWords(toPay, currency)).join(" e ")} a pagar`,
  }),
];

/** A debt with installments starts this month unless told otherwise. */
function fillDebt(args: Args, { today }: ToolEnv): Args {
  const negotiated = args["negotiated"] ?? true;
  if (negotiated === false) return { ...args, negotiated };
  return { ...args, negotiated, startMonth: args["startMonth"] ?? monthOf(today) };
}
