import type { Ctx } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { read } from "../operation.ts";
import { ENTRY_WITH_METRIC, toEntryView } from "./entries.ts";
import { METRICS, roundValue } from "./rules.ts";
import { DayInput, DayView } from "./schemas.ts";
import type { EntryView } from "./schemas.ts";
import { goalOf } from "./summary.ts";

/** Everything recorded on a day, oldest first, with the day's total or newest value per metric. */
export const readDay = read({
  name: "tracking.day",
  input: DayInput,
  output: DayView,
  run: async (ctx, { day }) => dayView(ctx, day, await entriesBetween(ctx, day, day)),
});

/** The entries of some days, oldest first; one statement. */
export async function entriesBetween(ctx: Ctx, from: string, to: string): Promise<EntryView[]> {
  const rows = await ctx.tx.trackingEntry.findMany({
    where: { userId: ctx.userId, day: { gte: dayToDate(from), lte: dayToDate(to) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: ENTRY_WITH_METRIC,
    relationLoadStrategy: "join",
  });
  return rows.map(toEntryView);
}

/** One day of the given entries. */
export function dayView(ctx: Ctx, day: string, among: readonly EntryView[]): DayView {
  const entries = among.filter((entry) => entry.day === day);
  const groups = Map.groupBy(entries, (entry) => entry.metricId ?? entry.type);
  const totals = [...groups.values()].flatMap((group) => {
    const newest = group.at(-1);
    return newest
      ? [
          {
            ...newest,
            value: totalOf(group, newest),
            goal: newest.type === "exercise" ? null : goalOf(ctx, newest.type),
          },
        ]
      : [];
  });
  return { day, entries, totals };
}

function totalOf(group: readonly EntryView[], newest: EntryView): number {
  const addsUp = newest.type === "custom" || METRICS[newest.type].addsUp;
  return addsUp ? roundValue(group.reduce((total, entry) => total + entry.value, 0)) : newest.value;
}
