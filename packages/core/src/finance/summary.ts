import { BILL_WITH_PAYMENT, billStatus } from "../bills/rows.ts";
import { FALLBACK, findCategory, loadCategories } from "../categories/rows.ts";
import type { CategoryView } from "../categories/schemas.ts";
import type { Ctx } from "../context.ts";
import { paidAmounts, toDebtView } from "../debts/rows.ts";
import { installmentsIn } from "../debts/upcoming.ts";
import { fail } from "../errors.ts";
import { read } from "../operation.ts";
import { monthTotals } from "../transactions/spent.ts";
import { currenciesOf } from "./currencies.ts";
import { prolongs } from "./extend.ts";
import { currenciesIn, monthBlock } from "./rules.ts";
import type { CategoryRef, MonthFacts } from "./rules.ts";
import { FinanceSummaryInput, FinanceSummaryView } from "./schemas.ts";

/** The figures of a month, one block per currency, the person's own flat. A constant number of statements. */
export const summarizeMonth = read({
  name: "finance.summary",
  input: FinanceSummaryInput,
  output: FinanceSummaryView,
  first: (ctx, { month }) => prolongs(ctx, ["bills", "expenses", "incomes"], month),
  async run(ctx, { month }) {
    const facts = await readMonth(ctx, month);
    const [own = ctx.person.currency, ...others] = currenciesOf(
      currenciesIn(facts),
      ctx.person.currency,
    );
    return {
      month,
      spentBy: ctx.preferences.finance.spentBy,
      ...monthBlock(facts, own),
      others: others.map((currency) => monthBlock(facts, currency)),
    };
  },
});

/** Everything that a month's figures are made of. */
export async function readMonth(ctx: Ctx, month: string): Promise<MonthFacts> {
  const { tx, userId, today } = ctx;
  const categories = await loadCategories(ctx);
  const byId = new Map(categories.map((category) => [category.id, refOf(category)]));
  const bills = await tx.bill.findMany({
    where: { userId, month },
    include: BILL_WITH_PAYMENT,
    relationLoadStrategy: "join",
  });
  const expenses = await tx.expense.findMany({ where: { userId, month, status: "active" } });
  const incomes = await tx.income.findMany({ where: { userId, month, status: "active" } });
  const debts = await tx.debt.findMany({ where: { userId } });
  const paid = await paidAmounts(ctx);
  const investments = await tx.investment.findMany({ where: { userId, deletedAt: null } });
  const ledger = await monthTotals(ctx, { from: month, to: month });
  const ref = (categoryId: string): CategoryRef =>
    byId.get(categoryId) ?? fail("not_found", "categories.notFound", { categoryId });
  const debtCategory =
    findCategory(categories, "expense", "debts") ??
    findCategory(categories, "expense", FALLBACK.expense);
  return {
    bills: bills.map((row) => ({
      currency: row.currency,
      amount: row.amount.toFixed(2),
      paid: row.payments[0]?.amount.toFixed(2) ?? null,
      status: billStatus(row, today),
      category: ref(row.categoryId),
    })),
    expenses: expenses.map((row) => ({
      currency: row.currency,
      planned: row.planned.toFixed(2),
      category: ref(row.categoryId),
    })),
    incomes: incomes.map((row) => ({ currency: row.currency, expected: row.expected.toFixed(2) })),
    installments: installmentsIn(debts, month).map(({ debt, plan }) => ({
      currency: debt.currency,
      amount: plan.installmentAmount,
    })),
    installmentCategory: debtCategory
      ? refOf(debtCategory)
      : { key: "debts", kind: "expense", name: "Dívidas", parentKey: null },
    debts: debts.map((row) => {
      const view = toDebtView(row, paid(row.id), today);
      return {
        currency: row.currency,
        negotiated: row.negotiated,
        status: view.status,
        total: view.totalAmount,
        paid: view.paidAmount,
        remaining: view.remainingAmount,
      };
    }),
    investments: investments.map((row) => ({
      currency: row.currency,
      current: row.currentAmount.toFixed(2),
      goal: row.goalAmount?.toFixed(2) ?? null,
      monthly: row.monthlyContribution?.toFixed(2) ?? null,
    })),
    ledger,
  };
}

function refOf({ key, kind, name, parentKey }: CategoryView): CategoryRef {
  return { key, kind, name, parentKey };
}
