import type { BillStatus } from "../bills/schemas.ts";
import type { DebtStatus } from "../debts/schemas.ts";
import { progressOf } from "../investments/rules.ts";
import { add, compare, subtract, sum } from "../money.ts";
import type { FinanceBlock } from "./schemas.ts";

/**
 * The formulas of a month, each once: pages, chat and reports read them from here. Browser-safe, exact.
 */

export type CategoryRef = {
  readonly key: string;
  readonly kind: "expense" | "income";
  readonly name: string;
  readonly parentKey: string | null;
};

/** What a month's figures are made of. Amounts are decimal strings; every row carries its currency. */
export type MonthFacts = {
  readonly bills: readonly {
    currency: string;
    amount: string;
    paid: string | null;
    status: BillStatus;
    category: CategoryRef;
  }[];
  readonly expenses: readonly { currency: string; planned: string; category: CategoryRef }[];
  readonly incomes: readonly { currency: string; expected: string }[];
  /** Installments of the month, whatever their state. */
  readonly installments: readonly { currency: string; amount: string }[];
  /** The category that installments are planned in. */
  readonly installmentCategory: CategoryRef;
  readonly debts: readonly {
    currency: string;
    negotiated: boolean;
    status: DebtStatus;
    total: string;
    paid: string;
    remaining: string;
  }[];
  readonly investments: readonly {
    currency: string;
    current: string;
    goal: string | null;
    monthly: string | null;
  }[];
  readonly ledger: readonly {
    currency: string;
    spent: string;
    income: string;
    byCategory: readonly (CategoryRef & { amount: string })[];
  }[];
};

/** Every currency that a month's facts speak of. */
export function currenciesIn(facts: MonthFacts): string[] {
  const lists = [
    facts.bills,
    facts.expenses,
    facts.incomes,
    facts.installments,
    facts.debts,
    facts.investments,
    facts.ledger,
  ];
  return lists.flatMap((rows) => rows.map(({ currency }) => currency));
}

/** One currency's figures of a month; sums never mix currencies. */
export function monthBlock(all: MonthFacts, currency: string): FinanceBlock {
  const own = <T extends { readonly currency: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.currency === currency);
  const bills = own(all.bills).filter(({ status }) => status !== "canceled");
  const expenses = own(all.expenses);
  const installments = own(all.installments);
  const ledger = own(all.ledger);
  const incomeActual = sum(ledger.map(({ income }) => income));
  const spent = sum(ledger.map((part) => part.spent));
  const debts = own(all.debts);
  const running = debts.filter(({ status }) => status === "active" || status === "overdue");
  const monthly = sum(installments.map(({ amount }) => amount));
  const planned = [
    ...bills.map(({ category, amount }) => ({ ...category, amount })),
    ...expenses.map(({ category, planned: amount }) => ({ ...category, amount })),
    ...installments.map(({ amount }) => ({ ...all.installmentCategory, amount })),
  ];
  return {
    currency,
    incomeExpected: sum(own(all.incomes).map(({ expected }) => expected)),
    incomeActual,
    budgeted: sum(planned.map(({ amount }) => amount)),
    spent,
    balance: subtract(incomeActual, spent),
    bills: billFigures(own(all.bills)),
    expenses: { planned: sum(expenses.map((expense) => expense.planned)), count: expenses.length },
    byCategory: byCategory(
      planned,
      ledger.flatMap((part) => [...part.byCategory]),
    ),
    debts: {
      count: debts.length,
      negotiatedCount: debts.filter(({ negotiated }) => negotiated).length,
      overdueCount: debts.filter(({ status }) => status === "overdue").length,
      totalAmount: sum(running.map(({ total }) => total)),
      totalRemaining: sum(running.map(({ remaining }) => remaining)),
      totalPaid: sum(debts.map(({ paid }) => paid)),
      installments: monthly,
    },
    investments: investmentFigures(own(all.investments)),
  };
}

function billFigures(bills: MonthFacts["bills"]): FinanceBlock["bills"] {
  const of = (status: BillStatus): MonthFacts["bills"] =>
    bills.filter((bill) => bill.status === status);
  const planned = (rows: MonthFacts["bills"]): string => sum(rows.map(({ amount }) => amount));
  const [pending, paid, overdue, canceled] = [
    of("pending"),
    of("paid"),
    of("overdue"),
    of("canceled"),
  ];
  return {
    total: planned([...pending, ...paid, ...overdue]),
    paid: sum(paid.map((bill) => bill.paid ?? "0")),
    pending: planned(pending),
    overdue: planned(overdue),
    count: {
      total: bills.length - canceled.length,
      pending: pending.length,
      paid: paid.length,
      overdue: overdue.length,
      canceled: canceled.length,
    },
  };
}

type Part = CategoryRef & { readonly amount: string };

function byCategory(planned: readonly Part[], spent: readonly Part[]): FinanceBlock["byCategory"] {
  const lines = new Map<string, FinanceBlock["byCategory"][number]>();
  const note = (
    { key, kind, name, parentKey, amount }: Part,
    column: "planned" | "spent",
  ): void => {
    const line = lines.get(`${kind} ${key}`) ?? {
      categoryKey: key,
      kind,
      name,
      parentKey,
      planned: "0.00",
      spent: "0.00",
    };
    lines.set(`${kind} ${key}`, { ...line, [column]: add(line[column], amount) });
  };
  for (const part of planned) note(part, "planned");
  for (const part of spent) note(part, "spent");
  return [...lines.values()].toSorted(
    (a, b) =>
      compare(b.spent, a.spent) ||
      compare(b.planned, a.planned) ||
      a.categoryKey.localeCompare(b.categoryKey),
  );
}

function investmentFigures(investments: MonthFacts["investments"]): FinanceBlock["investments"] {
  const progress = investments.flatMap(({ current, goal }) => progressOf(current, goal) ?? []);
  return {
    count: investments.length,
    totalCurrentAmount: sum(investments.map(({ current }) => current)),
    totalGoalAmount: sum(investments.map(({ goal }) => goal ?? "0")),
    totalMonthlyContribution: sum(investments.map(({ monthly }) => monthly ?? "0")),
    averageProgress:
      progress.length === 0
        ? null
        : Math.round((progress.reduce((a, b) => a + b, 0) / progress.length) * 100) / 100,
  };
}
