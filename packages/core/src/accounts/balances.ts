import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dayToDate, monthOf } from "../dates.ts";
import { money, negate, subtract } from "../money.ts";
import type { Account } from "./rows.ts";
import { AccountView } from "./schemas.ts";

/** `balance` at the end of a day, and `owed`: what all rows leave, those that lie ahead included, with its sign turned. */
export type Balance = { readonly balance: string; readonly owed: string };

/**
 * The balance of every account of the person at the end of a day, in one statement:
 * opening + incomes − expenses ± transfers up to that day, exactly. Whole months come from their sums.
 */
export async function balancesAt(ctx: Ctx, day: string): Promise<Map<string, Balance>> {
  const [month, first, at] = [monthOf(day), dayToDate(`${monthOf(day)}-01`), dayToDate(day)];
  const rows = await ctx.tx.$queryRaw<{ id: string; balance: string; owed: string }[]>`
    select a.id, (a.opening_balance + coalesce(m.past, 0) + coalesce(d.moved, 0))::text as balance,
           (-(a.opening_balance + coalesce(m.every, 0)))::text as owed
      from accounts a
      left join (
        select account_id, sum(moved) as every, sum(moved) filter (where month < ${month}) as past
          from ledger_months where user_id = ${ctx.userId}::uuid group by account_id
      ) m on m.account_id = a.id
      left join (
        select account_id, sum(moved) as moved
          from (
            select account_id, case kind when 'income' then amount else -amount end as moved
              from transactions where user_id = ${ctx.userId}::uuid and day between ${first}::date and ${at}::date
            union all
            select to_account_id, amount
              from transactions where user_id = ${ctx.userId}::uuid and day between ${first}::date and ${at}::date
               and to_account_id is not null
          ) moves
         group by account_id
      ) d on d.account_id = a.id
     where a.user_id = ${ctx.userId}::uuid`;
  return new Map(
    rows.map((row) => [row.id, { balance: money(row.balance), owed: money(row.owed) }]),
  );
}

const NOTHING: Balance = { balance: "0.00", owed: "0.00" };

export function toAccountView(account: Account, balance: Balance = NOTHING): AccountView {
  const { schedule, limit } = account;
  return AccountView.parse({
    ...account,
    closingDay: schedule?.closingDay ?? null,
    dueDay: schedule?.dueDay ?? null,
    createdAt: isoInstant(account.createdAt),
    balance: balance.balance,
    usedLimit: schedule === null ? null : balance.owed,
    availableLimit: schedule === null || limit === null ? null : subtract(limit, balance.owed),
  });
}

/** The view of an account that has no transactions yet. */
export function openingView(account: Account): AccountView {
  const { openingBalance } = account;
  return toAccountView(account, { balance: openingBalance, owed: negate(openingBalance) });
}
