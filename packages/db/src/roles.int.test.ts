import { randomUUID } from "node:crypto";

import { Client } from "pg";
import { expect, test } from "vitest";

import { testDb } from "./testing.ts";

const { urls, newPerson } = await testDb();
const { userId } = await newPerson();

/** Runs one statement as a role and answers its SQLSTATE, `00000` when it passes. */
async function attempt(connectionString: string, text: string): Promise<string> {
  const client = new Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.current_user_id', $1, true)", [userId]);
    await client.query(text);
    return "00000";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  } finally {
    await client.end();
  }
}

const DENIED = "42501";
const add = "select graphile_worker.add_job('x', '{}')";
const enqueue = "select enqueue('x', '{}'::json, null, null, null)";

test.each([
  ["vida_app", "select * from login.session", DENIED],
  ["vida_app", 'select * from login."user"', DENIED],
  ["vida_app", "select * from graphile_worker._private_jobs", DENIED],
  ["vida_app", "select * from graphile_worker.jobs", DENIED],
  ["vida_app", add, DENIED],
  ["vida_app", "create table mine (x int)", DENIED],
  ["vida_app", "create schema mine", DENIED],
  ["vida_app", "alter table users disable row level security", DENIED],
  ["vida_app", "set role vida_owner", DENIED],
  ["vida_app", "set session authorization vida_owner", DENIED],
  ["vida_app", "truncate messages", DENIED],
  ["vida_app", "delete from users", DENIED],
  ["vida_app", "insert into users (id, email, name) values (gen_random_uuid(), 'x', 'x')", DENIED],
  ["vida_app", "delete from audit_log", DENIED],
  ["vida_app", "select append_events_bulk('[]')", DENIED],
  ["vida_app", "select pg_read_file('/etc/passwd')", DENIED],
  ["vida_app", "copy users to program 'cat'", DENIED],
  ["vida_app", enqueue, "00000"],
  ["vida_auth", "select * from users", DENIED],
  ["vida_auth", "select * from tracking_entries", DENIED],
  ["vida_auth", enqueue, DENIED],
  ["vida_auth", "select * from login.session", "00000"],
  ["vida_worker", "select * from tracking_entries", DENIED],
  ["vida_worker", "select * from messages", DENIED],
  ["vida_worker", 'select * from login."user"', DENIED],
  ["vida_worker", "select email from users", DENIED],
  ["vida_worker", "create table mine (x int)", DENIED],
  ["vida_worker", "create schema mine", DENIED],
  ["vida_worker", add, "00000"],
  ["vida_worker", enqueue, "00000"],
] as const)("%s: %s answers %s", async (role, text, expected) => {
  const url = { vida_app: urls.app, vida_auth: urls.auth, vida_worker: urls.worker }[role];
  expect(await attempt(url, text)).toBe(expected);
});

test("the owner of the tables is bound by row-level security too", async () => {
  const client = new Client({ connectionString: urls.owner });
  await client.connect();
  const { rows } = await client.query("select * from users");
  expect(rows).toEqual([]);
  await client.end();
});

test("a search path of the caller's cannot make the queue's door call something else", async () => {
  const client = new Client({ connectionString: urls.app });
  await client.connect();
  await client.query("create temp table jobs (x int)");
  await client.query("set search_path = pg_temp, public");
  const key = randomUUID();
  await client.query(
    "select public.enqueue('x', '{}'::json, null, now() + interval '1 year', $1)",
    [key],
  );
  expect((await client.query("select * from jobs")).rows).toEqual([]);
  await client.end();
});
