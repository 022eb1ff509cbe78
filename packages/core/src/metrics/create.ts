import { write } from "../operation.ts";
import { checkMetric, toMetricView, uniqueName } from "./rows.ts";
import { CreateMetricInput, MetricView } from "./schemas.ts";

/** Defines a metric of the person's own. */
export const createMetric = write({
  name: "metrics.create",
  input: CreateMetricInput,
  output: MetricView,
  touches: ["metrics", "tracking"],
  async run(ctx, input) {
    const area = input.area ?? "learning";
    const subArea = input.subArea ?? null;
    const [minValue, maxValue] = [input.minValue ?? null, input.maxValue ?? null];
    checkMetric({ minValue, maxValue, area, subArea });
    const row = await uniqueName(() =>
      ctx.tx.customMetric.create({
        data: {
          userId: ctx.userId,
          id: ctx.id(),
          name: input.name,
          unit: input.unit,
          description: input.description ?? null,
          ...(input.icon === undefined ? {} : { icon: input.icon }),
          color: input.color ?? null,
          minValue,
          maxValue,
          area,
          subArea,
          createdAt: ctx.nowDate,
          updatedAt: ctx.nowDate,
        },
      }),
    );
    return toMetricView(row);
  },
  trail: (metric) => `Métrica ${metric.name} criada`,
  summarize: (_ctx, input) =>
    Promise.resolve({
      title: "Nova métrica",
      details: [
        { label: "Nome", value: input.name },
        { label: "Unidade", value: input.unit },
      ],
      warnings: [],
      weight: "line",
    }),
});
