import { accountOf, isCard, loadAccounts, openAccount } from "../accounts/rows.ts";
import type { Account, Card } from "../accounts/rows.ts";
import { statementOfPart } from "../accounts/rules.ts";
import { settledBy, statementSums } from "../accounts/statement-rows.ts";
import { FALLBACK, categoryOf, findCategory, loadCategories } from "../categories/rows.ts";
import type { CategoryKind, CategoryView } from "../categories/schemas.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { money } from "../money.ts";
import { defaultAccount, learnedDefault } from "./defaults.ts";
import type { Learned } from "./defaults.ts";
import { divides, partsOf } from "./rules.ts";
import type { Part } from "./rules.ts";
import type { TransactionKind } from "./schemas.ts";

/** A sum of money that moved, as whoever tells it knows it. What is left out is filled with defaults. */
export type Posting = {
  readonly kind: TransactionKind;
  /** With installments the total. */
  readonly amount: string;
  readonly description: string;
  readonly categoryKey?: string | undefined;
  readonly accountId?: string | undefined;
  readonly toAccountId?: string | undefined;
  /** Today when left out. */
  readonly day?: string | undefined;
  readonly installments?: number | undefined;
  readonly currency?: string | undefined;
  /** The statement that a transfer to a card pays. */
  readonly settlesMonth?: string | undefined;
  /** A transfer into it needs no second account. */
  readonly investmentId?: string | undefined;
};

/** A posting with every choice made and checked. */
export type Placed = {
  readonly kind: TransactionKind;
  readonly amount: string;
  readonly currency: string;
  readonly day: string;
  readonly account: Account;
  readonly toAccount: Account | null;
  readonly category: CategoryView | null;
  readonly refund: boolean;
  readonly settlesMonth: string | null;
  readonly parts: readonly (Part & { readonly statementMonth: string | null })[];
  /** What is the same as the last time these words were used, to be said as "como da última vez". */
  readonly learned: { readonly account: boolean; readonly category: boolean };
};

/** The ledger says what happened: a day that has not come is `invalid` (`transactions.futureDay`). */
export function happenedOn(ctx: Ctx, day: string | undefined, field = "day"): string {
  const chosen = day ?? ctx.today;
  if (chosen > ctx.today) {
    fail("invalid", "transactions.futureDay", {
      today: ctx.today,
      fields: { [field]: ["esse dia ainda não chegou"] },
    });
  }
  return chosen;
}

/**
 * Fills what a posting leaves open and checks the rest, without writing.
 *
 * Refusals: `transactions.futureDay`, `.toAccountRequired`, `.onlyTransfers`, `.transferCategory`,
 * `.sameAccount`, `.mixedCurrencies`, `.currencyMismatch`, `.onlyOnCard`, `.amountTooSmall`, `.noAccount`,
 * `.whichCard`, `accounts.notFound`, `accounts.archived`, `categories.notFound`.
 */
export async function placePosting(ctx: Ctx, posting: Posting): Promise<Placed> {
  const { kind, description } = posting;
  const day = happenedOn(ctx, posting.day);
  const count = posting.installments ?? 1;
  checkShape(posting, count);
  const accounts = await loadAccounts(ctx);
  const categories = await loadCategories(ctx);
  const named =
    posting.accountId === undefined ? null : openAccount(accounts, posting.accountId, "accountId");
  const refund = kind === "income" && named !== null && isCard(named);
  const learned = await learnedDefault(ctx, refund ? "expense" : kind, description);
  const account = named ?? chooseAccount(ctx, accounts, posting, count > 1, learned);
  const toAccount =
    posting.toAccountId === undefined
      ? null
      : openAccount(accounts, posting.toAccountId, "toAccountId");
  checkAccounts(posting, account, toAccount, count);
  const category =
    kind === "transfer"
      ? null
      : chooseCategory(categories, kind, refund, posting.categoryKey, learned);
  const amount = money(posting.amount);
  return {
    kind,
    amount,
    currency: account.currency,
    day,
    account,
    toAccount,
    category,
    refund,
    settlesMonth: await settledMonth(ctx, posting, toAccount, day),
    parts: partsOf(amount, count, day).map((part) => ({
      ...part,
      statementMonth: isCard(account)
        ? statementOfPart(account.schedule, day, part.installment)
        : null,
    })),
    learned: {
      account: account.id === learned?.accountId,
      category: category !== null && category.id === learned?.categoryId,
    },
  };
}

