import { computeInsights } from "@vida/core/insights/compute";
import { JOBS } from "@vida/core/jobs";

import { job } from "../job-runner.ts";

/** Notices what goes together. */
export const insightsCompute = job(JOBS["insights.compute"], (payload, { services }) =>
  computeInsights(services, payload),
);
