import type { Account } from "../accounts/rows.ts";
import { isCard } from "../accounts/rows.ts";
import type { Ctx } from "../context.ts";
import { merchantOf } from "./rules.ts";
import type { TransactionKind } from "./schemas.ts";

/** What the person last gave a description. */
export type Learned = { readonly categoryId: string | null; readonly accountId: string };

/**
 * The category and account of the newest row of the same kind and words; a correction counts as the newest.
 *
 * It is read from the ledger itself, so undoing or removing a row takes back what it taught.
 */
export async function learnedDefault(
  ctx: Ctx,
  kind: TransactionKind,
  description: string,
): Promise<Learned | null> {
  return ctx.tx.transaction.findFirst({
    where: {
      userId: ctx.userId,
      merchant: merchantOf(description),
      kind,
      // A refund says nothing about where income goes.
      ...(kind === "income" ? { statementMonth: null } : {}),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    select: { categoryId: true, accountId: true },
  });
}

export type Meant = {
  readonly meantByPix: string | null;
  readonly meantByDebit: string | null;
  readonly meantByCredit: string | null;
};

/**
 * The account of a row that names none, or null when there is none fit for it.
 *
 * Installments stand on a card: the learnt one, the one meant by credit, or the only one. Anything else goes
 * to the learnt account, the one meant by pix or debit, the wallet, or whatever holds money; the person's own
 * currency comes first where nothing else decides.
 */
export function defaultAccount(
  accounts: readonly Account[],
  wish: { installments: boolean; currency: string; anyCurrency: boolean },
  learned: string | null,
  meant: Meant,
): Account | null {
  const open = accounts.filter((account) => !account.archived);
  const own = open.filter(({ currency }) => currency === wish.currency);
  const usable = wish.anyCurrency ? open : own;
  const named = (id: string | null) => usable.find((account) => account.id === id) ?? null;
  if (wish.installments) {
    const cards = usable.filter(isCard);
    const card = (id: string | null) => cards.find((account) => account.id === id) ?? null;
    return (
      card(learned) ?? card(meant.meantByCredit) ?? (cards.length === 1 ? (cards[0] ?? null) : null)
    );
  }
  const fallback = [...own, ...usable];
  return (
    named(learned) ??
    named(meant.meantByPix) ??
    named(meant.meantByDebit) ??
    fallback.find(({ kind }) => kind === "cash") ??
    fallback.find(({ kind }) => kind !== "card") ??
    null
  );
}