function checkShape(
  { kind, amount, categoryKey, toAccountId, investmentId }: Posting,
  count: number,
): void {
  const transfer = kind === "transfer";
  if (transfer && toAccountId === undefined && investmentId === undefined) {
    fail("invalid", "transactions.toAccountRequired", {
      fields: { toAccountId: ["diga para qual conta foi"] },
    });
  }
  if (!transfer && toAccountId !== undefined) {
    fail("invalid", "transactions.onlyTransfers", {
      fields: { toAccountId: ["só transferências têm conta de destino"] },
    });
  }
  if (transfer && categoryKey !== undefined) {
    fail("invalid", "transactions.transferCategory", {
      fields: { categoryKey: ["transferências não têm categoria"] },
    });
  }
  if (count > 1 && kind !== "expense") notOnCard();
  if (!divides(amount, count)) {
    fail("invalid", "transactions.amountTooSmall", {
      fields: { amount: ["o valor é pequeno demais para tantas parcelas"] },
    });
  }
}

function notOnCard(): never {
  return fail("invalid", "transactions.onlyOnCard", {
    fields: { installments: ["só compras no cartão têm parcelas"] },
  });
}

function checkAccounts(
  { currency }: Posting,
  account: Account,
  toAccount: Account | null,
  count: number,
): void {
  if (count > 1 && !isCard(account)) notOnCard();
  if (currency !== undefined && currency !== account.currency) {
    fail("invalid", "transactions.currencyMismatch", {
      fields: { currency: [`esta conta é em ${account.currency}`] },
    });
  }
  if (toAccount?.id === account.id) {
    fail("invalid", "transactions.sameAccount", {
      fields: { toAccountId: ["escolha outra conta"] },
    });
  }
  if (toAccount !== null && toAccount.currency !== account.currency) {
    fail("invalid", "transactions.mixedCurrencies", {
      fields: {
        toAccountId: [
          `${account.name} é em ${account.currency}, ${toAccount.name} em ${toAccount.currency}`,
        ],
      },
    });
  }
}

function chooseAccount(
  ctx: Ctx,
  accounts: readonly Account[],
  { currency, toAccountId }: Posting,
  installments: boolean,
  learned: Learned | null,
): Account {
  const others = accounts.filter(({ id }) => id !== toAccountId);
  const target =
    toAccountId === undefined ? undefined : accountOf(accounts, toAccountId, "toAccountId");
  const wish = {
    installments,
    currency: currency ?? target?.currency ?? ctx.person.currency,
    anyCurrency: currency === undefined && target === undefined,
  };
  const chosen = defaultAccount(others, wish, learned?.accountId ?? null, ctx.preferences.finance);
  if (chosen !== null) return chosen;
  return installments && accounts.some((account) => isCard(account) && !account.archived)
    ? fail("invalid", "transactions.whichCard", { fields: { accountId: ["diga em qual cartão"] } })
    : fail("conflict", "transactions.noAccount", {
        fields: {
          accountId: [installments ? "crie um cartão primeiro" : "crie uma conta primeiro"],
        },
      });
}

/** A refund lowers what was spent, so its category is one of expenses first. */
function chooseCategory(
  categories: readonly CategoryView[],
  kind: CategoryKind,
  refund: boolean,
  wanted: string | undefined,
  learned: Learned | null,
): CategoryView {
  const first = refund ? "expense" : kind;
  if (wanted !== undefined) {
    return findCategory(categories, first, wanted) ?? categoryOf(categories, kind, wanted);
  }
  return (
    categories.find(({ id }) => id === learned?.categoryId) ??
    categoryOf(categories, first, FALLBACK[first])
  );
}

async function settledMonth(
  ctx: Ctx,
  { settlesMonth, amount }: Posting,
  toAccount: Account | null,
  day: string,
): Promise<string | null> {
  if (toAccount === null || !isCard(toAccount)) return null;
  if (settlesMonth !== undefined) return settlesMonth;
  const card: Card = toAccount;
  return settledBy(card, (await statementSums(ctx, card.id)).get(card.id), amount, day);
}
