import type { Db } from "@vida/db/db";
import { migrationStatus } from "@vida/db/migrate";

/** What stands behind readiness; `absent` means that no worker has shown a sign of life lately. */
export type Readiness = {
  ready: boolean;
  database: "ok" | "down";
  migrations: "current" | "behind" | "unknown";
  worker: "ok" | "absent" | "unknown";
};

type Options = {
  /** This process runs jobs itself, so a missing worker makes it unready. */
  needsWorker: boolean;
};

const workerFreshSeconds = 12;

/** Looks whether this server can do its work now. */
export async function readiness(db: Db, { needsWorker }: Options): Promise<Readiness> {
  try {
    const [{ current }, worker] = await Promise.all([
      migrationStatus(db.workerPool),
      hasWorker(db),
    ]);
    return {
      ready: current && (worker || !needsWorker),
      database: "ok",
      migrations: current ? "current" : "behind",
      worker: worker ? "ok" : "absent",
    };
  } catch {
    return { ready: false, database: "down", migrations: "unknown", worker: "unknown" };
  }
}

/** Whether any worker process has beaten lately. */
export async function hasWorker(db: Db): Promise<boolean> {
  const { rowCount } = await db.workerPool.query(
    "select from worker_heartbeats where beat_at > now() - make_interval(secs => $1) limit 1",
    [workerFreshSeconds],
  );
  return (rowCount ?? 0) > 0;
}
