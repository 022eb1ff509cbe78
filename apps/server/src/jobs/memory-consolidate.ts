import { JOBS } from "@vida/core/jobs";
import { consolidateMemory } from "@vida/core/memory/consolidate";

import { job } from "../job-runner.ts";

/** Learns from what a person said. */
export const memoryConsolidate = job(JOBS["memory.consolidate"], (payload, { services }) =>
  consolidateMemory(services, payload),
);
