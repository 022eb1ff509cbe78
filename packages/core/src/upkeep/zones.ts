/**
 * The zones that people live in with the wall time there at `$1`, as the common tables of a `with recursive`:
 * `places (timezone, now)`. Found by leaps over the index of clocks, so that their cost follows the zones.
 */
export const ZONES_NOW = `zones (timezone) as (
    (select timezone from person_clocks order by timezone limit 1)
    union all
    select (select c.timezone from person_clocks c where c.timezone > z.timezone order by c.timezone limit 1)
      from zones z where z.timezone is not null
  ), places as (
    select timezone, $1::timestamptz at time zone timezone as now from zones where timezone is not null
  )`;
