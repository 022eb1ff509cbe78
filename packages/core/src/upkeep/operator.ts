import { instantToDate, isoInstant } from "../context.ts";
import type { Services } from "../context.ts";
import { fail } from "../errors.ts";
import type { InvitesView, OverviewView, PeopleView, RetryInput } from "./operator-schemas.ts";

/*
 * For the person who runs the installation. It crosses people, so it belongs to the worker's and the
 * log-in's roles; who may ask is checked at the door (`mustOperate`).
 */

/** Passes for the person who runs this installation; for anybody else `forbidden` (`operator.only`). */
export async function mustOperate({ db }: Services, userId: string): Promise<void> {
  const owners = await db.auth.loginUser.count({ where: { id: userId, isOwner: true } });
  if (owners === 0) fail("forbidden", "operator.only");
}

/** Queues, failures, last runs, workers and back-ups as they are now. */
export async function readOverview({ db, clock }: Services): Promise<OverviewView> {
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await db.workerPool.query<T>(sql, values)).rows;
  const dayAgo = instantToDate(clock().subtract({ hours: 24 }));
  const [queue, failures, failedRuns, lastRuns, workers, backups] = await Promise.all([
    rows<{ name: string; waiting: number; running: number; nextAt: Date | null }>(
      `select t.identifier as name, count(*) filter (where j.locked_at is null)::int as waiting,
              count(*) filter (where j.locked_at is not null)::int as running,
              min(j.run_at) filter (where j.locked_at is null) as "nextAt"
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.attempts < j.max_attempts group by 1 order by 1`,
    ),
    rows<Omit<OverviewView["failures"][number], "nextAt"> & { nextAt: Date }>(
      `select j.id::text as "jobId", t.identifier as name, j.attempts as tries, j.max_attempts as "mostTries",
              left(j.last_error, 300) as error, j.run_at as "nextAt"
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.last_error is not null order by j.updated_at desc limit 50`,
    ),
    rows<{
      outcomeId: string;
      name: string;
      key: string;
      userId: string | null;
      tries: number;
      error: string | null;
      at: Date;
    }>(
      `select id as "outcomeId", name, key, user_id as "userId", attempts as tries, error, coalesce(finished_at, started_at) as at
         from job_runs where status = 'failed' and key not like 'cli:%' order by started_at desc limit 50`,
    ),
    rows<{ name: string; at: Date; done: number; failed: number }>(
      `select name, max(coalesce(finished_at, started_at)) as at,
              count(*) filter (where status = 'done' and started_at > $1)::int as done,
              count(*) filter (where status = 'failed' and started_at > $1)::int as failed
         from job_runs group by 1 order by 1`,
      [dayAgo],
    ),
    rows<{ workerId: string; startedAt: Date; beatAt: Date }>(
      `select worker_id as "workerId", started_at as "startedAt", beat_at as "beatAt" from worker_heartbeats order by 2`,
    ),
    rows<{
      day: string;
      at: Date;
      rows: number | null;
      bytes: number | null;
      error: string | null;
    }>(
      `select key as day, coalesce(finished_at, started_at) as at, (result ->> 'rows')::int as rows,
              (result ->> 'bytes')::float8::bigint::int as bytes, error
         from job_runs where name = 'upkeep.backup' and user_id is null and key not like 'cli:%'
        order by key desc limit 14`,
    ),
  ]);
  const people = await db.auth.loginUser.findMany({
    where: { id: { in: failedRuns.flatMap(({ userId }) => userId ?? []) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return {
    queue: queue.map((row) => ({ ...row, nextAt: row.nextAt && isoInstant(row.nextAt) })),
    failures: failures.map((row) => ({ ...row, nextAt: isoInstant(row.nextAt) })),
    failedRuns: failedRuns.map(({ userId, ...row }) => ({
      ...row,
      email: emails.get(userId ?? "") ?? null,
      error: row.error ?? "",
      at: isoInstant(row.at),
    })),
    lastRuns: lastRuns.map((row) => ({ ...row, at: isoInstant(row.at) })),
    workers: workers.map((row) => ({
      ...row,
      startedAt: isoInstant(row.startedAt),
      beatAt: isoInstant(row.beatAt),
    })),
    backups: backups.map((row) => ({ ...row, at: isoInstant(row.at) })),
  };
}

/** Lets a failed job, or a failed night, run again at once; `not_found` when there is none. */
export async function retryJob(
  { db, clock }: Services,
  { jobId, outcomeId }: RetryInput,
): Promise<{ name: string }> {
  const now = instantToDate(clock());
  const { rows } =
    jobId === undefined
      ? await db.workerPool.query<{ name: string }>(
          `with again as (
             update job_runs set attempts = 0 where id = $1 and status = 'failed'
             returning name, user_id, key
           )
           select name, graphile_worker.add_job(name, json_strip_nulls(json_build_object('userId', user_id, 'day', key)),
                    job_key => concat_ws(':', name, user_id, key), max_attempts => 3) as job
             from again`,
          [outcomeId],
        )
      : await db.workerPool.query<{ name: string }>(
          `select t.identifier as name
             from graphile_worker.reschedule_jobs(array[$1::bigint], run_at => $2, attempts => 0) j
             join graphile_worker._private_jobs p on p.id = j.id
             join graphile_worker._private_tasks t on t.id = p.task_id`,
          [jobId, now],
        );
  return rows[0] === undefined ? fail("not_found", "operator.jobNotFound") : { name: rows[0].name };
}

/** Everybody who has an account here, who came first first. */
export async function listPeople({ db }: Services): Promise<PeopleView> {
  const rows = await db.auth.loginUser.findMany({
    orderBy: { createdAt: "asc" },
    take: 500,
    include: { sessions: { orderBy: { updatedAt: "desc" }, take: 1, select: { updatedAt: true } } },
  });
  return {
    items: rows.map(({ id, name, email, isOwner, createdAt, sessions }) => ({
      userId: id,
      name,
      email,
      owner: isOwner,
      joinedAt: isoInstant(createdAt),
      seenAt: sessions[0] ? isoInstant(sessions[0].updatedAt) : null,
    })),
  };
}

/** Invitations, newest first; their codes are known to nobody any more. */
export async function listInvites({ db, clock }: Services): Promise<InvitesView> {
  const rows = await db.auth.loginInvite.findMany({ orderBy: { createdAt: "desc" }, take: 100 });
  const guests = await db.auth.loginUser.findMany({
    where: { id: { in: rows.flatMap(({ usedBy }) => usedBy ?? []) } },
    select: { id: true, email: true },
  });
  const now = instantToDate(clock());
  return {
    items: rows.map(({ id, createdAt, expiresAt, usedBy }) => ({
      inviteId: id,
      createdAt: isoInstant(createdAt),
      expiresAt: isoInstant(expiresAt),
      status: usedBy !== null ? "used" : expiresAt <= now ? "expired" : "open",
      usedBy: guests.find((guest) => guest.id === usedBy)?.email ?? null,
    })),
  };
}

/** Takes an unused invitation back; `not_found` when it was used or is gone. */
export async function revokeInvite(
  { db }: Services,
  inviteId: string,
): Promise<{ inviteId: string }> {
  const { count } = await db.auth.loginInvite.deleteMany({ where: { id: inviteId, usedBy: null } });
  return count === 0 ? fail("not_found", "operator.inviteNotFound") : { inviteId };
}
