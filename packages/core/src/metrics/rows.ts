import type { Prisma } from "@vida/db/generated/prisma/client";

import { isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { AREA_OF } from "../fields.ts";
import type { Area, SubArea } from "../fields.ts";
import { MetricView } from "./schemas.ts";

type MetricRow = Prisma.CustomMetricGetPayload<object>;

export function toMetricView(row: MetricRow): MetricView {
  return MetricView.parse({
    ...row,
    minValue: row.minValue?.toNumber() ?? null,
    maxValue: row.maxValue?.toNumber() ?? null,
    createdAt: isoInstant(row.createdAt),
  });
}

/** A metric in use, or `not_found` (`metrics.notFound`). */
export async function findMetric(ctx: Ctx, metricId: string): Promise<MetricRow> {
  const row = await ctx.tx.customMetric.findFirst({
    where: { userId: ctx.userId, id: metricId, deletedAt: null },
  });
  return row ?? fail("not_found", "metrics.notFound", { metricId });
}

/** Refuses bounds the wrong way round and a sub-area of another area. */
export function checkMetric(metric: {
  minValue: number | null;
  maxValue: number | null;
  area: Area;
  subArea: SubArea | null;
}): void {
  const { minValue, maxValue, area, subArea } = metric;
  if (minValue !== null && maxValue !== null && minValue > maxValue) {
    fail("conflict", "metrics.badRange", {
      fields: { maxValue: ["o máximo é menor que o mínimo"] },
    });
  }
  if (subArea !== null && AREA_OF[subArea] !== area) {
    fail("invalid", "areas.mismatch", { fields: { subArea: ["não pertence a essa área"] } });
  }
}

/** Runs a change whose name may be taken: names are unique without accents and case. */
export async function uniqueName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error))
      fail("conflict", "metrics.nameTaken", {
        fields: { name: ["já existe uma métrica com esse nome"] },
      });
    throw error;
  }
}
