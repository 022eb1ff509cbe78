import { quickRead } from "../operation.ts";
import { toMetricView } from "./rows.ts";
import { ListMetricsInput, MetricPage } from "./schemas.ts";

/** The person's metrics in use, by name. */
export const listMetrics = quickRead({
  name: "metrics.list",
  input: ListMetricsInput,
  output: MetricPage,
  async run(db, _input, userId) {
    const rows = await db.customMetric.findMany({
      where: { userId, deletedAt: null },
      orderBy: { name: "asc" },
      take: 100,
    });
    return { items: rows.map(toMetricView), nextCursor: null };
  },
});
