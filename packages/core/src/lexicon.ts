import type { Ctx } from "./context.ts";
import { monthOf } from "./dates.ts";
import { debtStatus } from "./debts/rules.ts";
import { isOverdue } from "./finance/due.ts";
import { lexiconQuery, LexiconRows } from "./lexicon-rows.ts";
import type { Lexicon, PaymentMeans } from "./ptbr/types.ts";

/** The names of everything a person has, as understanding and the resolution of names take them. One statement. */
export async function readLexicon(ctx: Ctx): Promise<Lexicon> {
  const [row] = await ctx.tx.$queryRaw<
    { parts: unknown }[]
  >`select (${lexiconQuery(ctx)}) as parts`;
  return lexiconOf(ctx, row?.parts);
}

/** Makes the lexicon of what `lexiconQuery` found. */
export function lexiconOf(ctx: Ctx, parts: unknown): Lexicon {
  const rows = LexiconRows.parse(parts);
  const { today, preferences } = ctx;
  const current = monthOf(today);
  const { glass, cup, bottle } = preferences.tracking;
  return {
    metrics: rows.metrics,
    entries: rows.entries,
    habits: rows.habits.map(({ done, ...habit }) => ({ ...habit, doneDays: done ? [today] : [] })),
    goals: rows.goals,
    accounts: accountsOf(ctx, rows.accounts),
    categories: rows.categories,
    transactions: rows.transactions,
    learned: rows.learned.map(({ categoryKey, ...one }) => ({
      ...one,
      ...(categoryKey === null ? {} : { categoryKey }),
    })),
    bills: relevant(rows.bills, current, ({ paid }) => !paid).map(({ paid, ...bill }) => ({
      ...bill,
      status: paid ? "paid" : isOverdue(bill.month, bill.dueDay, today) ? "overdue" : "pending",
    })),
    expenses: rows.expenses,
    incomes: relevant(rows.incomes, current, ({ received }) => !received),
    debts: debtsOf(rows.debts, today),
    investments: rows.investments,
    reminders: rows.reminders,
    memories: rows.memories,
    measures: { glass, cup, bottle },
  };
}

function debtsOf(debts: LexiconRows["debts"], today: string): NonNullable<Lexicon["debts"]> {
  return debts.flatMap(({ dueDay, startMonth, paid, status: said, ...debt }) => {
    const { installments } = debt;
    const plan =
      installments === null || dueDay === null || startMonth === null
        ? null
        : { installments, dueDay, startMonth };
    const status = debtStatus({ plan, paid, status: said }, today);
    if (status === "paid_off") return [];
    return [{ ...debt, nextInstallment: installments === null ? null : paid + 1, status }];
  });
}

/** Accounts with what the person means by debit, pix and credit, and which holds what names none. */
function accountsOf(ctx: Ctx, rows: LexiconRows["accounts"]): NonNullable<Lexicon["accounts"]> {
  const { finance } = ctx.preferences;
  const means: [PaymentMeans, string | null][] = [
    ["debit", finance.meantByDebit],
    ["pix", finance.meantByPix],
    ["credit", finance.meantByCredit],
  ];
  // The person's own currency comes first where nothing else decides.
  const ordered = [
    ...rows.filter(({ currency }) => currency === ctx.person.currency),
    ...rows.filter(({ currency }) => currency !== ctx.person.currency),
  ];
  const usual =
    rows.find(({ id }) => id === finance.meantByPix) ??
    rows.find(({ id }) => id === finance.meantByDebit) ??
    ordered.find(({ kind }) => kind === "cash") ??
    ordered.find(({ kind }) => kind !== "card");
  return rows.map((account) => ({
    ...account,
    isDefault: account.id === usual?.id,
    meantBy: means.flatMap(([mean, id]) => (id === account.id ? [mean] : [])),
  }));
}

/** This month's rows, and open ones of before that no row of this month is named after. */
function relevant<T extends { readonly month: string; readonly name: string }>(
  rows: readonly T[],
  current: string,
  open: (row: T) => boolean,
): T[] {
  const names = new Set(rows.filter(({ month }) => month === current).map(({ name }) => name));
  return rows.filter((row) => row.month === current || (open(row) && !names.has(row.name)));
}
