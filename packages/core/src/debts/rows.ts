import { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay, daysBetween, monthOf } from "../dates.ts";
import { fail } from "../errors.ts";
import { money, multiply } from "../money.ts";
import { debtStatus, dueOfInstallment, endMonth, monthOfInstallment } from "./rules.ts";
import type { DebtFacts, Plan } from "./rules.ts";
import { DebtView, PaymentView } from "./schemas.ts";

export type DebtRow = Prisma.DebtGetPayload<object>;

/** The agreement of a debt, or null while it is open. */
export function planOf(row: DebtRow): (Plan & { readonly installmentAmount: string }) | null {
  const { installments, installmentAmount, dueDay, startMonth } = row;
  if (installments === null || installmentAmount === null || dueDay === null || startMonth === null)
    return null;
  return { installments, installmentAmount: installmentAmount.toFixed(2), dueDay, startMonth };
}

export function factsOf(row: DebtRow): DebtFacts {
  return { plan: planOf(row), paid: row.paidInstallments, status: row.status };
}

export function toDebtView(row: DebtRow, paidAmount: string, today: string): DebtView {
  const plan = planOf(row);
  const status = debtStatus(factsOf(row), today);
  const left = plan === null ? null : plan.installments - row.paidInstallments;
  const open = status === "active" || status === "overdue" || status === "defaulted";
  const nextDueOn =
    plan !== null && left !== 0 && open ? dueOfInstallment(plan, row.paidInstallments + 1) : null;
  return DebtView.parse({
    ...row,
    totalAmount: row.totalAmount.toFixed(2),
    installmentAmount: plan?.installmentAmount ?? null,
    endMonth: plan === null ? null : endMonth(plan),
    currentInstallment: plan === null ? null : row.paidInstallments + 1,
    remainingInstallments: left,
    paidAmount,
    remainingAmount: remainingAmount(row, plan, open),
    progress:
      plan === null ? null : Math.round((row.paidInstallments / plan.installments) * 10_000) / 100,
    status,
    nextDueOn,
    daysUntilDue: nextDueOn === null ? null : daysBetween(today, nextDueOn),
    createdAt: isoInstant(row.createdAt),
  });
}

function remainingAmount(row: DebtRow, plan: ReturnType<typeof planOf>, open: boolean): string {
  if (!open) return "0.00";
  return plan === null
    ? row.totalAmount.toFixed(2)
    : multiply(plan.installmentAmount, plan.installments - row.paidInstallments);
}

/** The debt of the person, or `not_found` (`debts.notFound`). */
export async function findDebt(ctx: Ctx, debtId: string): Promise<DebtRow> {
  const row = await ctx.tx.debt.findFirst({ where: { userId: ctx.userId, id: debtId } });
  return row ?? fail("not_found", "debts.notFound", { debtId });
}

/** As `findDebt`, and nobody else changes it until this transaction ends. */
export async function lockDebt(ctx: Ctx, debtId: string): Promise<DebtRow> {
  await ctx.tx
    .$queryRaw`select 1 as locked from debts where user_id = ${ctx.userId}::uuid and id = ${debtId}::uuid for update`;
  return findDebt(ctx, debtId);
}

/** What was really paid on each debt, in one statement. */
export async function paidAmounts(ctx: Ctx): Promise<(debtId: string) => string> {
  const rows = await ctx.tx.$queryRaw<{ id: string; paid: string }[]>`
    select p.debt_id as id, sum(coalesce(t.amount, p.amount))::text as paid
      from debt_payments p left join transactions t on t.user_id = p.user_id and t.debt_payment_id = p.id
     where p.user_id = ${ctx.userId}::uuid group by p.debt_id`;
  const byId = new Map(rows.map(({ id, paid }) => [id, money(paid)]));
  return (debtId) => byId.get(debtId) ?? "0.00";
}

export async function viewDebt(ctx: Ctx, debtId: string): Promise<DebtView> {
  const row = await findDebt(ctx, debtId);
  return toDebtView(row, (await paidAmounts(ctx))(debtId), ctx.today);
}

/** A payment with what its transaction says of it; the transaction wins, since it is what moved. */
export type PaymentRow = {
  id: string;
  debtId: string;
  number: number;
  amount: string;
  paidOn: Date;
  transactionId: string | null;
  createdAt: Date;
};

const PAYMENT = Prisma.sql`
  select p.id, p.debt_id as "debtId", p.number::int as number, coalesce(t.amount, p.amount)::text as amount,
         coalesce(t.day, p.paid_on) as "paidOn", t.id as "transactionId", p.created_at as "createdAt"
    from debt_payments p left join transactions t on t.user_id = p.user_id and t.debt_payment_id = p.id`;

/** Payments of one debt, newest installment first, those before `below` alone. */
export async function findPayments(
  ctx: Ctx,
  debtId: string,
  limit: number,
  below: number | null,
): Promise<PaymentRow[]> {
  return ctx.tx.$queryRaw<PaymentRow[]>`
    ${PAYMENT} where p.user_id = ${ctx.userId}::uuid and p.debt_id = ${debtId}::uuid
      and (${below}::int is null or p.number < ${below}::int)
     order by p.number desc limit ${limit}`;
}

/** The payments of single installments, `debtId:number` each, in one statement. */
export async function findInstallments(
  ctx: Ctx,
  wanted: readonly { debtId: string; number: number }[],
): Promise<Map<string, PaymentRow>> {
  const rows = await ctx.tx.$queryRaw<PaymentRow[]>`
    ${PAYMENT}
      join (select unnest(${wanted.map((w) => w.debtId)}::uuid[]) as debt_id, unnest(${wanted.map((w) => w.number)}::int[]) as number) w
        on w.debt_id = p.debt_id and w.number = p.number
     where p.user_id = ${ctx.userId}::uuid`;
  return new Map(rows.map((row) => [`${row.debtId}:${row.number}`, row]));
}

export function toPaymentView(row: PaymentRow, plan: Plan, currency: string): PaymentView {
  const month = monthOfInstallment(plan, row.number);
  const paidOn = dateToDay(row.paidOn);
  return PaymentView.parse({
    ...row,
    amount: money(row.amount),
    currency,
    month,
    paidOn,
    paidEarly: monthOf(paidOn) < month,
    createdAt: isoInstant(row.createdAt),
  });
}
