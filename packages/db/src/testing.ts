import { randomUUID } from "node:crypto";

import { Pool } from "pg";
import { afterAll, inject } from "vitest";

import { openDb, type Db, type DbOptions } from "./db.ts";
import { cloneDatabase, dropDatabase, type TestServer } from "./testing-server.ts";
import type { DbUrls } from "./urls.ts";

declare module "vitest" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges
  export interface ProvidedContext {
    vidaTestServer: TestServer;
  }
}

export type NewPerson = { userId: string; email: string };
export type NewPersonOptions = {
  name?: string;
  timezone?: string;
  currency?: string;
  status?: "pending" | "active";
};

export type TestDb = {
  db: Db;
  urls: DbUrls & { admin: string };
  /** Signs up a person as the log-in role does; the trigger makes everything that belongs to a new person. */
  newPerson: (options?: NewPersonOptions) => Promise<NewPerson>;
  /** The role that owns the tables: bound by forced row-level security like everybody. */
  ownerPool: Pool;
  /** The superuser, who sees everything: for catalogs, and for looking at what really happened. */
  superPool: Pool;
  /** Another `Db` on the same database, with other limits; ended with the test file. */
  open: (options?: Partial<DbOptions>) => Db;
};

let opened: Promise<TestDb> | undefined;

/**
 * The database of this test file: a clone of the migrated template that nobody else works in, so that
 * the queue, the invitations and the owner are the file's own; its tests isolate themselves by making a
 * person each. Call it at the top of a file; it ends with the file.
 */
export function testDb(): Promise<TestDb> {
  opened ??= openTestDb();
  return opened;
}

/** The server of this run, for tests that need databases of their own. */
export function testServer(): TestServer {
  return inject("vidaTestServer");
}

async function openTestDb(): Promise<TestDb> {
  const urls = await cloneDatabase(testServer(), randomUUID());
  const databases: Db[] = [];
  const open = (options: Partial<DbOptions> = {}) => {
    const db = openDb({
      appUrl: urls.app,
      workerUrl: urls.worker,
      authUrl: urls.auth,
      poolSize: 8,
      ...options,
    });
    databases.push(db);
    return db;
  };
  const db = open();
  const [ownerPool, superPool] = [urls.owner, urls.admin].map((connectionString) => {
    const pool = new Pool({ connectionString, max: 3, options: "-c TimeZone=UTC" });
    pool.on("error", () => undefined);
    return pool;
  });
  if (!ownerPool || !superPool) throw new Error("two pools were opened");
  afterAll(async () => {
    opened = undefined;
    await Promise.all(databases.map((each) => each.close()));
    await Promise.all([ownerPool.end(), superPool.end()]);
    await dropDatabase(testServer(), urls);
  });
  return {
    db,
    urls,
    ownerPool,
    superPool,
    open,
    newPerson: (options = {}) => newPerson(db, superPool, options),
  };
}

async function newPerson(db: Db, superPool: Pool, options: NewPersonOptions): Promise<NewPerson> {
  const userId = randomUUID();
  const email = `${userId}@example.com`;
  await db.auth.loginUser.create({ data: { id: userId, name: options.name ?? "Ana", email } });
  const { timezone, currency, status } = options;
  if (timezone !== undefined || currency !== undefined || status !== undefined) {
    await superPool.query(
      "update users set timezone = coalesce($2, timezone), currency = coalesce($3, currency), status = coalesce($4, status) where id = $1",
      [userId, timezone ?? null, currency ?? null, status ?? null],
    );
  }
  return { userId, email };
}
