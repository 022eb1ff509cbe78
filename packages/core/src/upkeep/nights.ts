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

/** So many people of one zone a sweep looks at, and so many jobs it enqueues, at most; the next one goes on. */
const AT_ONCE = 5_000;

const ROWS = NIGHTLY.map(
  ({ name, from, until = "24:00", weekday }) =>
    `('${name}', ${from}, time '${until}', ${weekday ?? "null::int"})`,
).join(", ");

type Swept = {
  enqueued: number;
  /** Clocks whose jobs are all done: where they stood, and where they stand from now on. */
  through: readonly { userId: string; stood: string; next: string }[];
};

/**
 * Enqueues what is due by each person's own clock and not done for their local date yet: an outage is caught
 * up, and a change of zone or offset needs no special case. One statement for everybody and every job, whose
 * cost follows who is due: a clock whose jobs are all done moves on to the person's next wall time, and is not
 * read before. One that was just set is looked at twice, so that no change of the person's is overlooked.
 * Answers how many jobs were enqueued.
 */
export async function sweepNights({ db, clock }: Services): Promise<number> {
  // Each person's rows are looked up one by one (lateral, limit): no plan may read a whole table here.
  const { rows } = await db.workerPool.query<Swept>(
    `with recursive ${ZONES_NOW}, people as materialized (
       select c.user_id, c.next_at, l.now, to_char(l.now, 'YYYY-MM-DD') as day, u.preferences
         from places l
        cross join lateral (select user_id, next_at from person_clocks
                             where timezone = l.timezone and next_at <= l.now order by next_at limit ${AT_ONCE}) c
        cross join lateral (select preferences from users where id = c.user_id limit 1) u
     ), undone as materialized (
       select p.user_id, n.name, p.day, j.status is distinct from 'running' as lost
         from people p
        cross join lateral (values ${ROWS}) n (name, since, until, weekday)
         left join lateral (select status, attempts from job_runs
                             where user_id = p.user_id and name = n.name and key = p.day limit 1) j on true
        where p.now::time >= n.since and (p.now::time <= n.until or n.since > n.until)
          and extract(dow from p.now) = coalesce(n.weekday, extract(dow from p.now))
          and (j.status is null or j.status = 'running' or (j.status = 'failed' and j.attempts < 3))
     ), through as (
       select p.user_id as "userId", p.next_at::text as stood, case when p.next_at = '-infinity' then p.now else t.next_at end as next
         from people p
        cross join lateral (
          select min(p.now::date + n.since + case when n.since > p.now::time then interval '0' else interval '1 day' end) as next_at
            from (values ${ROWS}) n (name, since, until, weekday)) t
        where p.user_id not in (select user_id from undone)
     ), specs as (
       select (name, json_build_object('userId', user_id, 'day', day), null, null, 3, name || ':' || user_id || ':' || day, null, null)::graphile_worker.job_spec as spec
         from undone where lost limit ${AT_ONCE}
     )
     select (select count(*)::int from graphile_worker.add_jobs(array(select spec from specs))) as enqueued,
            coalesce((select json_agg(t) from through t), '[]') as through`,
    [instantToDate(clock())],
  );
  const { enqueued = 0, through = [] } = rows[0] ?? {};
  if (through.length > 0)
    await db.workerPool.query(
      `update person_clocks c set next_at = t.next
         from json_to_recordset($1::json) t ("userId" uuid, stood timestamp, next timestamp)
        where c.user_id = t."userId" and c.user_id in (
          select l.user_id from json_to_recordset($1::json) m ("userId" uuid, stood timestamp)
            join person_clocks l on l.user_id = m."userId" and l.next_at = m.stood for update of l skip locked)`,
      [JSON.stringify(through)],
    );
  return enqueued;
}
