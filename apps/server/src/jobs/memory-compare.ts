import { judgeOf } from "@vida/agents/compare";
import { JOBS } from "@vida/core/jobs";
import { compareItem } from "@vida/core/memory/compare";

import { modelConfig } from "../cloud.ts";
import { job, type JobHandler } from "../job-runner.ts";
import type { JobDeps } from "../work.ts";

/** Holds what a person added against what is known, by Gemini for who agreed to it. */
export function makeMemoryCompare({ env }: Pick<JobDeps, "env">): JobHandler {
  const judge = judgeOf(modelConfig(env));
  const { dailyCostLimit } = env.models;
  return job(JOBS["memory.compare"], (payload, { services, signal }) =>
    compareItem(services, payload, { judge, dailyCostLimit, signal }),
  );
}
