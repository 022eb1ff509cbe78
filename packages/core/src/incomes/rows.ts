import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay, dayInMonth } from "../dates.ts";
import { fail } from "../errors.ts";
import { missingMonths } from "../finance/recurrence.ts";
import type { ScopedRow } from "../finance/scope.ts";
import { markSpoken, openSeries } from "../finance/series.ts";
import { IncomeView } from "./schemas.ts";
import type { IncomeStatus } from "./schemas.ts";

/** The row with the transaction that received it. */
export const INCOME_WITH_RECEIPT = {
  receipts: { select: { id: true, amount: true, day: true, accountId: true } },
} satisfies Prisma.IncomeInclude;
export type IncomeRow = Prisma.IncomeGetPayload<{ include: typeof INCOME_WITH_RECEIPT }>;

export function toIncomeView(row: IncomeRow): IncomeView {
  const [receipt] = row.receipts;
  return IncomeView.parse({
    ...row,
    expected: row.expected.toFixed(2),
    expectedOn: row.dueDay === null ? null : dayInMonth(row.month, row.dueDay),
    inSeries: row.groupId !== null,
    status: incomeStatus(row),
    received: receipt !== undefined,
    amount: receipt?.amount.toFixed(2) ?? null,
    receivedOn: receipt ? dateToDay(receipt.day) : null,
    accountId: receipt?.accountId ?? null,
    transactionId: receipt?.id ?? null,
    createdAt: isoInstant(row.createdAt),
  });
}

function incomeStatus(row: { status: string; receipts: readonly unknown[] }): IncomeStatus {
  if (row.status === "excluded") return "excluded";
  return row.receipts.length > 0 ? "received" : "expected";
}

/** The expected income of the person, or `not_found` (`incomes.notFound`). */
export async function findIncome(ctx: Ctx, incomeId: string): Promise<IncomeRow> {
  const row = await ctx.tx.income.findFirst({
    where: { userId: ctx.userId, id: incomeId },
    include: INCOME_WITH_RECEIPT,
    relationLoadStrategy: "join",
  });
  return row ?? fail("not_found", "incomes.notFound", { incomeId });
}

/** The rows of a series, itself included; itself alone when it has none. `settled`: it was received. */
export async function incomeSeries(ctx: Ctx, income: IncomeRow): Promise<ScopedRow[]> {
  const rows = await ctx.tx.income.findMany({
    where: {
      userId: ctx.userId,
      ...(income.groupId === null ? { id: income.id } : { groupId: income.groupId }),
    },
    select: { id: true, month: true, receipts: { select: { id: true } } },
    relationLoadStrategy: "join",
  });
  return rows.map(({ id, month, receipts }) => ({ id, month, settled: receipts.length > 0 }));
}

/** Makes the months that recurring incomes lack up to `until`; answers how many rows. The ledger is locked. */
export async function fillIncomes(ctx: Ctx, until: string): Promise<number> {
  const open = await openSeries(ctx, "incomes", until);
  if (open.length === 0) return 0;
  const rows = await ctx.tx.income.findMany({
    where: { userId: ctx.userId, id: { in: open.map(({ id }) => id) } },
  });
  const latest = new Map(open.map((series) => [series.id, series.latest]));
  const { count } = await ctx.tx.income.createMany({
    data: rows.flatMap(({ name, kind, expected, currency, dueDay, groupId, id }) =>
      missingMonths({ latest: latest.get(id) ?? until, ended: false }, until).map((month) => ({
        userId: ctx.userId,
        id: ctx.id(),
        groupId,
        name,
        kind,
        expected,
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
    "incomes",
    rows.map(({ id }) => id),
  );
  return count;
}
