import type { Services } from "../context.ts";
import { instantToDate } from "../context.ts";
import { ZONES_NOW } from "./zones.ts";

type Nightly = {
  name:
    | "memory.consolidate"
    | "insights.compute"
    | "finance.ahead"
    | "notices.morning"
    | "notices.weekly"
    | "upkeep.prune";
  /** Wall time from which it is due, in SQL over `p.preferences`. */
  from: string;
  /** Wall time after which it would be unkind, unless the person chose a later one to begin with. */
  until?: string;
  /** Day of the week, 0 = Sunday; else every day. */
  weekday?: number;
};

/** Jobs of a person and a local day. Summaries wait for the hour the person chose. */
const NIGHTLY: readonly Nightly[] = [
  { name: "memory.consolidate", from: "time '03:00'" },
  { name: "insights.compute", from: "time '03:30'" },
  { name: "finance.ahead", from: "time '00:05'" },
  { name: "upkeep.prune", from: "time '04:00'", weekday: 1 },
  {
    name: "notices.morning",
    from: "coalesce(p.preferences #>> '{notifications,morningSummaryTime}', '07:00')::time",
    until: "22:00",
  },
  { name: "notices.weekly", from: "time '20:00'", until: "22:00", weekday: 0 },
];

/** So many people a sweep looks at in one zone; the next one goes on. */
const AT_ONCE = 5_000;

const ROWS = NIGHTLY.map(
  ({ name, from, until = "24:00", weekday }) =>
    `('${name}', ${from}, time '${until}', ${weekday ?? "null::int"})`,
).join(", ");

/**
 * Enqueues what is due by each person's own clock and not done for their local date yet: an outage is caught
 * up, and a change of zone or offset needs no special case. One statement for everybody and every job, whose
 * cost follows who is due: a clock whose jobs are all done moves on to the person's next wall time, and is not
 * read before. One that was just set is looked at twice, so that no change of the person's is overlooked.
 * Answers how many jobs were enqueued.
 */
export async function sweepNights({ db, clock }: Services): Promise<number> {
  const { rowCount } = await db.workerPool.query(
    `with recursive ${ZONES_NOW}, people as materialized (
       select c.user_id, c.next_at, l.now, to_char(l.now, 'YYYY-MM-DD') as day, u.preferences
         from places l
        cross join lateral (select user_id, next_at from person_clocks
                             where timezone = l.timezone and next_at <= l.now order by next_at limit ${AT_ONCE}) c
         join users u on u.id = c.user_id
     ), nightly as materialized (
       select p.user_id, n.name, p.day,
              p.now::date + n.since + case when n.since > p.now::time then interval '0' else interval '1 day' end as next_at,
              p.now::time >= n.since and (p.now::time <= n.until or n.since > n.until) and extract(dow from p.now) = coalesce(n.weekday, extract(dow from p.now)) as due
         from people p cross join lateral (values ${ROWS}) n (name, since, until, weekday)
     ), undone as materialized (
       select n.user_id, n.name, n.day, j.status is distinct from 'running' as lost
         from nightly n left join job_runs j on j.user_id = n.user_id and j.name = n.name and j.key = n.day
        where n.due and (j.id is null or j.status = 'running' or (j.status = 'failed' and j.attempts < 3))
     ), through as (
       select c.user_id, case when p.next_at = '-infinity' then p.now else
                (select min(n.next_at) from nightly n where n.user_id = p.user_id) end as next_at
         from people p join person_clocks c on c.user_id = p.user_id and c.next_at = p.next_at
        where not exists (select from undone o where o.user_id = p.user_id)
          for update of c skip locked
     ), moved as (
       update person_clocks c set next_at = t.next_at from through t where c.user_id = t.user_id
     )
     select graphile_worker.add_job(name, json_build_object('userId', user_id, 'day', day), job_key => name || ':' || user_id || ':' || day, max_attempts => 3)
       from undone where lost`,
    [instantToDate(clock())],
  );
  return rowCount ?? 0;
}
