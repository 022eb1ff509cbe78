import { unpaidStatements } from "../accounts/statements.ts";
import type { Ctx } from "../context.ts";
import { addMonths, dayInMonth, daysBetween, lastDay, monthOf } from "../dates.ts";
import { planOf } from "../debts/rows.ts";
import { dueOfInstallment, monthOfInstallment } from "../debts/rules.ts";
import { fail } from "../errors.ts";
import { sum } from "../money.ts";
import { read } from "../operation.ts";
import { inOrder } from "./currencies.ts";
import { prolongs } from "./extend.ts";
import { PayablesInput, PayablesView } from "./schemas.ts";
import type { Payable } from "./schemas.ts";

/** How far back an unpaid bill still stands among what is to pay. */
const MONTHS_BACK = 12;

/**
 * What is still to pay, bills, card statements and installments on one timeline, soonest due first.
 *
 * Without `from` it holds everything open, overdue things of the last twelve months included.
 */
export const listPayables = read({
  name: "finance.payables",
  input: PayablesInput,
  output: PayablesView,
  first: (ctx, { to }) => prolongs(ctx, ["bills"], monthOf(to ?? horizon(ctx))),
  async run(ctx, { from, to = horizon(ctx) }) {
    if (from !== undefined && from > to)
      fail("invalid", "finance.badPeriod", { fields: { to: ["período inválido"] } });
    const items = await readPayables(ctx, from ?? null, to);
    const totals = inOrder(items, ctx.person.currency).map(({ currency, rows }) => ({
      currency,
      total: sum(rows.map(({ amount }) => amount)),
      overdue: sum(rows.filter(({ status }) => status === "overdue").map(({ amount }) => amount)),
    }));
    return { from: from ?? null, to, items, nextCursor: null, totals };
  },
});

/** The last day of the next month. */
function horizon(ctx: Ctx): string {
  return lastDay(addMonths(monthOf(ctx.today), 1));
}

/** What is to pay with a due day in the period; four statements. */
export async function readPayables(ctx: Ctx, from: string | null, to: string): Promise<Payable[]> {
  const first = from ?? `${addMonths(monthOf(ctx.today), -MONTHS_BACK)}-01`;
  const items = [
    ...(await openBills(ctx, first, to)),
    ...(await openStatements(ctx, first)),
    ...(await openInstallments(ctx, to)),
  ];
  return items
    .filter(({ dueOn }) => dueOn >= first && dueOn <= to)
    .toSorted(
      (a, b) =>
        a.dueOn.localeCompare(b.dueOn) ||
        a.kind.localeCompare(b.kind) ||
        a.name.localeCompare(b.name),
    );
}

function payable(
  ctx: Ctx,
  item: Omit<
    Payable,
    "daysUntilDue" | "status" | "billId" | "accountId" | "debtId" | "number" | "installments"
  >,
): Payable {
  return {
    ...item,
    daysUntilDue: daysBetween(ctx.today, item.dueOn),
    status: item.dueOn < ctx.today ? "overdue" : "pending",
    billId: item.kind === "bill" ? item.id : null,
    accountId: item.kind === "statement" ? item.id : null,
    debtId: item.kind === "installment" ? item.id : null,
    number: null,
    installments: null,
  };
}

async function openBills(ctx: Ctx, from: string, to: string): Promise<Payable[]> {
  const rows = await ctx.tx.bill.findMany({
    where: {
      userId: ctx.userId,
      status: "active",
      payments: { none: {} },
      month: { gte: monthOf(from), lte: monthOf(to) },
    },
  });
  return rows.map(({ id, name, amount, currency, month, dueDay }) =>
    payable(ctx, {
      kind: "bill",
      id,
      name,
      amount: amount.toFixed(2),
      currency,
      month,
      dueOn: dayInMonth(month, dueDay),
    }),
  );
}

async function openStatements(ctx: Ctx, from: string): Promise<Payable[]> {
  const statements = await unpaidStatements(ctx, from);
  return statements.map(({ accountId, accountName, remaining, currency, month, dueOn }) =>
    payable(ctx, {
      kind: "statement",
      id: accountId,
      name: accountName,
      amount: remaining,
      currency,
      month,
      dueOn,
    }),
  );
}

async function openInstallments(ctx: Ctx, to: string): Promise<Payable[]> {
  const debts = await ctx.tx.debt.findMany({
    where: { userId: ctx.userId, negotiated: true, status: { not: "settled" } },
  });
  return debts.flatMap((debt) => {
    const plan = planOf(debt);
    if (plan === null) return [];
    const open = Array.from(
      { length: plan.installments - debt.paidInstallments },
      (_, i) => debt.paidInstallments + 1 + i,
    );
    return open
      .filter((number) => dueOfInstallment(plan, number) <= to)
      .map((number) => ({
        ...payable(ctx, {
          kind: "installment",
          id: debt.id,
          name: debt.name,
          amount: plan.installmentAmount,
          currency: debt.currency,
          month: monthOfInstallment(plan, number),
          dueOn: dueOfInstallment(plan, number),
        }),
        number,
        installments: plan.installments,
      }));
  });
}
