import { DebtPage, DebtView, PaidView, PaymentPage, UpcomingView } from "@vida/core/debts/schemas";
import { installmentsInWords, statusInWords } from "@vida/core/debts/words";
import { monthInWords } from "@vida/core/finance/words";
import { InvestmentPage, InvestmentView } from "@vida/core/investments/schemas";
import { sum } from "@vida/core/money";
import { dayInWords } from "@vida/core/tracking/words";

import type { Reply } from "../compose.ts";
import { pick } from "../pick.ts";
import { count, decimal, dueInWords, ended, listed, money, namedIn, reply } from "./shared.ts";

const say = (amount: string, { currency }: { currency: string }) => money({ amount, currency });

const created = reply(DebtView, (debt, { text }) => {
  const plan =
    debt.installments === null || debt.installmentAmount === null
      ? ""
      : `, ${debt.installments}x de ${say(debt.installmentAmount, debt)}`;
  return `${pick(text, ["Dívida cadastrada", "Anotei", "Pronto"])}: ${debt.name}, ${say(debt.totalAmount, debt)}${plan}. Vamos acompanhar até quitar.`;
});

const paid = reply(PaidView, (debt, { text }) => {
  const { payments } = debt;
  const first = payments[0]?.number ?? 1;
  const parts = installmentsInWords(first, payments.length, debt.installments ?? payments.length);
  const value = say(sum(payments.map(({ amount }) => amount)), debt);
  if (debt.remainingInstallments === 0)
    return `${debt.name} quitada! Foi ${parts}, ${value}. Parabéns!`;
  const left = debt.remainingInstallments ?? 0;
  return `${pick(text, ["Boa", "Mais um passo", "Anotado"])}: ${debt.name}, ${parts}, ${value}. ${left === 1 ? "Falta" : "Faltam"} ${count(left, "parcela", "parcelas")}, ${say(debt.remainingAmount, debt)}.`;
});

const debts = reply(DebtPage, ({ items }, { text, today }) => {
  if (items.length === 0) return "Você não tem dívidas cadastradas.";
  const named = namedIn(text, items, ({ name, creditor }) => `${name} ${creditor ?? ""}`);
  const shown = named.length > 0 ? named : items;
  const lines = shown.map((debt) => debtLine(debt, today));
  return lines.length === 1
    ? ended(lines.join(""))
    : listed(`Suas ${count(lines.length, "dívida", "dívidas")}:`, lines);
});

function debtLine(debt: DebtView, today: string): string {
  const left = say(debt.remainingAmount, debt);
  if (debt.installments === null)
    return `${debt.name}: ${left} a pagar, ${statusInWords(debt.status).toLowerCase()}`;
  if (debt.remainingInstallments === 0)
    return `${debt.name}: quitada, ${say(debt.paidAmount, debt)} pagos`;
  const due = debt.nextDueOn === null ? "" : `, a próxima ${dueInWords(debt.nextDueOn, today)}`;
  return `${debt.name}: ${debt.paidInstallments} de ${debt.installments} parcelas pagas, ${debt.remainingInstallments === 1 ? "falta" : "faltam"} ${debt.remainingInstallments ?? 0} (${left})${due}`;
}

const payments = reply(PaymentPage, ({ items, debt }, { today }) => {
  if (items.length === 0)
    return ended(
      `Nenhuma parcela paga de ${debt.name} ainda; são ${debt.installments ?? 0} no total`,
    );
  const heading = `${debt.name}: ${debt.paidInstallments} de ${debt.installments ?? debt.paidInstallments} parcelas pagas, ${say(debt.paidAmount, debt)}. Faltam ${say(debt.remainingAmount, debt)}.`;
  return listed(
    heading,
    items.map(
      (one) =>
        `parcela ${one.number}: ${say(one.amount, one)}, paga ${dayInWords(one.paidOn, today)}`,
    ),
  );
});

const upcoming = reply(UpcomingView, ({ month, items, totals }, { text, today }) => {
  const when = month === today.slice(0, 7) ? "este mês" : `em ${monthInWords(month, today)}`;
  if (items.length === 0) return `Nenhuma parcela ${when}.`;
  const named = namedIn(text, items, ({ debtName }) => debtName);
  const shown = named.length > 0 ? named : items;
  const open = totals.map((one) => say(one.toPay, one)).join(" e ");
  const heading = shown === items ? `Parcelas ${when}: ${open} a pagar.` : `Parcelas ${when}:`;
  return listed(
    heading,
    shown.map((one) => {
      const is =
        one.status === "pending" || one.status === "overdue"
          ? dueInWords(one.dueOn, today)
          : "paga";
      return `${one.debtName} (${one.number} de ${one.installments}): ${say(one.amount, one)}, ${is}`;
    }),
  );
});

const valued = reply(
  InvestmentView,
  (one, { text }) => `${pick(text, ["Atualizado", "Anotado", "Pronto"])}: ${investmentLine(one)}.`,
);

const investments = reply(InvestmentPage, ({ items }, { text }) => {
  if (items.length === 0) return "Você ainda não tem investimentos cadastrados.";
  const named = namedIn(text, items, ({ name }) => name);
  const shown = named.length > 0 ? named : items;
  const lines = shown.map(investmentLine);
  if (lines.length === 1) return ended(lines.join(""));
  const currencies = [...new Set(shown.map(({ currency }) => currency))];
  const totals = currencies.map((currency) =>
    money({
      amount: sum(
        shown.filter((one) => one.currency === currency).map(({ currentAmount }) => currentAmount),
      ),
      currency,
    }),
  );
  return listed(`Você tem ${totals.join(" e ")} investidos:`, lines);
});

function investmentLine(one: InvestmentView): string {
  const goal =
    one.goalAmount === null || one.progress === null
      ? ""
      : ` de ${say(one.goalAmount, one)} (${decimal(one.progress)}%)`;
  return `${one.name}: ${say(one.currentAmount, one)}${goal}`;
}

export const DEBT_REPLIES: Readonly<Record<string, Reply>> = {
  create_debt: created,
  pay_installments: paid,
  get_debt_progress: debts,
  get_debt_payment_history: payments,
  get_upcoming_installments: upcoming,
  update_investment: valued,
  get_investments: investments,
};
