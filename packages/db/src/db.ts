import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";

import { PrismaClient } from "./generated/prisma/client.ts";
import { listen, type Listener } from "./listen.ts";
import { openPool } from "./pools.ts";
import { scopedPool } from "./scope.ts";
import {
  readOnce,
  withSession,
  withWorker,
  type ReadOnce,
  type SessionRequest,
  type SessionWork,
  type WorkerTx,
} from "./session.ts";
import { statementNames } from "./statement-names.ts";

export type { Actor, Flights, Person, ReadOnce, SessionRequest, Tx, WorkerTx } from "./session.ts";
export type { Statement } from "./scope.ts";
export type { Listener } from "./listen.ts";
export { Prisma } from "./generated/prisma/client.ts";

export type Db = {
  /**
   * Runs `work` in one transaction as one person, and commits when it returns.
   *
   * Opening costs one flight, which also reads the person; its last statements may go with the
   * COMMIT. Never call a model or the network inside.
   * Fails as `notFound` when there is no such person and as `unavailable` when the database cannot
   * serve; nothing is retried.
   */
  withSession: <T>(request: SessionRequest, work: SessionWork<T>) => Promise<T>;
  /**
   * Runs one read of exactly one statement as one person, in one flight and read-only.
   *
   * Two statements, none, or a transaction are `misuse`. A person who does not exist sees no rows.
   */
  readOnce: <T>(userId: string, work: (db: ReadOnce) => Promise<T>) => Promise<T>;
  /** Runs `work` in one transaction as the worker role, for what crosses people. */
  withWorker: <T>(work: (tx: WorkerTx) => Promise<T>) => Promise<T>;
  /** Listens to a channel on a connection of the worker role; see `listen.ts`. */
  listen: (
    channel: string,
    onMessage: (payload: string) => void,
    onReconnect: () => void,
  ) => Promise<Listener>;
  /** Prisma as the log-in role, for better-auth alone: it reaches the schema `login` and nothing else. */
  readonly auth: PrismaClient;
  /** Plain pool of the worker role, for the job queue and the event log. */
  readonly workerPool: pg.Pool;
  /** Ends all connections; running work fails as `unavailable`. */
  close: () => Promise<void>;
};

export type DbOptions = {
  appUrl: string;
  workerUrl?: string;
  authUrl?: string;
  /** Connections of the app role; 16 unless told. */
  poolSize?: number;
  /** How long a caller waits for a connection before `unavailable`; 5 s unless told. */
  connectWithinMs?: number;
};

/**
 * Opens the database, one pool and one Prisma client per role. Connections are made on first use.
 * A role whose URL is not given fails when it is used.
 */
export function openDb(options: DbOptions): Db {
  const wait =
    options.connectWithinMs === undefined ? {} : { connectWithinMs: options.connectWithinMs };
  const appPool = openPool(options.appUrl, {
    max: options.poolSize ?? 16,
    name: "vida-app",
    pipeline: true,
    ...wait,
  });
  const workerPool = openPool(options.workerUrl ?? "postgresql://worker-url-missing.invalid", {
    max: 12,
    name: "vida-worker",
    ...wait,
  });
  const authPool = openPool(options.authUrl ?? "postgresql://auth-url-missing.invalid", {
    max: 6,
    name: "vida-auth",
    ...wait,
  });
  const app = prismaOn(scopedPool(appPool));
  const worker = prismaOn(workerPool);
  const auth = prismaOn(authPool);
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await Promise.all([app, worker, auth].map((client) => client.$disconnect()));
    await Promise.all([appPool, workerPool, authPool].map((pool) => pool.end()));
  };
  return {
    withSession: (request, work) => withSession(app, request, work),
    readOnce: (userId, work) => readOnce(app, userId, work),
    withWorker: (work) => withWorker(worker, work),
    listen: (channel, onMessage, onReconnect) =>
      listen(options.workerUrl ?? "", channel, onMessage, onReconnect),
    auth,
    workerPool,
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

function prismaOn(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
    errorFormat: "minimal",
    // Prisma's own two seconds are less than a busy moment of log-ins takes.
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
}
