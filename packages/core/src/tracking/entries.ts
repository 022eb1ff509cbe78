import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { dateToDay } from "../dates.ts";
import { fail } from "../errors.ts";
import { METRICS, toCanonical } from "./rules.ts";
import { EntryView } from "./schemas.ts";
import type { MetricType } from "./schemas.ts";

/** The row with what a view needs of its custom metric. */
export const ENTRY_WITH_METRIC = {
  metric: { select: { name: true } },
} satisfies Prisma.TrackingEntryInclude;
type EntryRow = Prisma.TrackingEntryGetPayload<{ include: typeof ENTRY_WITH_METRIC }>;

export function toEntryView(row: EntryRow): EntryView {
  return EntryView.parse({
    ...row,
    metricName: row.metric?.name ?? null,
    value: row.value.toNumber(),
    day: dateToDay(row.day),
    createdAt: isoInstant(row.createdAt),
  });
}

/** The entry of the person, or `not_found` (`tracking.entryNotFound`). */
export async function findEntry(ctx: Ctx, entryId: string): Promise<EntryRow> {
  const row = await ctx.tx.trackingEntry.findFirst({
    where: { userId: ctx.userId, id: entryId },
    include: ENTRY_WITH_METRIC,
  });
  return row ?? fail("not_found", "tracking.entryNotFound", { entryId });
}

export type Measured = {
  readonly metricId: string | null;
  readonly metricName: string | null;
  readonly unit: string;
  readonly value: number;
  readonly area: string;
  readonly subArea: string | null;
};

/**
 * Checks a value against its metric and brings it to the canonical unit.
 *
 * Built-in ranges come from `METRICS`, a custom metric's from its definition. Refusals:
 * `tracking.unknownUnit`, `tracking.outOfRange`, `tracking.metricRequired`, `metrics.notFound`.
 */
export async function checkMeasure(
  ctx: Ctx,
  type: MetricType,
  metricId: string | undefined,
  value: number,
  unit: string | undefined,
): Promise<Measured> {
  if (type !== "custom") {
    const { min, max, area, subArea, unit: canonical } = METRICS[type];
    const measured = toCanonical(type, value, unit);
    if (measured === null)
      fail("invalid", "tracking.unknownUnit", {
        unit,
        expected: canonical,
        fields: { unit: [`use ${canonical}`] },
      });
    if (measured < min || measured > max) outOfRange(min, max);
    return { metricId: null, metricName: null, unit: canonical, value: measured, area, subArea };
  }
  if (metricId === undefined)
    fail("invalid", "tracking.metricRequired", { fields: { metricId: ["escolha a métrica"] } });
  const metric = await ctx.tx.customMetric.findFirst({
    where: { userId: ctx.userId, id: metricId, deletedAt: null },
  });
  if (!metric) fail("not_found", "metrics.notFound", { metricId });
  const min = metric.minValue?.toNumber() ?? null;
  const max = metric.maxValue?.toNumber() ?? null;
  if ((min !== null && value < min) || (max !== null && value > max)) outOfRange(min, max);
  const { id, name, area, subArea } = metric;
  return {
    metricId: id,
    metricName: name,
    unit: metric.unit,
    value: Math.round(value * 100) / 100,
    area,
    subArea,
  };
}

function outOfRange(min: number | null, max: number | null): never {
  const range = [min === null ? null : `a partir de ${min}`, max === null ? null : `até ${max}`]
    .filter(Boolean)
    .join(" ");
  return fail("invalid", "tracking.outOfRange", {
    min,
    max,
    fields: { value: [`valor fora da faixa: ${range}`] },
  });
}

/** A day that has come: what has not happened yet cannot be recorded (`tracking.futureDay`). */
export function pastDay(ctx: Ctx, day: string | undefined): string {
  const chosen = day ?? ctx.today;
  if (chosen > ctx.today)
    fail("invalid", "tracking.futureDay", {
      today: ctx.today,
      fields: { day: ["esse dia ainda não chegou"] },
    });
  return chosen;
}
