import { createMetric } from "@vida/core/metrics/create";
import { removeMetric } from "@vida/core/metrics/remove";
import {
  CreateMetricInput,
  MetricView,
  RemoveMetricInput,
  UpdateMetricInput,
} from "@vida/core/metrics/schemas";
import { updateMetric } from "@vida/core/metrics/update";
import { z } from "zod";

import type { ToolSpec } from "../tool-spec.ts";

const Input = z.discriminatedUnion("action", [
  CreateMetricInput.extend({ action: z.literal("create") }),
  UpdateMetricInput.extend({ action: z.literal("update") }),
  RemoveMetricInput.extend({ action: z.literal("remove") }),
]);

const OPERATIONS = { create: createMetric, update: updateMetric, remove: removeMetric };
const DONE = { create: "criada", update: "alterada", remove: "arquivada" };

/** One tool for the three things that can be done to a metric of the person's own. */
export const METRIC_TOOLS: readonly ToolSpec[] = [
  {
    name: "manage_custom_metrics",
    kind: "write",
    agents: ["tracking"],
    description:
      "Cria (create, com name e unit), altera (update) ou arquiva (remove) uma métrica personalizada, como café em xícaras.",
    input: Input,
    references: { metricId: "metric" },
    fill: (args) => args,
    call(args) {
      const { action, ...input } = Input.parse(args);
      return { operation: OPERATIONS[action], input };
    },
    summary(output, args) {
      const { action } = Input.parse(args);
      const metric = z.union([z.object({ metric: MetricView }), MetricView]).parse(output);
      return `Métrica ${"metric" in metric ? metric.metric.name : metric.name} ${DONE[action]}`;
    },
  },
];
