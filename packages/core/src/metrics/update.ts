import { write } from "../operation.ts";
import { checkMetric, findMetric, toMetricView, uniqueName } from "./rows.ts";
import { MetricView, UpdateMetricInput } from "./schemas.ts";

/** Changes a metric's definition; entries keep their values and units. `null` clears a bound. */
export const updateMetric = write({
  name: "metrics.update",
  input: UpdateMetricInput,
  output: MetricView,
  touches: ["metrics", "tracking"],
  async run(ctx, { metricId, ...changes }) {
    const current = toMetricView(await findMetric(ctx, metricId));
    const next = {
      ...current,
      ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    };
    checkMetric(next);
    const { name, unit, description, icon, color, minValue, maxValue, area, subArea } = next;
    const row = await uniqueName(() =>
      ctx.tx.customMetric.update({
        where: { userId_id: { userId: ctx.userId, id: metricId } },
        data: {
          name,
          unit,
          description,
          icon,
          color,
          minValue,
          maxValue,
          area,
          subArea,
          updatedAt: ctx.nowDate,
        },
      }),
    );
    return toMetricView(row);
  },
  trail: (metric) => `Métrica ${metric.name} alterada`,
  async summarize(ctx, input) {
    const metric = await findMetric(ctx, input.metricId);
    return {
      title: `Mudar métrica ${metric.name}`,
      details: [
        ...(input.name ? [{ label: "Nome", value: input.name }] : []),
        ...(input.unit ? [{ label: "Unidade", value: input.unit }] : []),
      ],
      warnings: [],
      weight: "table",
    };
  },
});
