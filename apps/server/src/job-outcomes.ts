import { instantToDate, newId, type Clock } from "@vida/core/context";
import type { Db } from "@vida/db/db";

/** Which outcome a job leaves: one of a person and a local day, or of a command line. */
export type OutcomeKey = { name: string; key: string; userId: string | null };

export type Outcome =
  | { status: "running" }
  | { status: "done"; result: unknown }
  | { status: "failed"; error: string };

export type Outcomes = {
  /** Claims a job; false when it is done already, or under way elsewhere. */
  claim(job: OutcomeKey): Promise<boolean>;
  finish(job: OutcomeKey, outcome: Exclude<Outcome, { status: "running" }>): Promise<void>;
  find(job: OutcomeKey): Promise<Outcome | null>;
};

/** A claim older than this belongs to somebody who is gone. */
const claimMinutes = 10;

export function createOutcomes(db: Db, clock: Clock): Outcomes {
  const now = (): Date => instantToDate(clock());
  return {
    async claim({ name, key, userId }) {
      const { rowCount } = await db.workerPool.query(
        `insert into job_runs (id, user_id, name, key, status, started_at)
         values ($1, $2, $3, $4, 'running', $5)
         on conflict (user_id, name, key) do update
           set status = 'running', started_at = excluded.started_at, finished_at = null,
               error = null, attempts = job_runs.attempts + 1
           where job_runs.status = 'failed'
              or (job_runs.status = 'running'
                  and job_runs.started_at < $5::timestamptz - make_interval(mins => $6))
         returning id`,
        [newId(), userId, name, key, now(), claimMinutes],
      );
      return rowCount === 1;
    },
    async finish({ name, key, userId }, outcome) {
      const result = outcome.status === "done" ? JSON.stringify(outcome.result ?? null) : null;
      const error = outcome.status === "failed" ? outcome.error.slice(0, 500) : null;
      await db.workerPool.query(
        `insert into job_runs (id, user_id, name, key, status, result, error, started_at, finished_at)
         values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $8)
         on conflict (user_id, name, key) do update
           set status = excluded.status, result = excluded.result, error = excluded.error,
               finished_at = excluded.finished_at`,
        [newId(), userId, name, key, outcome.status, result, error, now()],
      );
    },
    async find({ name, key, userId }) {
      const { rows } = await db.workerPool.query<{
        status: Outcome["status"];
        result: unknown;
        error: string | null;
      }>(
        `select status, result, error from job_runs
          where name = $1 and key = $2 and user_id is not distinct from $3`,
        [name, key, userId],
      );
      const row = rows[0];
      if (row === undefined) return null;
      if (row.status === "running") return { status: "running" };
      if (row.status === "done") return { status: "done", result: row.result };
      return { status: "failed", error: row.error ?? "" };
    },
  };
}
