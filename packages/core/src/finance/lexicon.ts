import type { Ctx } from "../context.ts";
import { addMonths, monthOf } from "../dates.ts";
import { billStatus } from "../bills/rows.ts";
import { debtStatus } from "../debts/rules.ts";
import { factsOf } from "../debts/rows.ts";
import type { Lexicon } from "../ptbr/types.ts";

/** The part of a person's names that the plan knows. */
export type PlanLexicon = Pick<Lexicon, "bills" | "expenses" | "incomes" | "debts" | "investments">;

/**
 * Reads what the words of a person may mean in the plan: this month's bills, planned expenses and incomes,
 * last month's that are still open and have no namesake this month, running debts, and investments.
 */
export async function readPlanLexicon(ctx: Ctx): Promise<PlanLexicon> {
  const { tx, userId, today } = ctx;
  const current = monthOf(today);
  const months = { in: [addMonths(current, -1), current] };
  const bills = await tx.bill.findMany({
    where: { userId, status: "active", month: months },
    include: { category: { select: { key: true } }, payments: { select: { id: true } } },
    relationLoadStrategy: "join",
    orderBy: [{ month: "desc" }, { dueDay: "asc" }],
  });
  const expenses = await tx.expense.findMany({
    where: { userId, status: "active", month: current },
    include: { category: { select: { key: true } } },
    relationLoadStrategy: "join",
  });
  const incomes = await tx.income.findMany({
    where: { userId, status: "active", month: months },
    include: { receipts: { select: { id: true } } },
    relationLoadStrategy: "join",
    orderBy: [{ month: "desc" }, { name: "asc" }],
  });
  const debts = await tx.debt.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
  const investments = await tx.investment.findMany({ where: { userId, deletedAt: null }, orderBy: { name: "asc" } });
  return {
    bills: relevant(bills, current, (bill) => bill.payments.length === 0).map((bill) => ({
      id: bill.id,
      name: bill.name,
      amount: bill.amount.toFixed(2),
      dueDay: bill.dueDay,
      month: bill.month,
      status: billStatus(bill, today),
      categoryKey: bill.category.key,
    })),
    expenses: expenses.map(({ id, name, planned, month, category }) => ({ id, name, planned: planned.toFixed(2), month, categoryKey: category.key })),
    incomes: relevant(incomes, current, (income) => income.receipts.length === 0).map((income) => ({
      id: income.id,
      name: income.name,
      kind: income.kind,
      expected: income.expected.toFixed(2),
      month: income.month,
      received: income.receipts.length > 0,
    })),
    debts: debts
      .filter((debt) => debtStatus(factsOf(debt), today) !== "paid_off")
      .map((debt) => ({
        id: debt.id,
        name: debt.name,
        creditor: debt.creditor,
        installments: debt.installments,
        installmentAmount: debt.installmentAmount?.toFixed(2) ?? null,
        nextInstallment: debt.installments === null ? null : debt.paidInstallments + 1,
        status: debtStatus(factsOf(debt), today),
      })),
    investments: investments.map(({ id, name, type, currentAmount }) => ({ id, name, type, currentAmount: currentAmount.toFixed(2) })),
  };
}

/** This month's rows, and open ones of before that no row of this month is named after. */
function relevant<T extends { readonly month: string; readonly name: string }>(rows: readonly T[], current: string, open: (row: T) => boolean): T[] {
  const names = new Set(rows.filter(({ month }) => month === current).map(({ name }) => name));
  return rows.filter((row) => row.month === current || (open(row) && !names.has(row.name)));
}
