import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { money, negate, subtract } from "../money.ts";
import type { Account } from "./rows.ts";
import { AccountView } from "./schemas.ts";

/** `balance` at the end of a day, and `owed`: what all rows leave, those that lie ahead included, with its sign turned. */
export type Balance = { readonly balance: string; readonly owed: string };

/**
 * The balance of every account of the person at the end of a day, in one statement:
 * opening + incomes − expenses ± transfers up to that day, exactly.
 */
export async function balancesAt(ctx: Ctx, day: string): Promise<Map<string, Balance>> {
  const at = dayToDate(day);
  const rows = await ctx.tx.$queryRaw<{ id: string; balance: string; owed: string }[]>`
    select a.id, (a.opening_balance + coalesce(sum(m.past), 0))::text as balance,
           (-(a.opening_balance + coalesce(sum(m.every), 0)))::text as owed
      from accounts a
      left join (
        select account_id, sum(case kind when 'income' then amount else -amount end) as every,
               sum(case kind when 'income' then amount else -amount end) filter (where day <= ${at}::date) as past
          from transactions where user_id = ${ctx.userId}::uuid group by account_id
        union all
        select to_account_id, sum(amount), sum(amount) filter (where day <= ${at}::date)
          from transactions where user_id = ${ctx.userId}::uuid and to_account_id is not null group by to_account_id
      ) m on m.account_id = a.id
     where a.user_id = ${ctx.userId}::uuid
     group by a.id, a.opening_balance`;
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
