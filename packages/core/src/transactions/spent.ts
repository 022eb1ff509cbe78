import type { Ctx } from "../context.ts";
import { addMonths, dayToDate, lastDay, monthsBetween } from "../dates.ts";
import { inOrder } from "../finance/currencies.ts";
import { money, sum } from "../money.ts";

/** Month that a card purchase counts in: of its own day (or part), or of its statement's due date. */
export type SpentBy = "purchase" | "statement";

export type CategoryTotal = {
  readonly key: string;
  readonly kind: "expense" | "income";
  readonly name: string;
  readonly parentKey: string | null;
  readonly amount: string;
};

export type MonthTotals = {
  readonly month: string;
  readonly currency: string;
  /** Expenses minus refunds; transfers never count. */
  readonly spent: string;
  /** Incomes, refunds aside. */
  readonly income: string;
  /** What `spent` is made of, largest first; sums to it exactly. */
  readonly byCategory: readonly CategoryTotal[];
};

type Row = Omit<CategoryTotal, "amount"> & {
  month: string;
  currency: string;
  flow: "spent" | "income";
  amount: string;
};

/**
 * What was spent and received in each month from `from` to `to`, per currency, in one statement.
 * A month or currency without transactions has no entry.
 */
export async function monthTotals(
  ctx: Ctx,
  { from, to, by = ctx.preferences.finance.spentBy }: { from: string; to: string; by?: SpentBy },
): Promise<MonthTotals[]> {
  const months = Array.from({ length: monthsBetween(from, to) + 1 }, (_, i) => addMonths(from, i));
  const [first, last] = [dayToDate(`${from}-01`), dayToDate(lastDay(to))];
  const byStatement = by === "statement";
  const rows = await ctx.tx.$queryRaw<Row[]>`
    with lines as (
      select case when ${byStatement} and statement_month is not null then statement_month else to_char(day, 'YYYY-MM') end as month,
             currency, category_id, case when kind = 'income' and statement_month is null then 'income' else 'spent' end as flow,
             case when kind = 'income' and statement_month is not null then -amount else amount end as amount
        from transactions
       where user_id = ${ctx.userId}::uuid and kind <> 'transfer'
         and ((${byStatement} and statement_month = any(${months}))
              or ((not ${byStatement} or statement_month is null) and day between ${first}::date and ${last}::date))
    ), sums as (
      select month, currency, flow, category_id, sum(amount) as amount from lines group by month, currency, flow, category_id
    )
    select s.month, s.currency, s.flow, s.amount::text as amount, c.key, c.kind, c.name, p.key as "parentKey"
      from sums s
      join categories c on c.user_id = ${ctx.userId}::uuid and c.id = s.category_id
      left join categories p on p.user_id = c.user_id and p.id = c.parent_id
     order by s.month, s.currency, s.amount desc, c.key`;
  const groups = Map.groupBy(rows, ({ month, currency }) => `${month} ${currency}`);
  return [...groups.values()].flatMap((group) => {
    const [head] = group;
    if (head === undefined) return [];
    const spent = group.filter(({ flow }) => flow === "spent");
    return [
      {
        month: head.month,
        currency: head.currency,
        spent: sum(spent.map(({ amount }) => amount)),
        income: sum(group.filter(({ flow }) => flow === "income").map(({ amount }) => amount)),
        byCategory: spent.map(({ key, kind, name, parentKey, amount }) => ({
          key,
          kind,
          name,
          parentKey,
          amount: money(amount),
        })),
      },
    ];
  });
}

/** What was spent on one day, refunds aside, per currency, the person's own first; one statement. */
export async function spentOn(
  ctx: Ctx,
  day: string,
): Promise<{ currency: string; amount: string }[]> {
  const rows = await ctx.tx.transaction.groupBy({
    by: ["currency"],
    where: { userId: ctx.userId, kind: "expense", day: dayToDate(day) },
    _sum: { amount: true },
  });
  return inOrder(rows, ctx.person.currency).map(({ currency, rows: own }) => ({
    currency,
    amount: sum(own.map(({ _sum }) => _sum.amount?.toFixed(2) ?? "0")),
  }));
}
