import { createHash, randomUUID } from "node:crypto";

import { Client, Pool } from "pg";
import { expect, test } from "vitest";

import { DbError } from "./errors.ts";
import { migrate, migrationStatus } from "./migrate.ts";
import { withClient } from "./roles.ts";
import { readMigrations } from "./schema-engine.ts";
import { testServer } from "./testing.ts";
import { withDatabase, type DbUrls } from "./urls.ts";

const { template, prefix } = testServer();

/** Connection strings of a database that does not exist yet; `admin` lets `migrate` make it. */
function fresh(): DbUrls {
  const database = `${prefix}migrate_${randomUUID().slice(0, 8)}`;
  const { owner, app, auth, worker, admin } = template;
  return {
    owner: withDatabase(owner, database),
    app: withDatabase(app, database),
    auth: withDatabase(auth, database),
    worker: withDatabase(worker, database),
    admin: withDatabase(admin, database),
  };
}

const all = readMigrations();
const broken = { name: "20990101000000_broken", sql: "create table half (x int); select 1 / 0;" };

async function rows(connectionString: string, text: string): Promise<unknown[]> {
  return withClient(connectionString, async (client) => (await client.query<object>(text)).rows);
}

/** What a refused call says, with its code in front. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "it was done",
    (error: unknown) =>
      error instanceof DbError ? `${error.code}: ${error.message}` : String(error),
  );
}

test("an empty server becomes current, and a second run changes nothing", async () => {
  const urls = fresh();
  const lines: string[] = [];
  const first = await migrate(urls, { onProgress: (line) => lines.push(line) });
  expect(first.applied).toEqual(all.map(({ name }) => name));
  expect(lines.length).toBeGreaterThan(2);
  expect(await migrate(urls)).toEqual({ made: [], applied: [] });
  const pool = new Pool({ connectionString: urls.worker });
  expect(await migrationStatus(pool)).toEqual({ current: true, missing: [] });
  await pool.end();
});

test("several processes that start at once migrate once", async () => {
  const urls = fresh();
  const reports = await Promise.all([migrate(urls), migrate(urls), migrate(urls)]);
  expect(reports.flatMap((report) => report.applied)).toEqual(all.map(({ name }) => name));
});

test("Prisma's own record is kept, so that its CLI can take over", async () => {
  const urls = fresh();
  await migrate(urls);
  const recorded = await rows(
    urls.owner,
    `select migration_name as name, checksum, finished_at is not null as done, rolled_back_at is null as kept,
            applied_steps_count as steps from public._prisma_migrations order by 1`,
  );
  expect(recorded).toEqual(
    all.map(({ name, sql }) => ({
      name,
      checksum: createHash("sha256").update(sql).digest("hex"),
      done: true,
      kept: true,
      steps: 1,
    })),
  );
});

test("a failing migration is taken back whole, told in a sentence, and repeated when it is mended", async () => {
  const urls = fresh();
  expect(await refusal(migrate(urls, { migrations: [...all, broken] }))).toMatch(
    /^setup: .*20990101000000_broken.*division by zero/,
  );
  expect(await rows(urls.owner, "select to_regclass('public.half') as half")).toEqual([
    { half: null },
  ]);
  const mended = { ...broken, sql: "create table half (x int);" };
  const report = await migrate(urls, { migrations: [...all, mended] });
  expect(report.applied).toEqual([broken.name]);
});

test("a run that was killed between a script and its record is simply repeated", async () => {
  const urls = fresh();
  await migrate(urls);
  // What a kill leaves: the engine had noted the start of a script that never committed.
  await rows(
    urls.owner,
    `insert into public._prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
     values ('x', 'x', '20990101000000_next', now(), 0)`,
  );
  const next = { name: "20990101000000_next", sql: "create table next (x int);" };
  expect((await migrate(urls, { migrations: [...all, next] })).applied).toEqual([next.name]);
});

test("an old checkout's database says what is missing", async () => {
  const urls = fresh();
  await migrate(urls, { migrations: all.slice(0, 1) });
  const pool = new Pool({ connectionString: urls.worker });
  const names = all.slice(1).map(({ name }) => name);
  expect(await migrationStatus(pool)).toEqual({ current: names.length === 0, missing: names });
  await pool.end();
});

test("without an administrator the owner migrates a database of its own", async () => {
  const { admin, ...urls } = fresh();
  const database = new URL(urls.owner).pathname.slice(1);
  await rows(template.admin, `create database ${database} owner vida_owner`);
  expect((await migrate(urls)).applied).toEqual(all.map(({ name }) => name));
  expect(admin).toBeDefined();
});

test("an owner without the right to create is told what to run", async () => {
  const { admin: _admin, ...urls } = fresh();
  const database = new URL(urls.owner).pathname.slice(1);
  await rows(template.admin, `create database ${database}`);
  expect(await refusal(migrate(urls))).toMatch(/^setup: .*não pode criar .*alter database/);
});

test("a role that exists with another password is told apart from a missing one", async () => {
  const urls = fresh();
  const wrong = new URL(urls.app);
  wrong.password = "wrong";
  expect(await refusal(migrate({ ...urls, app: wrong.href }))).toMatch(
    /^setup: .*APP_DATABASE_URL não consegue entrar/,
  );
});

test("a role under another name is refused, since rights are given by name", async () => {
  const urls = fresh();
  const other = new URL(urls.app);
  other.username = "somebody";
  expect(await refusal(migrate({ ...urls, app: other.href }))).toMatch(
    /^setup: .*precisa entrar como vida_app/,
  );
});

test("the right to create that the worker role borrows is given back", async () => {
  const urls = fresh();
  await migrate(urls);
  const client = new Client({ connectionString: urls.worker });
  await client.connect();
  await expect(client.query("create schema mine")).rejects.toMatchObject({ code: "42501" });
  await expect(client.query("create table public.mine (x int)")).rejects.toMatchObject({
    code: "42501",
  });
  await client.end();
});
