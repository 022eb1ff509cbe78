import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { money } from "../money.ts";
import { TransactionView } from "./schemas.ts";

/** The row with the names that a view shows. */
export const WITH_NAMES = {
  account: { select: { name: true } },
  toAccount: { select: { name: true } },
  category: { select: { key: true, name: true } },
} satisfies Prisma.TransactionInclude;
export type TransactionRow = Prisma.TransactionGetPayload<{ include: typeof WITH_NAMES }>;

type Shown = Omit<TransactionRow, "amount"> & { amount: TransactionRow["amount"] | string };

export function toTransactionView(row: Shown): TransactionView {
  return TransactionView.parse({
    ...row,
    amount: money(row.amount),
    day: dateToDay(row.day),
    purchaseDay: dateToDay(row.purchaseDay),
    categoryKey: row.category?.key ?? null,
    categoryName: row.category?.name ?? null,
    accountName: row.account.name,
    toAccountName: row.toAccount?.name ?? null,
    refund: row.kind === "income" && row.statementMonth !== null,
    createdAt: isoInstant(row.createdAt),
  });
}

/** A view with what a change needs besides. */
export type LedgerRow = TransactionView & { readonly categoryId: string | null };

/** Rows of the person, oldest purchase first and parts in order, in one statement. */
export async function findTransactions(
  ctx: Ctx,
  where: Prisma.TransactionWhereInput,
): Promise<LedgerRow[]> {
  const rows = await ctx.tx.transaction.findMany({
    where: { ...where, userId: ctx.userId },
    orderBy: [{ purchaseDay: "asc" }, { installment: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    include: WITH_NAMES,
    relationLoadStrategy: "join",
  });
  return rows.map((row) => ({ ...toTransactionView(row), categoryId: row.categoryId }));
}

/** The transaction of an id, or `not_found` (`transactions.notFound`). */
export async function findTransaction(ctx: Ctx, transactionId: string): Promise<LedgerRow> {
  const [found] = await findTransactions(ctx, { id: transactionId });
  return found ?? fail("not_found", "transactions.notFound", { transactionId });
}
