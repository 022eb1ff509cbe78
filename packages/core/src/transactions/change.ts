import { isCard, loadAccounts, openAccount } from "../accounts/rows.ts";
import type { Account } from "../accounts/rows.ts";
import { statementOfPart } from "../accounts/rules.ts";
import { settledBy, statementSums } from "../accounts/statement-rows.ts";
import { FALLBACK, categoryOf, findCategory, loadCategories } from "../categories/rows.ts";
import type { CategoryView } from "../categories/schemas.ts";
import type { Ctx } from "../context.ts";
import { monthOf } from "../dates.ts";
import { fail } from "../errors.ts";
import { compare, money, split, subtract, sum } from "../money.ts";
import { happenedOn } from "./place.ts";
import { checkPlannedExpense, matchPlannedExpenses } from "./planned-link.ts";
import { findTransaction } from "./rows.ts";
import type { LedgerRow } from "./rows.ts";
import { divides, partDay } from "./rules.ts";
import type { UpdateTransactionInput } from "./schemas.ts";
import { covered, refuseSettling } from "./scope.ts";

/** A change before it is written: the named row as it was, and every covered row as it was and will be. */
export type Change = {
  readonly row: LedgerRow;
  readonly before: readonly LedgerRow[];
  readonly after: readonly LedgerRow[];
};

/**
 * Works out a correction without writing it. Refuses as recording does, and: `transactions.kindFixed`,
 * `transactions.settles`, `transactions.dayOfPurchase`, `transactions.allPaid`.
 */
export async function planChange(ctx: Ctx, input: UpdateTransactionInput): Promise<Change> {
  const row = await findTransaction(ctx, input.transactionId);
  checkChange(row, input);
  const accounts = await loadAccounts(ctx);
  const categories = await loadCategories(ctx);
  const { rows, others } = await covered(ctx, row, input.scope ?? "this", accounts);
  const amounts = newAmounts(row, rows, others, input);
  const day = input.day === undefined ? undefined : happenedOn(ctx, input.day);
  const after = rows.map((one, index) => {
    const { account, toAccount } = newAccounts(accounts, one, input);
    const kind = input.kind ?? one.kind;
    const refund = kind === "income" && isCard(account);
    const category = newCategory(categories, { ...one, kind, refund }, input);
    const purchaseDay = day ?? one.purchaseDay;
    return {
      ...one,
      kind,
      refund,
      amount: amounts[index] ?? one.amount,
      day: day === undefined ? one.day : partDay(day, one.installment ?? 1),
      purchaseDay,
      description: input.description ?? one.description,
      notes: input.notes === undefined ? one.notes : input.notes,
      categoryId: category?.id ?? null,
      categoryKey: category?.key ?? null,
      categoryName: category?.name ?? null,
      accountId: account.id,
      accountName: account.name,
      toAccountId: toAccount?.id ?? null,
      toAccountName: toAccount?.name ?? null,
      statementMonth: isCard(account)
        ? statementOfPart(account.schedule, purchaseDay, one.installment ?? 1)
        : null,
    };
  });
  const settled = await resettle(ctx, accounts, after, input);
  return { row, before: rows, after: await relink(ctx, categories, rows, settled, input) };
}

function checkChange(row: LedgerRow, input: UpdateTransactionInput): void {
  const kindChanges = input.kind !== undefined && input.kind !== row.kind;
  if (kindChanges && (row.kind === "transfer" || row.groupId !== null)) {
    fail("invalid", "transactions.kindFixed", { fields: { kind: ["apague e registre de novo"] } });
  }
  if (kindChanges) refuseSettling(row, ["billId", "incomeId"]);
  if (kindChanges || input.amount !== undefined || input.day !== undefined) {
    refuseSettling(row, ["debtPaymentId", "investmentId"]);
  }
  if (row.kind === "transfer" && input.categoryKey !== undefined) {
    fail("invalid", "transactions.transferCategory", {
      fields: { categoryKey: ["transferências não têm categoria"] },
    });
  }
  if (row.toAccountId === null && input.toAccountId !== undefined) {
    fail("invalid", "transactions.onlyTransfers", {
      fields: { toAccountId: ["só transferências têm conta de destino"] },
    });
  }
  if (row.groupId !== null && input.day !== undefined && input.scope !== "all") {
    fail("invalid", "transactions.dayOfPurchase", {
      fields: { day: ["o dia é o da compra: mude todas as parcelas"] },
    });
  }
}

