import type pg from "pg";

import { DbError } from "./errors.ts";
import { migrateQueue, QUEUE_SCHEMA } from "./queue-schema.ts";
import { checkServer, ensureRoles, withClient } from "./roles.ts";
import { applyMigrations, readMigrations } from "./schema-engine.ts";
import { ROLES, type DbUrls } from "./urls.ts";

/** Any constant of our own; two replicas that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_301_944_210;

export type MigrationReport = { made: string[]; applied: string[] };

/**
 * Brings a database to what this checkout needs: roles, Prisma migrations, the queue, `enqueue`.
 *
 * Safe to repeat and to run from several processes at once. Applied migrations are recorded in Prisma's
 * own `_prisma_migrations`, each in the transaction of its script, so that a run killed half-way is
 * simply repeated and `prisma migrate deploy` can take over. Fails with a `DbError` of code `setup`.
 */
export async function migrate(
  urls: DbUrls,
  options: {
    onProgress?: (line: string) => void;
    migrations?: { name: string; sql: string }[];
  } = {},
): Promise<MigrationReport> {
  const progress = options.onProgress ?? (() => undefined);
  const made = await ensureRoles(urls);
  if (made.length) progress(`made ${made.join(", ")}`);
  await checkServer(urls);
  return withClient(urls.owner, async (lock) => {
    await lock.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await forgetUnfinished(lock);
    const migrations = options.migrations ?? readMigrations();
    const applied = await applyAll(urls, migrations, progress);
    await lock.query(`grant select on public._prisma_migrations to ${ROLES.worker}`);
    if (await migrateQueue(urls)) progress("prepared the job queue");
    progress(
      applied.length ? `${applied.length} migrations applied` : "the database is up to date",
    );
    return { made, applied };
  });
}

/**
 * Marks runs that were killed as taken back. Their script and their record are one transaction, so an
 * unfinished record means that nothing of the script was kept.
 */
async function forgetUnfinished(client: pg.Client): Promise<void> {
  const known = await client.query<{ known: boolean }>(
    "select to_regclass('public._prisma_migrations') is not null as known",
  );
  if (known.rows[0]?.known !== true) return;
  await client.query(
    "update public._prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
  );
}

async function applyAll(
  urls: DbUrls,
  migrations: readonly { name: string; sql: string }[],
  progress: (line: string) => void,
): Promise<string[]> {
  try {
    const applied = await applyMigrations(urls.owner, migrations);
    for (const name of applied) progress(`applied ${name}`);
    return applied;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DbError(
      "setup",
      `Uma migração falhou e foi desfeita: ${reason.replaceAll(/\s+/g, " ").slice(0, 600)}`,
      { cause },
    );
  }
}

/**
 * Tells whether a database has every migration of this checkout, for readiness. Needs only the worker
 * role. `missing` names what is not applied.
 */
export async function migrationStatus(
  workerPool: pg.Pool,
): Promise<{ current: boolean; missing: string[] }> {
  const wanted = readMigrations().map(({ name }) => name);
  const known = await workerPool.query<{ prisma: boolean; queue: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as prisma,
            to_regprocedure('public.enqueue(text,json,text,timestamptz,text)') is not null
              and to_regclass('${QUEUE_SCHEMA}.migrations') is not null as queue`,
  );
  if (known.rows[0]?.prisma !== true) return { current: false, missing: wanted };
  const done = await workerPool.query<{ migration_name: string }>(
    "select migration_name from public._prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const names = new Set(done.rows.map((row) => row.migration_name));
  const missing = wanted.filter((name) => !names.has(name));
  if (!known.rows[0].queue) missing.push("job queue");
  return { current: missing.length === 0, missing };
}
