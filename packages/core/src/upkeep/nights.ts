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

/** So many jobs a sweep enqueues at most; the next one goes on. */
const AT_ONCE = 5_000;

const DUE = NIGHTLY.map(({ name, due }) => `('${name}', ${due})`).join(", ");

/**
 * Enqueues what is due by each person's own clock and not done for their local date yet: an outage is caught
 * up, and a change of zone or offset needs no special case. One statement for everybody and every job.
 * Answers how many jobs were enqueued.
 */
export async function sweepNights({ db, clock }: Services): Promise<number> {
  const { rowCount } = await db.workerPool.query(
    `select graphile_worker.add_job(d.name, json_build_object('userId', d.id, 'day', d.day), job_key => d.name || ':' || d.id || ':' || d.day, max_attempts => 3)
       from (
         select u.id, n.name, l.day
           from users u
          cross join lateral (select $1::timestamptz at time zone u.timezone as now, to_char($1::timestamptz at time zone u.timezone, 'YYYY-MM-DD') as day) l
          cross join lateral (values ${DUE}) n (name, due)
          where u.status = 'active' and n.due
            and not exists (select 1 from job_runs j where j.user_id = u.id and j.name = n.name and j.key = l.day
                               and (j.status <> 'failed' or j.attempts >= 3))
          order by u.id limit ${AT_ONCE}
       ) d`,
    [instantToDate(clock())],
  );
  return rowCount ?? 0;
}
