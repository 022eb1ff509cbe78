import type { Ctx } from "../context.ts";
import { epochDay } from "../dates.ts";
import { METRICS } from "../tracking/rules.ts";
import type { MetricType } from "../tracking/schemas.ts";
import type { Series } from "./statistics.ts";

/** A daily series of the person's, with the name people know it by. */
export type NamedSeries = {
  readonly key: string;
  readonly name: string;
  readonly kind: "metric" | "habit" | "money";
  readonly values: Series;
};

/** How far back is looked. */
const LOOK_BACK = 365;

type MetricRow = {
  type: MetricType;
  metricId: string | null;
  name: string | null;
  day: number;
  sum: number;
  mean: number;
};
type DayRow = { id: string; name: string; day: number; value: number };

/**
 * Every daily series up to yesterday: metrics (sums for water and exercise), habits (1 done, 0 not, from their
 * first mark on) and what was spent. Three statements.
 */
export async function dailySeries(ctx: Ctx): Promise<NamedSeries[]> {
  const to = epochDay(ctx.today) - 1;
  const from = to - LOOK_BACK;
  const metrics = await ctx.tx.$queryRaw<MetricRow[]>`
    select e.type, e.metric_id as "metricId", m.name, e.day - date '1970-01-01' as day, sum(e.value)::float8 as sum, avg(e.value)::float8 as mean
      from tracking_entries e left join custom_metrics m on m.user_id = e.user_id and m.id = e.metric_id
     where e.user_id = ${ctx.userId}::uuid and e.day between date '1970-01-01' + ${from}::int and date '1970-01-01' + ${to}::int
     group by 1, 2, 3, 4`;
  const habits = await ctx.tx.$queryRaw<DayRow[]>`
    select h.id, h.name, d.day::date - date '1970-01-01' as day, (x.id is not null)::int as value
      from habits h
      join lateral (select min(day) as first from habit_days m where m.user_id = h.user_id and m.habit_id = h.id) began on true
      cross join lateral generate_series(greatest(began.first, date '1970-01-01' + ${from}::int), date '1970-01-01' + ${to}::int, interval '1 day') as d (day)
      left join habit_days x on x.user_id = h.user_id and x.habit_id = h.id and x.day = d.day::date and x.status = 'done' and x.met
     where h.user_id = ${ctx.userId}::uuid and h.deleted_at is null and began.first is not null`;
  const spent = await ctx.tx.$queryRaw<{ day: number; value: number }[]>`
    select purchase_day - date '1970-01-01' as day, sum(amount)::float8 as value from transactions
     where user_id = ${ctx.userId}::uuid and kind = 'expense' and currency = ${ctx.person.currency}
       and purchase_day between date '1970-01-01' + ${from}::int and date '1970-01-01' + ${to}::int
     group by 1`;
  return [...metricSeries(metrics), ...habitSeries(habits), ...moneySeries(spent)];
}

function metricSeries(rows: readonly MetricRow[]): NamedSeries[] {
  return [...Map.groupBy(rows, (row) => row.metricId ?? row.type)].map(([key, own]) => {
    const type = own[0]?.type ?? "custom";
    const addsUp = type !== "custom" && METRICS[type].addsUp;
    const name = type === "custom" ? (own[0]?.name ?? "Métrica") : METRICS[type].label;
    return {
      key,
      name,
      kind: "metric",
      values: new Map(own.map((row) => [row.day, addsUp ? row.sum : row.mean])),
    };
  });
}

function habitSeries(rows: readonly DayRow[]): NamedSeries[] {
  return [...Map.groupBy(rows, (row) => row.id)].map(([key, own]) => ({
    key,
    name: own[0]?.name ?? "Hábito",
    kind: "habit",
    values: new Map(own.map((row) => [row.day, row.value])),
  }));
}

function moneySeries(rows: readonly { day: number; value: number }[]): NamedSeries[] {
  return rows.length === 0
    ? []
    : [
        {
          key: "spent",
          name: "Gastos do dia",
          kind: "money",
          values: new Map(rows.map((row) => [row.day, row.value])),
        },
      ];
}
