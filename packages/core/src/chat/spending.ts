import type { Ctx } from "../context.ts";
import { read } from "../operation.ts";
import { UsageInput, UsageView } from "./schemas.ts";

/** What the person's runs and what is learnt from them have cost since their local midnight, in dollars. */
export async function spentToday(ctx: Ctx): Promise<number> {
  return (await countToday(ctx)).costUsd;
}

/** The day's cost so far in dollars, and how many answers cost any. */
export const usageToday = read({
  name: "chat.usage",
  input: UsageInput,
  output: UsageView,
  run: countToday,
});

async function countToday(ctx: Ctx): Promise<{ costUsd: number; answers: number }> {
  const [row] = await ctx.tx.$queryRaw<{ costUsd: number; answers: number }[]>`
    with day as (select (${ctx.today}::date)::timestamp at time zone ${ctx.person.timezone} as began),
    spent as (
      select coalesce(sum((usage ->> 'costUsd')::float8), 0) as cost,
             (count(*) filter (where (usage ->> 'costUsd')::float8 > 0))::int as answers
        from runs, day where user_id = ${ctx.userId}::uuid and usage is not null and created_at >= began)
    select spent.answers, spent.cost
         + coalesce((select sum(cost_usd) from memory_nights, day
                      where user_id = ${ctx.userId}::uuid and created_at >= began), 0)
         + coalesce((select sum((result ->> 'costUsd')::float8) from job_runs, day
                      where user_id = ${ctx.userId}::uuid and name = 'memory.compare' and started_at >= began), 0)
           as "costUsd" from spent`;
  return row ?? { costUsd: 0, answers: 0 };
}
