import { addMonths, dayInMonth, monthOf, monthsBetween } from "../dates.ts";
import { isOverdue } from "../finance/due.ts";
import { monthInWords } from "../finance/words.ts";
import type { DebtStatus, InstallmentStatus } from "./schemas.ts";

/** How debts are counted. Browser-safe. */

/** The agreement of a negotiated debt. */
export type Plan = {
  readonly installments: number;
  readonly dueDay: number;
  readonly startMonth: string;
};
/** A debt as far as rules need it; `plan` is null while it is open. */
export type DebtFacts = {
  readonly plan: Plan | null;
  readonly paid: number;
  readonly status: string;
};

export function monthOfInstallment(plan: Plan, number: number): string {
  return addMonths(plan.startMonth, number - 1);
}

export function endMonth(plan: Plan): string {
  return monthOfInstallment(plan, plan.installments);
}

export function dueOfInstallment(plan: Plan, number: number): string {
  return dayInMonth(monthOfInstallment(plan, number), plan.dueDay);
}

/** The installment that belongs to a month, or null when none does. */
export function installmentOf(plan: Plan, month: string): number | null {
  const number = monthsBetween(plan.startMonth, month) + 1;
  return number >= 1 && number <= plan.installments ? number : null;
}

/**
 * How many installments should be paid by a day. Each counts from the day after its due day on, so the one of
 * this month is not late before it is due.
 */
export function expectedPaid(plan: Plan, today: string): number {
  const current = monthOf(today);
  const before = monthsBetween(plan.startMonth, current);
  const due = before + (isOverdue(current, plan.dueDay, today) ? 1 : 0);
  return Math.min(Math.max(due, 0), plan.installments);
}

/** A debt's state: what the person said of it first, then what its payments tell. */
export function debtStatus(debt: DebtFacts, today: string): DebtStatus {
  if (debt.status === "settled" || debt.status === "defaulted" || debt.status === "paid_off")
    return debt.status;
  if (debt.plan === null) return "active";
  if (debt.paid >= debt.plan.installments) return "paid_off";
  return debt.paid < expectedPaid(debt.plan, today) ? "overdue" : "active";
}

/**
 * Tells whether a debt belongs in a month's list.
 *
 * A negotiated debt shows from its first to its last installment month, a finished one up to its last; open
 * and defaulted debts show in every month, because they still ask for action.
 */
export function isVisibleIn(debt: DebtFacts, month: string): boolean {
  const { plan, paid, status } = debt;
  if (plan === null || status === "defaulted") return true;
  const finished = status === "settled" || paid >= plan.installments;
  return (finished || month >= plan.startMonth) && month <= endMonth(plan);
}

/** The state of one installment on a day. */
export function installmentStatus(
  plan: Plan,
  number: number,
  paidOn: string | null,
  today: string,
): InstallmentStatus {
  if (paidOn !== null)
    return monthOf(paidOn) < monthOfInstallment(plan, number) ? "paid_early" : "paid";
  return dueOfInstallment(plan, number) < today ? "overdue" : "pending";
}

export type Projection = {
  readonly estimatedPayoffMonth: string | null;
  readonly remainingMonths: number | null;
  readonly velocity: { readonly averagePerMonth: number; readonly isRegular: boolean } | null;
  readonly message: string;
};

/**
 * When a debt will be paid off at the pace of its payments.
 *
 * The pace is the paid installments over the months from the first to the last payment, both included; it is
 * regular when the months' counts, empty months too, vary by less than 30% of their mean. The current month
 * counts as one to come unless something was paid in it.
 */
export function project(debt: DebtFacts, paidMonths: readonly string[], today: string): Projection {
  const { plan, paid } = debt;
  const none = { estimatedPayoffMonth: null, velocity: null };
  if (plan === null)
    return {
      ...none,
      remainingMonths: null,
      message: "Em aberto: sem parcelas combinadas não dá para prever a quitação.",
    };
  const remaining = plan.installments - paid;
  if (remaining <= 0)
    return { ...none, remainingMonths: 0, message: "Esta dívida já está quitada." };
  const current = monthOf(today);
  const [first, last] = [paidMonths.toSorted()[0], paidMonths.toSorted().at(-1)];
  if (first === undefined || last === undefined) {
    const start = plan.startMonth > current ? plan.startMonth : current;
    const payoff = addMonths(start, remaining - 1);
    return {
      estimatedPayoffMonth: payoff,
      remainingMonths: monthsBetween(current, payoff) + 1,
      velocity: { averagePerMonth: 1, isRegular: true },
      message: `Pagando uma parcela por mês, quita em ${monthInWords(payoff, today)}.`,
    };
  }
  const span = monthsBetween(first, last) + 1;
  const counts = Array.from(
    { length: span },
    (_, i) => paidMonths.filter((month) => month === addMonths(first, i)).length,
  );
  const pace = paidMonths.length / span;
  const spread = Math.sqrt(counts.reduce((total, count) => total + (count - pace) ** 2, 0) / span);
  const remainingMonths = Math.ceil(remaining / pace);
  const payoff = addMonths(
    current,
    paidMonths.includes(current) ? remainingMonths : remainingMonths - 1,
  );
  const velocity = {
    averagePerMonth: Math.round(pace * 100) / 100,
    isRegular: spread / pace < 0.3,
  };
  const lead = pace > 1.2 ? "Adiantando parcelas como até agora" : "No ritmo de até agora";
  return {
    estimatedPayoffMonth: payoff,
    remainingMonths,
    velocity,
    message: `${lead}, quita em ${monthInWords(payoff, today)}.`,
  };
}
