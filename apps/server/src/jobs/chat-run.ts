import { JOBS } from "@vida/core/jobs";

import type { JobDeps } from "../app.ts";
import { job, type JobHandler } from "../job-runner.ts";

/** Carries the oldest unfinished run of a conversation. */
export function makeChatRun(_deps: JobDeps): JobHandler {
  return job(JOBS["chat.run"], async () => undefined);
}
