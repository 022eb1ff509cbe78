import { extractorOf } from "@vida/agents/extract";
import { JOBS } from "@vida/core/jobs";
import { consolidateMemory } from "@vida/core/memory/consolidate";

import { modelConfig } from "../cloud.ts";
import { job, type JobHandler } from "../job-runner.ts";
import type { JobDeps } from "../work.ts";

/** Learns from what a person said: by Gemini for who agreed to it, else by rule. */
export function makeMemoryConsolidate({ env }: Pick<JobDeps, "env">): JobHandler {
  const extract = extractorOf(modelConfig(env));
  const { dailyCostLimit } = env.models;
  return job(JOBS["memory.consolidate"], async (payload, { services, signal, log }) => {
    const outcome = await consolidateMemory(services, payload, { extract, dailyCostLimit, signal });
    const { provider: by, failure, messages, learnt, costUsd } = outcome;
    log.info({ by, failure, messages, learnt, costUsd }, "night read");
    return outcome;
  });
}
