import type { Prisma } from "@vida/db/generated/prisma/client";

import type { Ctx } from "../context.ts";
import { dayToDate, monthOf } from "../dates.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { lockLedger } from "./lock.ts";
import { placePosting } from "./place.ts";
import type { Placed, Posting } from "./place.ts";
import { findTransactions, toTransactionView } from "./rows.ts";
import { merchantOf, searchForm } from "./rules.ts";
import type { TransactionView } from "./schemas.ts";

/** What a row of the ledger settles or comes from. */
export type Links = {
  readonly billId?: string | null | undefined;
  readonly plannedExpenseId?: string | null | undefined;
  readonly incomeId?: string | null | undefined;
  readonly debtPaymentId?: string | null | undefined;
  readonly notes?: string | undefined;
  /** By the actor when left out. */
  readonly source?: TransactionView["source"] | undefined;
  /** Of an imported line; a second one with it on the same account is `conflict` (`transactions.alreadyImported`). */
  readonly importKey?: string | undefined;
};

/**
 * Writes a sum of money that moved into the ledger and answers its rows: one, or a purchase's parts in order.
 *
 * For operations that settle something (`bills.markPaid`, `debts.payInstallments`, `accounts.payStatement`)
 * as well as `transactions.record`: there is no other way into the table. Refuses as `placePosting` does.
 * Call it inside the operation's own transaction; the plan's links are written as given and not checked here.
 */
export async function postTransaction(
  ctx: Ctx,
  posting: Posting & Links,
): Promise<[TransactionView, ...TransactionView[]]> {
  await lockLedger(ctx);
  return postPlaced(ctx, posting, await placePosting(ctx, posting));
}

/** Writes what `placePosting` placed, under the ledger's lock. `planned` are planned expenses by month. */
export async function postPlaced(
  ctx: Ctx,
  posting: Posting & Links,
  placed: Placed,
  planned: ReadonlyMap<string, string> = new Map(),
): Promise<[TransactionView, ...TransactionView[]]> {
  const rows = rowsOf(ctx, posting, placed, planned);
  try {
    await ctx.tx.transaction.createMany({ data: rows });
  } catch (error) {
    if (isUniqueViolation(error)) fail("conflict", "transactions.alreadyImported");
    throw error;
  }
  const { account, toAccount, category } = placed;
  const [first, ...others] = rows.map((row) =>
    toTransactionView({ ...row, account, toAccount, category }),
  );
  if (first === undefined) throw new Error("a posting has at least one part");
  return [first, ...others];
}

/** Writes several placed postings in one statement, in their order; for one payment that settles several things. */
export async function postAllPlaced(
  ctx: Ctx,
  lines: readonly { readonly posting: Posting & Links; readonly placed: Placed }[],
): Promise<TransactionView[]> {
  const rows = lines.flatMap(({ posting, placed }) =>
    rowsOf(ctx, posting, placed, new Map()).map((row) => ({ row, placed })),
  );
  await ctx.tx.transaction.createMany({ data: rows.map(({ row }) => row) });
  return rows.map(({ row, placed: { account, toAccount, category } }) =>
    toTransactionView({ ...row, account, toAccount, category }),
  );
}

type NewRow = Omit<Prisma.TransactionGetPayload<object>, "amount"> & { amount: string };

function rowsOf(
  ctx: Ctx,
  posting: Posting & Links,
  placed: Placed,
  planned: ReadonlyMap<string, string> = new Map(),
): NewRow[] {
  const { parts } = placed;
  const groupId = parts.length > 1 ? ctx.id() : null;
  return parts.map((part) => ({
    userId: ctx.userId,
    id: ctx.id(),
    kind: placed.kind,
    amount: part.amount,
    currency: placed.currency,
    day: dayToDate(part.day),
    purchaseDay: dayToDate(placed.day),
    description: posting.description,
    descriptionPlain: searchForm(posting.description),
    merchant: merchantOf(posting.description),
    notes: posting.notes ?? null,
    categoryId: placed.category?.id ?? null,
    accountId: placed.account.id,
    toAccountId: placed.toAccount?.id ?? null,
    source: posting.source ?? sourceOf(ctx),
    statementMonth: part.statementMonth,
    settlesMonth: placed.settlesMonth,
    groupId,
    installment: groupId === null ? null : part.installment,
    installments: groupId === null ? null : parts.length,
    billId: posting.billId ?? null,
    plannedExpenseId: posting.plannedExpenseId ?? planned.get(monthOf(part.day)) ?? null,
    incomeId: posting.incomeId ?? null,
    debtPaymentId: posting.debtPaymentId ?? null,
    investmentId: posting.investmentId ?? null,
    importKey: posting.importKey ?? null,
    createdAt: ctx.nowDate,
    updatedAt: ctx.nowDate,
  }));
}

function sourceOf({ actor }: Ctx): TransactionView["source"] {
  return ({ user: "form", assistant: "chat", job: "job" } as const)[actor];
}

/** Which rows of the ledger an operation takes back: those that settle one of its things. */
export type SettledBy =
  | { readonly billId: string | { in: string[] } }
  | { readonly incomeId: string | { in: string[] } }
  | { readonly debtPaymentId: string | { in: string[] } }
  | { readonly investmentId: string | { in: string[] } };

/** Removes the rows that settle a thing and answers them; for `bills.markUnpaid` and its like. */
export async function unpostTransactions(ctx: Ctx, where: SettledBy): Promise<TransactionView[]> {
  await lockLedger(ctx);
  const rows = await findTransactions(ctx, where);
  await ctx.tx.transaction.deleteMany({
    where: { userId: ctx.userId, id: { in: rows.map(({ id }) => id) } },
  });
  return rows;
}
