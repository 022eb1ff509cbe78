import { z } from "zod";

import { Currency, Day, Id, Month, SignedAmount } from "../fields.ts";
import { PlanDay, PlanMonth } from "./fields.ts";

export const FinanceSummaryInput = z.object({ month: PlanMonth.describe("mês AAAA-MM") });

/** One currency's part of a month. */
export const FinanceBlock = z.object({
  currency: Currency,
  incomeExpected: SignedAmount,
  incomeActual: SignedAmount,
  /** Bills not canceled + planned expenses + installments of the month, whatever their state. */
  budgeted: SignedAmount,
  /** Expenses minus refunds, by the month the person chose; transfers never count. */
  spent: SignedAmount,
  /** `incomeActual` − `spent`: the month's result. */
  balance: SignedAmount,
  bills: z.object({
    /** Planned amounts of all that are not canceled. */
    total: SignedAmount,
    /** What was really paid. */
    paid: SignedAmount,
    /** Planned amounts of what is still open, and of what is overdue. */
    pending: SignedAmount,
    overdue: SignedAmount,
    count: z.object({
      total: z.int(),
      pending: z.int(),
      paid: z.int(),
      overdue: z.int(),
      canceled: z.int(),
    }),
  }),
  expenses: z.object({ planned: SignedAmount, count: z.int() }),
  /** `planned` sums to `budgeted` and `spent` to `spent`, largest spending first. */
  byCategory: z.array(
    z.object({
      categoryKey: z.string(),
      kind: z.enum(["expense", "income"]),
      name: z.string(),
      parentKey: z.string().nullable(),
      planned: SignedAmount,
      spent: SignedAmount,
    }),
  ),
  debts: z.object({
    /** All debts, and those with installments. */
    count: z.int(),
    negotiatedCount: z.int(),
    overdueCount: z.int(),
    /** Of the active and overdue ones. */
    totalAmount: SignedAmount,
    totalRemaining: SignedAmount,
    /** Everything ever paid on debts. */
    totalPaid: SignedAmount,
    /** The installments of this month, whatever their state; part of `budgeted`. */
    installments: SignedAmount,
  }),
  investments: z.object({
    count: z.int(),
    totalCurrentAmount: SignedAmount,
    totalGoalAmount: SignedAmount,
    totalMonthlyContribution: SignedAmount,
    /** Mean over those with a goal; null when none has one. */
    averageProgress: z.number().nullable(),
  }),
});
export type FinanceBlock = z.infer<typeof FinanceBlock>;

export const FinanceSummaryView = FinanceBlock.extend({
  month: Month,
  /** Month that card purchases count in. */
  spentBy: z.enum(["purchase", "statement"]),
  /** One block per other currency. */
  others: z.array(FinanceBlock),
});
export type FinanceSummaryView = z.infer<typeof FinanceSummaryView>;

export const FinanceHistoryInput = z.object({
  endMonth: PlanMonth.optional().describe("último mês, padrão este"),
  months: z.int().min(1).max(36).default(6).describe("quantos meses"),
});
const HistoryItem = z.object({
  month: Month,
  incomeActual: SignedAmount,
  spent: SignedAmount,
  balance: SignedAmount,
});
export const FinanceHistoryView = z.object({
  startMonth: Month,
  endMonth: Month,
  currency: Currency,
  items: z.array(HistoryItem),
  others: z.array(z.object({ currency: Currency, items: z.array(HistoryItem) })),
});
export type FinanceHistoryView = z.infer<typeof FinanceHistoryView>;

/** One thing to pay: a bill, a card's statement or an installment of a debt. */
export const Payable = z.object({
  kind: z.enum(["bill", "statement", "installment"]),
  /** The bill, the card or the debt. */
  id: Id,
  name: z.string(),
  /** What is still to pay of it. */
  amount: SignedAmount,
  currency: Currency,
  /** The bill's month, the statement's, the installment's. */
  month: Month,
  dueOn: Day,
  daysUntilDue: z.int(),
  status: z.enum(["pending", "overdue"]),
  billId: Id.nullable(),
  accountId: Id.nullable(),
  debtId: Id.nullable(),
  /** The installment's number of how many. */
  number: z.int().nullable(),
  installments: z.int().nullable(),
});
export type Payable = z.infer<typeof Payable>;

export const PayablesInput = z.object({
  from: PlanDay.optional().describe("primeiro vencimento; sem isto, tudo o que está em aberto"),
  to: PlanDay.optional().describe("último vencimento, padrão o fim do próximo mês"),
});
export const PayablesView = z.object({
  from: Day.nullable(),
  to: Day,
  items: z.array(Payable),
  nextCursor: z.null(),
  /** Per currency, the person's own first. */
  totals: z.array(z.object({ currency: Currency, total: SignedAmount, overdue: SignedAmount })),
});
export type PayablesView = z.infer<typeof PayablesView>;

export const ForecastInput = z.object({
  until: PlanDay.optional().describe(
    "até quando; padrão a véspera da próxima receita, ou o fim do mês",
  ),
});
export const ExpectedIncome = z.object({
  incomeId: Id,
  name: z.string(),
  amount: SignedAmount,
  currency: Currency,
  month: Month,
  /** The day it usually comes; the month's last when that is not known. */
  expectedOn: Day,
});
export const ForecastBlock = z.object({
  currency: Currency,
  /** What accounts hold today; cards are in `payables`. */
  balance: SignedAmount,
  expectedIn: SignedAmount,
  payable: SignedAmount,
  /** `balance` + `expectedIn` − `payable`. */
  projected: SignedAmount,
  incomes: z.array(ExpectedIncome),
  payables: z.array(Payable),
});
export type ForecastBlock = z.infer<typeof ForecastBlock>;
export const ForecastView = ForecastBlock.extend({
  today: Day,
  until: Day,
  others: z.array(ForecastBlock),
});
export type ForecastView = z.infer<typeof ForecastView>;
