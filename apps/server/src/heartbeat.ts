import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

import { WORKER_SILENCE_SECONDS } from "@vida/core/chat/runs";
import type { Db } from "@vida/db/db";

const beatEveryMs = 2_000;
/** Longer than any answer of the database is under way: its statements time out before. */
const strayAfterSeconds = 22;

export type Heartbeat = { stop(): Promise<void> };

type Options = {
  workerId: string;
  /** The jobs that this process knows to be its own. */
  held: ReadonlySet<string>;
  /** With this many, others of its own may still wait for a place, and are no strays. */
  capacity: number;
  onError: (error: unknown) => void;
  /** Called with the workers whose jobs were freed. */
  onTakeover: (workerIds: string[]) => void;
};

/**
 * Says every two seconds that this worker lives, and buries those that do not.
 *
 * The jobs of a worker that has been silent for `WORKER_SILENCE_SECONDS`, or whose process on this
 * machine is gone, are free for the others at once. At `stop` its own sign of life goes.
 */
export async function startHeartbeat(db: Db, options: Options): Promise<Heartbeat> {
  const { workerId, held, capacity, onError, onTakeover } = options;
  const beat = async (): Promise<void> => {
    await db.workerPool.query(
      `insert into worker_heartbeats (worker_id, pid, host, started_at, beat_at)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp())
       on conflict (worker_id) do update set beat_at = clock_timestamp()`,
      [workerId, process.pid, hostId()],
    );
  };
  const turn = async (): Promise<void> => {
    await beat();
    if (held.size < capacity) await freeStrays(db, workerId, held);
    const buried = await buryDead(db);
    if (buried.length > 0) onTakeover(buried);
  };

  await turn();
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= turn()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  }, beatEveryMs);

  return {
    async stop() {
      clearInterval(timer);
      await running;
      await db.workerPool
        .query("delete from worker_heartbeats where worker_id = $1", [workerId])
        .catch(onError);
    },
  };
}

/**
 * Frees the jobs that are booked on this worker and that it does not know: a database that went away took
 * them out of the queue and could not say so. Nobody else would touch them, for their worker lives.
 */
async function freeStrays(db: Db, workerId: string, held: ReadonlySet<string>): Promise<void> {
  await db.workerPool.query(
    `with strays as (
       update graphile_worker._private_jobs set locked_by = null, locked_at = null
        where locked_by = $1 and locked_at < clock_timestamp() - make_interval(secs => $3) and id <> all($2::bigint[])
       returning job_queue_id
     )
     update graphile_worker._private_job_queues set locked_by = null, locked_at = null
      where locked_by = $1 and id in (select job_queue_id from strays)`,
    [workerId, [...held], strayAfterSeconds],
  );
}

/** Frees the jobs of workers that are gone, also of those whose sign of life is gone already. */
export async function buryDead(db: Db): Promise<string[]> {
  const neighbours = await db.workerPool.query<{ worker_id: string; pid: number }>(
    "select worker_id, pid from worker_heartbeats where host = $1 and pid <> $2",
    [hostId(), process.pid],
  );
  const ended = neighbours.rows.filter(({ pid }) => !isAlive(pid)).map((row) => row.worker_id);
  const { rows } = await db.workerPool.query<{ worker_id: string }>(
    `with gone as (
       delete from worker_heartbeats
        where worker_id = any($1) or beat_at < clock_timestamp() - make_interval(secs => $2)
       returning worker_id
     )
     select worker_id from gone
     union
     select distinct locked_by from graphile_worker._private_jobs j
      where locked_at < clock_timestamp() - make_interval(secs => $2)
        and not exists (select from worker_heartbeats h where h.worker_id = j.locked_by)`,
    [ended, WORKER_SILENCE_SECONDS],
  );
  const workerIds = rows.map((row) => row.worker_id);
  if (workerIds.length > 0) {
    await db.workerPool.query("select graphile_worker.force_unlock_workers($1)", [workerIds]);
  }
  return workerIds;
}

/** What a process number belongs to: a machine and, on Linux, its process name space. */
function hostId(): string {
  return `${hostname()} ${processSpace()}`.slice(0, 255);
}

function processSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
