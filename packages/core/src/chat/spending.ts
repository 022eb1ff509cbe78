import type { Ctx } from "../context.ts";

/** What the person's runs have cost since their local midnight, in dollars. */
export async function spentToday(ctx: Ctx): Promise<number> {
  const [row] = await ctx.tx.$queryRaw<{ spent: number }[]>`
    select coalesce(sum((usage ->> 'costUsd')::float8), 0) as spent from runs
     where user_id = ${ctx.userId}::uuid and usage is not null
       and created_at >= (${ctx.today}::date)::timestamp at time zone ${ctx.person.timezone}`;
  return row?.spent ?? 0;
}
