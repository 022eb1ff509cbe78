import { Removed } from "../fields.ts";
import { write } from "../operation.ts";
import { findMetric, toMetricView } from "./rows.ts";
import { MetricView, RemoveMetricInput } from "./schemas.ts";

/** Retires a metric; its entries stay in the history. */
export const removeMetric = write({
  name: "metrics.remove",
  input: RemoveMetricInput,
  output: Removed.extend({ metric: MetricView }),
  touches: ["metrics", "tracking"],
  async run(ctx, { metricId }) {
    const metric = await findMetric(ctx, metricId);
    await ctx.tx.customMetric.update({
      where: { userId_id: { userId: ctx.userId, id: metricId } },
      data: { deletedAt: ctx.nowDate, updatedAt: ctx.nowDate },
    });
    return { id: metricId, metric: toMetricView(metric) };
  },
  trail: ({ metric }) => `Métrica ${metric.name} arquivada`,
  async summarize(ctx, { metricId }) {
    const metric = await findMetric(ctx, metricId);
    const entries = await ctx.tx.trackingEntry.count({
      where: { userId: ctx.userId, metricId },
    });
    return {
      title: `Arquivar métrica ${metric.name}`,
      details: [
        { label: "Unidade", value: metric.unit },
        { label: "Registros", value: String(entries) },
      ],
      warnings: ["os registros continuam no histórico"],
      weight: "heavy",
    };
  },
});
