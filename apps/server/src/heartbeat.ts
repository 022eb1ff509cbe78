import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

import { WORKER_SILENCE_SECONDS } from "@vida/core/chat/runs";
import type { Db } from "@vida/db/db";

const beatEveryMs = 2_000;

export type Heartbeat = { stop(): Promise<void> };

type Options = {
  workerId: string;
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
  const { workerId, onError, onTakeover } = options;
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
