import type { Ctx } from "../context.ts";
import { dateToDay, daysBetween, dayToDate } from "../dates.ts";
import { fail } from "../errors.ts";
import { read } from "../operation.ts";
import { METRICS, roundValue, trendOf, variation } from "./rules.ts";
import { SummaryInput, SummaryView } from "./schemas.ts";
import type { MetricType } from "./schemas.ts";

type DayRow = {
  day: Date;
  count: number;
  sum: number;
  min: number;
  max: number;
  last: number;
  previous: number | null;
};

/** Statistics of one metric over days, both ends included; at most ten years. */
export const summarizeEntries = read({
  name: "tracking.summary",
  input: SummaryInput,
  output: SummaryView,
  async run(ctx, input) {
    const length = daysBetween(input.from, input.to) + 1;
    if (length < 1 || length > 3660)
      fail("invalid", "tracking.badPeriod", { fields: { to: ["período inválido"] } });
    const metric = await metricOf(ctx, input);
    const rows = await dayRows(ctx, input);
    const addsUp = input.type !== "custom" && METRICS[input.type].addsUp;
    const daily = rows.map((row) => ({
      day: dateToDay(row.day),
      value: roundValue(addsUp ? row.sum : row.sum / row.count),
      count: row.count,
    }));
    const count = rows.reduce((total, row) => total + row.count, 0);
    const sum = rows.reduce((total, row) => total + row.sum, 0);
    const [latest, previous] = newestTwo(rows);
    return {
      type: input.type,
      metricId: input.metricId ?? null,
      ...metric,
      from: input.from,
      to: input.to,
      count,
      days: rows.length,
      consistency: roundValue(rows.length / length),
      sum: count === 0 ? null : roundValue(sum),
      average: count === 0 ? null : roundValue(addsUp ? sum / rows.length : sum / count),
      min: count === 0 ? null : Math.min(...rows.map((row) => row.min)),
      max: count === 0 ? null : Math.max(...rows.map((row) => row.max)),
      latest: latest ?? null,
      previous: previous ?? null,
      variation: variation(latest?.value, previous?.value),
      trend: trendOf(
        daily.map(({ day, value }) => ({ x: daysBetween(input.from, day), y: value })),
      ),
      goal: goalOf(ctx, input.type),
      daily,
    };
  },
});

export function goalOf(ctx: Ctx, type: MetricType): number | null {
  const { waterGoal, sleepGoal, exerciseGoalWeekly } = ctx.preferences.tracking;
  if (type === "water") return waterGoal;
  if (type === "sleep") return sleepGoal;
  return type === "exercise" ? exerciseGoalWeekly : null;
}

async function metricOf(
  ctx: Ctx,
  input: SummaryInput,
): Promise<{ metricName: string | null; unit: string }> {
  if (input.type !== "custom") return { metricName: null, unit: METRICS[input.type].unit };
  if (input.metricId === undefined)
    fail("invalid", "tracking.metricRequired", { fields: { metricId: ["escolha a métrica"] } });
  const metric = await ctx.tx.customMetric.findFirst({
    where: { userId: ctx.userId, id: input.metricId },
  });
  return metric
    ? { metricName: metric.name, unit: metric.unit }
    : fail("not_found", "metrics.notFound");
}

async function dayRows(ctx: Ctx, input: SummaryInput): Promise<DayRow[]> {
  return ctx.tx.$queryRaw<DayRow[]>`
    select day, count(*)::int as count, sum(value)::float8 as sum, min(value)::float8 as min, max(value)::float8 as max,
           (array_agg(value::float8 order by created_at desc))[1] as last,
           (array_agg(value::float8 order by created_at desc))[2] as previous
      from tracking_entries
     where user_id = ${ctx.userId}::uuid and type = ${input.type}
       and metric_id is not distinct from ${input.metricId ?? null}::uuid
       and day between ${dayToDate(input.from)}::date and ${dayToDate(input.to)}::date
     group by day order by day`;
}

function newestTwo(rows: readonly DayRow[]): { value: number; day: string }[] {
  return rows
    .slice(-2)
    .toReversed()
    .flatMap((row) =>
      [row.last, row.previous].flatMap((value) =>
        value === null ? [] : [{ value, day: dateToDay(row.day) }],
      ),
    )
    .slice(0, 2);
}
