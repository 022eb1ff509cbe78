import { Pool } from "pg";

/** How long a caller waits for a free connection before it is told `unavailable`. */
export const CONNECT_WITHIN_MS = 5_000;

/**
 * Opens a pool of one role. Everything has an end: waiting, statements, forgotten transactions. A
 * connection that the server or the network ends is dropped and never ends the process.
 *
 * With `pipeline`, statements given at once are sent at once. Sessions run in UTC: the Prisma adapter reads
 * and writes instants without their offset.
 */
export function openPool(
  connectionString: string,
  options: { max: number; name: string; connectWithinMs?: number; pipeline?: boolean },
): Pool {
  const pool = new Pool({
    connectionString,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: options.connectWithinMs ?? CONNECT_WITHIN_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: options.pipeline ?? false,
    statement_timeout: 20_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    options: "-c TimeZone=UTC",
  });
  pool.on("error", () => undefined);
  // A checked-out connection raises its own errors; the query that runs on it is told as well.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
