import { isCard, loadAccounts } from "../accounts/rows.ts";
import { isSettled, statementOfPart } from "../accounts/rules.ts";
import { NO_SUMS, statementSums } from "../accounts/statement-rows.ts";
import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { sum } from "../money.ts";
import type { Change } from "./change.ts";
import { findTransactions } from "./rows.ts";
import type { LedgerRow } from "./rows.ts";
import { divides, merchantOf, partsOf, searchForm } from "./rules.ts";
import type { UpdateTransactionInput } from "./schemas.ts";
import { refuseSettling } from "./scope.ts";
import { saveRows } from "./store.ts";

/** Whether a change asks for another number of installments than the row has. */
export function isReplan(row: LedgerRow, { installments }: UpdateTransactionInput): boolean {
  return installments !== undefined && installments !== (row.installments ?? 1);
}

/** A purchase's parts anew: those that exist keep their ids in order, the rest is added or goes. */
export type Parts = {
  readonly rows: readonly LedgerRow[];
  readonly kept: number;
  readonly gone: readonly string[];
};

/**
 * Works out a purchase in another number of installments: the whole of it, on its day, with the change's
 * other values. Refuses what is on no card (`transactions.onlyOnCard`), what settles something
 * (`transactions.settles`), and a purchase of which a part is already paid (`conflict`, `transactions.partsPaid`).
 */
export async function planParts(
  ctx: Ctx,
  { row, after }: Change,
  { amount, installments: count = 1 }: UpdateTransactionInput,
): Promise<Parts> {
  refuseSettling(row, ["billId", "incomeId", "debtPaymentId", "investmentId"]);
  const next = after.find(({ id }) => id === row.id);
  const card = (await loadAccounts(ctx)).find(({ id }) => id === next?.accountId);
  if (next?.kind !== "expense" || card === undefined || !isCard(card)) {
    return fail("invalid", "transactions.onlyOnCard", {
      fields: { installments: ["só compras no cartão têm parcelas"] },
    });
  }
  const group =
    row.groupId === null ? [row] : await findTransactions(ctx, { groupId: row.groupId });
  const sums = (await statementSums(ctx, row.accountId)).get(row.accountId);
  if (group.some(({ statementMonth }) => isSettled(sums?.get(statementMonth ?? "") ?? NO_SUMS))) {
    fail("conflict", "transactions.partsPaid");
  }
  const total = amount ?? sum(group.map((part) => part.amount));
  if (!divides(total, count)) {
    fail("invalid", "transactions.amountTooSmall", {
      fields: { amount: ["o valor é pequeno demais para tantas parcelas"] },
    });
  }
  const groupId = count === 1 ? null : (row.groupId ?? ctx.id());
  const rows = partsOf(total, count, next.purchaseDay).map((part, index) => ({
    ...next,
    ...part,
    id: group[index]?.id ?? ctx.id(),
    statementMonth: statementOfPart(card.schedule, next.purchaseDay, part.installment),
    groupId,
    installment: groupId === null ? null : part.installment,
    installments: groupId === null ? null : count,
    plannedExpenseId: index === 0 ? next.plannedExpenseId : null,
  }));
  return {
    rows,
    kept: Math.min(group.length, count),
    gone: group.slice(count).map(({ id }) => id),
  };
}

/** Writes a purchase's parts and answers them: a statement each for those that go, stay and are added. */
export async function saveParts(
  ctx: Ctx,
  { rows, kept, gone }: Parts,
): Promise<readonly LedgerRow[]> {
  await ctx.tx.transaction.deleteMany({ where: { userId: ctx.userId, id: { in: [...gone] } } });
  await saveRows(ctx, rows.slice(0, kept));
  await ctx.tx.transaction.createMany({
    data: rows.slice(kept).map((row) => ({
      userId: ctx.userId,
      id: row.id,
      kind: row.kind,
      amount: row.amount,
      currency: row.currency,
      day: dayToDate(row.day),
      purchaseDay: dayToDate(row.purchaseDay),
      description: row.description,
      descriptionPlain: searchForm(row.description),
      merchant: merchantOf(row.description),
      notes: row.notes,
      categoryId: row.categoryId,
      accountId: row.accountId,
      source: row.source,
      statementMonth: row.statementMonth,
      groupId: row.groupId,
      installment: row.installment,
      installments: row.installments,
      createdAt: ctx.nowDate,
      updatedAt: ctx.nowDate,
    })),
  });
  return rows;
}
