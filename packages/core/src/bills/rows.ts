import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { dueIn, isOverdue } from "../finance/due.ts";
import { missingMonths } from "../finance/recurrence.ts";
import type { ScopedRow } from "../finance/scope.ts";
import { markSpoken, openSeries } from "../finance/series.ts";
import { money } from "../money.ts";
import { BillView } from "./schemas.ts";
import type { BillStatus } from "./schemas.ts";

/** The row with what a view needs: its category, and the transaction that paid it. */
export const BILL_WITH_PAYMENT = {
  category: { select: { key: true, name: true } },
  payments: { select: { id: true, amount: true, day: true, accountId: true } },
} satisfies Prisma.BillInclude;
export type BillRow = Prisma.BillGetPayload<{ include: typeof BILL_WITH_PAYMENT }>;

export function toBillView(row: BillRow, today: string): BillView {
  const [payment] = row.payments;
  return BillView.parse({
    ...row,
    categoryKey: row.category.key,
    categoryName: row.category.name,
    amount: money(row.amount.toFixed(2)),
    ...dueIn(row.month, row.dueDay, today),
    inSeries: row.groupId !== null,
    status: billStatus(row, today),
    paidOn: payment ? dateToDay(payment.day) : null,
    paidAmount: payment ? payment.amount.toFixed(2) : null,
    accountId: payment?.accountId ?? null,
    transactionId: payment?.id ?? null,
    createdAt: isoInstant(row.createdAt),
  });
}

/** A bill is what its transaction says: paid when there is one, else open or overdue by the person's today. */
export function billStatus(
  row: { status: string; month: string; dueDay: number; payments: readonly unknown[] },
  today: string,
): BillStatus {
  if (row.status === "canceled") return "canceled";
  if (row.payments.length > 0) return "paid";
  return isOverdue(row.month, row.dueDay, today) ? "overdue" : "pending";
}

/** The bill of the person, or `not_found` (`bills.notFound`). */
export async function findBill(ctx: Ctx, billId: string): Promise<BillRow> {
  const row = await ctx.tx.bill.findFirst({
    where: { userId: ctx.userId, id: billId },
    include: BILL_WITH_PAYMENT,
    relationLoadStrategy: "join",
  });
  return row ?? fail("not_found", "bills.notFound", { billId });
}

/** The rows of a bill's series, itself included; itself alone when it has none. */
export async function seriesOf(ctx: Ctx, bill: BillRow): Promise<ScopedRow[]> {
  if (bill.groupId === null) return [scoped(bill)];
  const rows = await ctx.tx.bill.findMany({
    where: { userId: ctx.userId, groupId: bill.groupId },
    select: { id: true, month: true, payments: { select: { id: true } } },
    relationLoadStrategy: "join",
  });
  return rows.map(scoped);
}

function scoped(row: { id: string; month: string; payments: readonly unknown[] }): ScopedRow {
  return { id: row.id, month: row.month, settled: row.payments.length > 0 };
}

/** Makes the months that recurring bills lack up to `until`; answers how many rows. The plan is locked. */
export async function fillBills(ctx: Ctx, until: string): Promise<number> {
  const open = await openSeries(ctx, "bills", until);
  if (open.length === 0) return 0;
  const rows = await ctx.tx.bill.findMany({
    where: { userId: ctx.userId, id: { in: open.map(({ id }) => id) } },
  });
  const latest = new Map(open.map((series) => [series.id, series.latest]));
  const { count } = await ctx.tx.bill.createMany({
    data: rows.flatMap(({ name, categoryId, amount, currency, dueDay, groupId, id }) =>
      missingMonths({ latest: latest.get(id) ?? until, ended: false }, until).map((month) => ({
        userId: ctx.userId,
        id: ctx.id(),
        groupId,
        name,
        categoryId,
        amount,
        currency,
        dueDay,
        month,
        recurring: true,
        createdAt: ctx.nowDate,
        updatedAt: ctx.nowDate,
      })),
    ),
    skipDuplicates: true,
  });
  await markSpoken(
    ctx,
    "bills",
    rows.map(({ id }) => id),
  );
  return count;
}
