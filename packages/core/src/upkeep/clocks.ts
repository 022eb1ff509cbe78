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

/**
 * The zones that people live in with the wall time there, by leaps over the index of clocks, so that their cost
 * follows the zones.
 */
const PLACES = `zones (timezone) as (
    (select timezone from person_clocks order by timezone limit 1)
    union all
    select (select c.timezone from person_clocks c where c.timezone > z.timezone order by c.timezone limit 1)
      from zones z where z.timezone is not null
  ), places as (
    select timezone, $1::timestamptz at time zone timezone as now from zones where timezone is not null
  )`;

type Look = {
  nights: number;
  reminders: number;
  /** Clocks with nothing left that is due: where they stood, and where they stand from now on. */
  through: readonly { userId: string; stood: string; next: string }[];
};

/**
 * Enqueues what is due by each person's own clock: nights not done for their local date yet, and reminders
 * whose wall time has come. Comparing wall times, not instants, catches up after an outage and makes changes
 * of zone and of offset no special case.
 *
 * One statement for everybody and every job, whose cost follows who is due: a clock with nothing left to do
 * moves on to the person's next wall time, and is not read before. One that was just set is looked at twice,
 * so that no change of the person's is overlooked. Answers how many jobs were enqueued.
 */
export async function sweepClocks({
  db,
  clock,
}: Services): Promise<{ nights: number; reminders: number }> {
  // Each person's rows are looked up one by one (lateral, limit): no plan may read a whole table here.
  const { rows } = await db.workerPool.query<Look>(
    `with recursive ${PLACES}, people as materialized (
       select c.user_id, c.next_at, l.now, to_char(l.now, 'YYYY-MM-DD') as day, u.preferences, u.status = 'active' as has_nights
         from places l
        cross join lateral (select user_id, next_at from person_clocks
                             where timezone = l.timezone and next_at <= l.now order by next_at limit ${AT_ONCE}) c
        cross join lateral (select preferences, status from users where id = c.user_id limit 1) u
     ), undone as materialized (
       select p.user_id, n.name, p.day, j.status is distinct from 'running' as lost
         from people p
        cross join lateral (values ${ROWS}) n (name, since, until, weekday)
         left join lateral (select status, attempts from job_runs
                             where user_id = p.user_id and name = n.name and key = p.day limit 1) j on true
        where p.has_nights and p.now::time >= n.since and (p.now::time <= n.until or n.since > n.until)
          and extract(dow from p.now) = coalesce(n.weekday, extract(dow from p.now))
          and (j.status is null or j.status = 'running' or (j.status = 'failed' and j.attempts < 3))
     ), come as materialized (
       select p.user_id, r.id from people p
        cross join lateral (select id from reminders where user_id = p.user_id and status = 'pending'
                               and next_at <= to_char(p.now, 'YYYY-MM-DD"T"HH24:MI:SS') limit ${AT_ONCE}) r
     ), through as (
       select p.user_id as "userId", p.next_at::text as stood,
              case when p.next_at = '-infinity' then p.now else least(case when p.has_nights then t.next_at else 'infinity' end, r.next_at) end as next
         from people p
        cross join lateral (
          select min(p.now::date + n.since + case when n.since > p.now::time then interval '0' else interval '1 day' end) as next_at
            from (values ${ROWS}) n (name, since, until, weekday)) t
        cross join lateral (select min(next_at)::timestamp as next_at from reminders where user_id = p.user_id and status = 'pending') r
        where p.user_id not in (select user_id from undone) and p.user_id not in (select user_id from come)
     ), nights as (
       select (name, json_build_object('userId', user_id, 'day', day), null, null, 3, name || ':' || user_id || ':' || day, null, null)::graphile_worker.job_spec as spec
         from undone where lost limit ${AT_ONCE}
     ), reminding as (
       select ('reminders.fire', json_build_object('userId', user_id, 'reminderId', id), null, null, 12, 'reminders.fire:' || id, null, null)::graphile_worker.job_spec as spec
         from come limit ${AT_ONCE}
     )
     select (select count(*)::int from graphile_worker.add_jobs(array(select spec from nights))) as nights,
            (select count(*)::int from graphile_worker.add_jobs(array(select spec from reminding))) as reminders,
            coalesce((select json_agg(t) from through t), '[]') as through`,
    [instantToDate(clock())],
  );
  const { nights = 0, reminders = 0, through = [] } = rows[0] ?? {};
  if (through.length > 0)
    await db.workerPool.query(
      `update person_clocks c set next_at = t.next
         from json_to_recordset($1::json) t ("userId" uuid, stood timestamp, next timestamp)
        where c.user_id = t."userId" and c.user_id in (
          select l.user_id from json_to_recordset($1::json) m ("userId" uuid, stood timestamp)
            join person_clocks l on l.user_id = m."userId" and l.next_at = m.stood for update of l skip locked)`,
      [JSON.stringify(through)],
    );
  return { nights, reminders };
}
