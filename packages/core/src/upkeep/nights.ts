import type { Services } from "../context.ts";
import { instantToDate } from "../context.ts";

type Nightly = {
  name:
    | "memory.consolidate"
    | "insights.compute"
    | "finance.ahead"
    | "notices.morning"
    | "notices.weekly"
    | "upkeep.prune";
  due: string;
};

/**
 * Jobs of a person and a local day, with the wall time from which they are due there, in SQL over `u` (the
 * person) and `l.now` (their wall time). Summaries wait for the hour the person chose.
 */
const NIGHTLY: readonly Nightly[] = [
  { name: "memory.consolidate", due: "l.now::time >= '03:00'" },
  { name: "insights.compute", due: "l.now::time >= '03:30'" },
  { name: "finance.ahead", due: "l.now::time >= '00:05'" },
  { name: "upkeep.prune", due: "extract(dow from l.now) = 1 and l.now::time >= '04:00'" },
  {
    name: "notices.morning",
    due: "l.now::time between coalesce(u.preferences #>> '{notifications,morningSummaryTime}', '07:00')::time and '22:00'",
  },
  {
    name: "notices.weekly",
    due: "extract(dow from l.now) = 0 and l.now::time between '20:00' and '22:00'",
  },
];

/**
 * Enqueues what is due by each person's own clock and not done for their local date yet: an outage is caught
 * up, and a change of zone or offset needs no special case. Answers how many jobs were enqueued.
 */
export async function sweepNights({ db, clock }: Services): Promise<number> {
  const now = instantToDate(clock());
  let enqueued = 0;
  for (const { name, due } of NIGHTLY) {
    const { rowCount } = await db.workerPool.query(
      `select graphile_worker.add_job($2, json_build_object('userId', d.id, 'day', d.day), job_key => $2 || ':' || d.id || ':' || d.day, max_attempts => 3)
         from (
           select u.id, to_char(l.now, 'YYYY-MM-DD') as day
             from users u cross join lateral (select $1::timestamptz at time zone u.timezone as now) l
            where u.status = 'active' and ${due}
              and not exists (select 1 from job_runs j where j.user_id = u.id and j.name = $2 and j.key = to_char(l.now, 'YYYY-MM-DD')
                                 and (j.status <> 'failed' or j.attempts >= 3))
            order by u.id limit 2000
         ) d`,
      [now, name],
    );
    enqueued += rowCount ?? 0;
  }
  return enqueued;
}
