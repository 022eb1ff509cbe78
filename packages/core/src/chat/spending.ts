import type { Ctx } from "../context.ts";

/** What the person's runs and nightly learning have cost since their local midnight, in dollars. */
export async function spentToday(ctx: Ctx): Promise<number> {
  const [row] = await ctx.tx.$queryRaw<{ spent: number }[]>`
    with day as (select (${ctx.today}::date)::timestamp at time zone ${ctx.person.timezone} as began)
    select coalesce((select sum((usage ->> 'costUsd')::float8) from runs, day
                      where user_id = ${ctx.userId}::uuid and usage is not null and created_at >= began), 0)
         + coalesce((select sum(cost_usd) from memory_nights, day
                      where user_id = ${ctx.userId}::uuid and created_at >= began), 0) as spent`;
  return row?.spent ?? 0;
}