/** A new amount is one part's with scope `this`; otherwise the purchase's, of which uncovered parts keep theirs. */
function newAmounts(
  row: LedgerRow,
  rows: readonly LedgerRow[],
  others: readonly LedgerRow[],
  { amount, scope = "this" }: UpdateTransactionInput,
): string[] {
  if (amount === undefined) return [];
  if (row.groupId === null || scope === "this") return [money(amount)];
  const rest = subtract(amount, sum(others.map((one) => one.amount)));
  if (compare(rest, "0") <= 0 || !divides(rest, rows.length)) {
    fail("invalid", "transactions.amountTooSmall", {
      fields: { amount: ["o valor é menor que as parcelas que ficam"] },
    });
  }
  return split(rest, rows.length);
}

function newAccounts(
  accounts: readonly Account[],
  row: LedgerRow,
  input: UpdateTransactionInput,
): { account: Account; toAccount: Account | null } {
  const pick = (wanted: string | undefined, current: string, field: string): Account => {
    const kept = accounts.find(({ id }) => id === current);
    return wanted === undefined || wanted === current
      ? (kept ?? openAccount(accounts, current, field))
      : openAccount(accounts, wanted, field);
  };
  const account = pick(input.accountId, row.accountId, "accountId");
  const toAccount =
    row.toAccountId === null ? null : pick(input.toAccountId, row.toAccountId, "toAccountId");
  if (row.groupId !== null && !isCard(account)) {
    fail("invalid", "transactions.onlyOnCard", {
      fields: { accountId: ["só compras no cartão têm parcelas"] },
    });
  }
  if (toAccount?.id === account.id) {
    fail("invalid", "transactions.sameAccount", {
      fields: { toAccountId: ["escolha outra conta"] },
    });
  }
  if ([account, toAccount].some((one) => one !== null && one.currency !== row.currency)) {
    const reason = toAccount === null ? "currencyMismatch" : "mixedCurrencies";
    fail("invalid", `transactions.${reason}`, {
      fields: { accountId: [`este lançamento é em ${row.currency}`] },
    });
  }
  return { account, toAccount };
}

function newCategory(
  categories: readonly CategoryView[],
  row: LedgerRow,
  { categoryKey, kind }: UpdateTransactionInput,
): CategoryView | null {
  if (row.kind === "transfer") return null;
  const first = row.refund ? "expense" : row.kind;
  if (categoryKey !== undefined) {
    return (
      findCategory(categories, first, categoryKey) ?? categoryOf(categories, row.kind, categoryKey)
    );
  }
  const current = categories.find(({ id }) => id === row.categoryId);
  if (current && (kind === undefined || current.kind === first)) return current;
  return categoryOf(categories, first, FALLBACK[first]);
}

/** A transfer whose card changes pays a statement of the new one. */
async function resettle(
  ctx: Ctx,
  accounts: readonly Account[],
  rows: readonly LedgerRow[],
  { toAccountId }: UpdateTransactionInput,
): Promise<readonly LedgerRow[]> {
  const card = accounts.find(({ id }) => id === toAccountId);
  if (card === undefined) return rows;
  if (!isCard(card)) return rows.map((row) => ({ ...row, settlesMonth: null }));
  const sums = (await statementSums(ctx, card.id)).get(card.id);
  return rows.map((row) => ({ ...row, settlesMonth: settledBy(card, sums, row.amount, row.day) }));
}

/** An expense that changes category or month looks for its planned line again, unless the person names one. */
async function relink(
  ctx: Ctx,
  categories: readonly CategoryView[],
  before: readonly LedgerRow[],
  after: readonly LedgerRow[],
  { plannedExpenseId }: UpdateTransactionInput,
): Promise<readonly LedgerRow[]> {
  if (plannedExpenseId !== undefined) {
    if (plannedExpenseId !== null) await checkPlannedExpense(ctx, plannedExpenseId);
    return after.map((row) => ({ ...row, plannedExpenseId }));
  }
  const moved = after.filter((row, index) => {
    const old = before[index];
    const same = old?.categoryId === row.categoryId && monthOf(old?.day ?? "") === monthOf(row.day);
    return !same && row.billId === null && row.debtPaymentId === null;
  });
  const [first] = moved;
  const category = categories.find(({ id }) => id === first?.categoryId);
  if (first === undefined || category === undefined) return after;
  const months = moved.map((row) => monthOf(row.day));
  const matched =
    first.kind === "expense"
      ? await matchPlannedExpenses(ctx, { months, category, currency: first.currency })
      : new Map<string, string>();
  return after.map((row) =>
    moved.includes(row) ? { ...row, plannedExpenseId: matched.get(monthOf(row.day)) ?? null } : row,
  );
}
