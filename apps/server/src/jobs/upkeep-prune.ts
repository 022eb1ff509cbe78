import { JOBS } from "@vida/core/jobs";
import { pruneEvents } from "@vida/core/live/prune";
import { purgeAbandoned, purgeRemoved } from "@vida/core/upkeep/purge";

import { job } from "../job-runner.ts";
import { pruneLeftovers } from "../leftovers.ts";
import { collectQueues } from "../queue-upkeep.ts";

/** Drops what is kept for a while only: of one person what they removed, else what is nobody's any more. */
export const upkeepPrune = job(JOBS["upkeep.prune"], async ({ userId }, { services }) => {
  if (userId !== undefined) return purgeRemoved(services, { userId });
  await collectQueues(services.db);
  await pruneLeftovers(services);
  const abandoned = await purgeAbandoned(services);
  return { ...(await pruneEvents(services)), abandoned };
});
