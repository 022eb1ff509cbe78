import { JOBS } from "@vida/core/jobs";
import { pruneEvents } from "@vida/core/live/prune";

import { job } from "../job-runner.ts";
import { pruneLeftovers } from "../leftovers.ts";
import { collectQueues } from "../queue-upkeep.ts";

/** Drops what is kept for a while only. */
export const upkeepPrune = job(JOBS["upkeep.prune"], async (_payload, { services }) => {
  await collectQueues(services.db);
  await pruneLeftovers(services);
  return pruneEvents(services);
});
