import { executeRun } from "@vida/agents/run";
import type { RunDeps } from "@vida/agents/run-turn";
import { claimTurn } from "@vida/agents/start";
import { JOBS } from "@vida/core/jobs";

import { cloudFrom } from "../cloud.ts";
import { job, type JobHandler } from "../job-runner.ts";
import type { JobDeps } from "../work.ts";

/** Carries the oldest unfinished run of a conversation, and those that wait behind it. */
export function makeChatRun({ services, env, log, flusher, stops, trace }: JobDeps): JobHandler {
  const cloud = cloudFrom(env);
  const deps: RunDeps = {
    services,
    flusher,
    ...(cloud === undefined ? {} : { cloud }),
    dailyCostLimit: env.models.dailyCostLimit,
    ...(trace && { trace }),
    onBug: (error, runId) => log.error({ err: error, runId }, "bug"),
  };
  return job(JOBS["chat.run"], async ({ userId, conversationId }, { signal, workerId }) => {
    let behind = 1;
    while (behind > 0 && !signal.aborted) {
      // One behind the other: a conversation's turns are serial.
      const claimed = await claimTurn(deps, { userId, conversationId, workerId });
      if (claimed === null) return;
      ({ behind } = claimed);
      const stop = stops.watch(claimed.lease.runId);
      try {
        await executeRun(deps, claimed, { stop: stop.signal, shutdown: signal });
      } finally {
        stop.done();
      }
    }
  });
}
