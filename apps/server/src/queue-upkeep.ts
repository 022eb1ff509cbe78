import type { Db } from "@vida/db/db";
import { QUEUE_SCHEMA } from "@vida/db/queue-schema";
import { Logger, makeWorkerUtils } from "graphile-worker";

const quiet = new Logger(() => () => undefined);

/** Drops the rows of queues that no job uses any more; every conversation has one. */
export async function collectQueues(db: Db): Promise<void> {
  const utils = await makeWorkerUtils({
    pgPool: db.workerPool,
    schema: QUEUE_SCHEMA,
    logger: quiet,
  });
  try {
    await utils.cleanup({ tasks: ["GC_JOB_QUEUES"] });
  } finally {
    await utils.release();
  }
}
