import { join } from "node:path";

import { JOBS } from "@vida/core/jobs";

import { keepBackup } from "../backups.ts";
import { createOutcomes } from "../job-outcomes.ts";
import { job, type JobHandler } from "../job-runner.ts";
import type { JobDeps } from "../work.ts";

/** Keeps a copy of the embedded database, once a day; a database of one's own has its own back-ups. */
export function makeUpkeepBackup({ env, services }: Pick<JobDeps, "env" | "services">): JobHandler {
  const outcomes = createOutcomes(services.db, services.clock);
  return job(JOBS["upkeep.backup"], async ({ day }) => {
    if (env.adminUrl === undefined) return { skipped: true };
    const key = day ?? services.clock().toString().slice(0, 10);
    const outcome = { name: "upkeep.backup", key, userId: null };
    if (!(await outcomes.claim(outcome))) return { skipped: true };
    try {
      const result = await keepBackup(env.adminUrl, join(env.dataDir, "backups"), key);
      await outcomes.finish(outcome, { status: "done", result });
      return result;
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
      await outcomes.finish(outcome, { status: "failed", error: text });
      throw error;
    }
  });
}
