import { createMetric } from "@vida/core/metrics/create";
import { listMetrics } from "@vida/core/metrics/list";
import { removeMetric } from "@vida/core/metrics/remove";
import { updateMetric } from "@vida/core/metrics/update";

import { mutation, query, router } from "../trpc.ts";

export const metricsRouter = router({
  list: query(listMetrics),
  create: mutation(createMetric),
  update: mutation(updateMetric),
  remove: mutation(removeMetric),
});
