import { createHash } from "node:crypto";

import { Logger, runMigrations } from "graphile-worker";
import { escapeIdentifier, escapeLiteral, Pool } from "pg";

import { withClient } from "./roles.ts";
import { databaseOf, ROLES, type DbUrls } from "./urls.ts";

export const QUEUE_SCHEMA = "graphile_worker";

/*
 * The one door from a person's transaction to the queue: it adds a job and nothing else. The caller needs
 * no right on the queue's tables. `key` replaces a waiting job of the same key.
 */
const ENQUEUE = `
create or replace function public.enqueue(name text, payload json, queue text, run_at timestamptz, key text)
returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select ${QUEUE_SCHEMA}.add_job(
    identifier => $1, payload => $2, queue_name => $3, run_at => $4, job_key => $5,
    max_attempts => 12);
$$;
revoke all on function public.enqueue(text, json, text, timestamptz, text) from public;
grant execute on function public.enqueue(text, json, text, timestamptz, text) to ${ROLES.app};
`;
const ENQUEUE_MARK = createHash("sha256").update(ENQUEUE).digest("hex").slice(0, 16);

const quiet = new Logger(() => () => undefined);

/**
 * Brings the queue to its current form: graphile-worker's own migrations in a schema that the worker role
 * owns, and `enqueue`. The owner lends the right to create only while it is needed.
 */
export async function migrateQueue(urls: DbUrls): Promise<boolean> {
  const [hasSchema, hasEnqueue] = await withClient(urls.worker, async (client) => {
    const { rows } = await client.query<{ schema: boolean; enqueue: boolean | null }>(
      `select to_regclass('${QUEUE_SCHEMA}.migrations') is not null as schema,
              obj_description(to_regprocedure('public.enqueue(text,json,text,timestamptz,text)'), 'pg_proc') = $1 as enqueue`,
      [ENQUEUE_MARK],
    );
    return [rows[0]?.schema === true, rows[0]?.enqueue === true] as const;
  });
  const onDatabase = `create on database ${escapeIdentifier(databaseOf(urls.owner))}`;

  if (!hasSchema) await lend(urls, onDatabase, () => runQueueMigrations(urls.worker));
  else await runQueueMigrations(urls.worker);
  if (!hasEnqueue) {
    await lend(urls, "create on schema public", () =>
      withClient(urls.worker, async (client) => {
        await client.query(ENQUEUE);
        await client.query(
          `comment on function public.enqueue(text, json, text, timestamptz, text) is ${escapeLiteral(ENQUEUE_MARK)}`,
        );
      }),
    );
  }
  return !hasSchema || !hasEnqueue;
}

async function lend(urls: DbUrls, right: string, work: () => Promise<void>): Promise<void> {
  await withClient(urls.owner, async (client) => {
    await client.query(`grant ${right} to ${ROLES.worker}`);
    try {
      await work();
    } finally {
      await client.query(`revoke ${right} from ${ROLES.worker}`);
    }
  });
}

async function runQueueMigrations(connectionString: string): Promise<void> {
  const pool = new Pool({ connectionString, max: 2 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool, schema: QUEUE_SCHEMA, logger: quiet });
  } finally {
    await pool.end();
  }
}
