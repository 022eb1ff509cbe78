import { isCard, loadAccounts } from "../accounts/rows.ts";
import { loadCategories } from "../categories/rows.ts";
import type { Ctx } from "../context.ts";
import { addDays, dateToDay, dayToDate } from "../dates.ts";
import { money } from "../money.ts";
import type { Lexicon, PaymentMeans } from "../ptbr/types.ts";
import { defaultAccount } from "./defaults.ts";
import { TransactionKind } from "./schemas.ts";

type LedgerLexicon = Required<
  Pick<Lexicon, "accounts" | "categories" | "transactions" | "learned">
>;

/** How many of the newest rows a name like "o mercado de ontem" may mean. */
const RECENT = 60;
/** How far back a description is remembered, and how many of them. */
const REMEMBERED_DAYS = 730;
const REMEMBERED = 300;

type LearnedRow = { description: string; categoryKey: string | null; accountId: string };

/** The names of the ledger as people say them: for understanding, for resolving names and for defaults. Four statements. */
export async function readLedgerLexicon(ctx: Ctx): Promise<LedgerLexicon> {
  const accounts = await loadAccounts(ctx);
  const categories = await loadCategories(ctx);
  const recent = await ctx.tx.transaction.findMany({
    where: { userId: ctx.userId, day: { lte: dayToDate(ctx.today) } },
    orderBy: [{ day: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    take: RECENT,
    include: { category: { select: { key: true } } },
    relationLoadStrategy: "join",
  });
  const { finance } = ctx.preferences;
  const wish = { installments: false, currency: ctx.person.currency, anyCurrency: true };
  const usual = defaultAccount(accounts, wish, null, finance);
  return {
    accounts: accounts
      .filter(({ archived }) => !archived)
      .map((account) => ({
        id: account.id,
        name: account.name,
        kind: account.kind,
        isDefault: account.id === usual?.id,
        meantBy: meansOf(account.id, finance),
        closingDay: isCard(account) ? account.schedule.closingDay : null,
        dueDay: isCard(account) ? account.schedule.dueDay : null,
      })),
    categories: categories.map(({ key, name, kind, parentKey }) => ({
      key,
      name,
      kind,
      parentKey,
    })),
    transactions: recent.map((row) => ({
      id: row.id,
      description: row.description,
      amount: money(row.amount),
      day: dateToDay(row.day),
      kind: TransactionKind.parse(row.kind),
      categoryKey: row.category?.key ?? null,
    })),
    learned: await learnedDescriptions(ctx),
  };
}

function meansOf(
  accountId: string,
  meant: { meantByDebit: string | null; meantByPix: string | null; meantByCredit: string | null },
): PaymentMeans[] {
  const means: [PaymentMeans, string | null][] = [
    ["debit", meant.meantByDebit],
    ["pix", meant.meantByPix],
    ["credit", meant.meantByCredit],
  ];
  return means.flatMap(([mean, id]) => (id === accountId ? [mean] : []));
}

/** What was last given to each description, the newest first. */
async function learnedDescriptions(ctx: Ctx): Promise<LedgerLexicon["learned"]> {
  const since = dayToDate(addDays(ctx.today, -REMEMBERED_DAYS));
  const rows = await ctx.tx.$queryRaw<LearnedRow[]>`
    select n.description, c.key as "categoryKey", n.account_id as "accountId"
      from (
        select distinct on (merchant) merchant, description, category_id, account_id, updated_at
          from transactions
         where user_id = ${ctx.userId}::uuid and kind <> 'transfer' and updated_at >= ${since}
         order by merchant, updated_at desc, id desc
      ) n
      left join categories c on c.user_id = ${ctx.userId}::uuid and c.id = n.category_id
     order by n.updated_at desc
     limit ${REMEMBERED}`;
  return rows.map(({ description, categoryKey, accountId }) => ({
    description,
    accountId,
    ...(categoryKey === null ? {} : { categoryKey }),
  }));
}
