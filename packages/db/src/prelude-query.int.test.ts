import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { openPool } from "./pools.ts";
import { scopedPool, scopes, type ReadScope } from "./scope.ts";
import { countFlights } from "./testing-proxy.ts";
import { testDb } from "./testing.ts";

const { urls, newPerson, open } = await testDb();

/** A pool of one connection, so that what a scope leaves behind would be seen by the next statement. */
function oneConnection() {
  const pool = openPool(urls.app, { max: 1, name: "protocol" });
  const scoped = scopedPool(pool);
  const read = async (userId: string, text: string, values: unknown[] = []) => {
    const scope: ReadScope = {
      kind: "read",
      userId,
      statements: 0,
      over: false,
      misuse: undefined,
    };
    return scopes.run(scope, async () => {
      const answer = await scoped.query<Record<string, unknown>>({ text, values });
      return answer.rows;
    });
  };
  const left = async () => {
    const { rows } = await pool.query<{ who: string; pid: number; readonly: string }>(
      `select current_setting('app.current_user_id', true) as who, pg_backend_pid() as pid,
              current_setting('transaction_read_only') as readonly`,
    );
    return rows[0];
  };
  return { pool, read, left };
}

test("the person is set inside the statement and gone after it", async () => {
  const { pool, read, left } = oneConnection();
  const userId = randomUUID();
  const before = await left();
  const rows = await read(
    userId,
    "select current_setting('app.current_user_id') as who, $1::int as n",
    [7],
  );
  expect(rows).toEqual([{ who: userId, n: 7 }]);
  expect(await left()).toEqual({ ...before, who: "", readonly: "off" });
  await pool.end();
});

test("after a failed statement the person is gone and the connection is used again", async () => {
  const { pool, read, left } = oneConnection();
  const userId = randomUUID();
  await read(userId, "select 1");
  const before = await left();
  await expect(read(userId, "select 1 / $1::int", [0])).rejects.toMatchObject({ code: "22012" });
  await expect(read(userId, "select nonsense")).rejects.toMatchObject({ code: "42703" });
  expect(await left()).toEqual({ ...before, who: "" });
  expect(await read(userId, "select current_setting('app.current_user_id') as who")).toEqual([
    { who: userId },
  ]);
  await pool.end();
});

test("a failure of the very first statement of a connection drops that connection", async () => {
  const { pool, read, left } = oneConnection();
  await expect(read(randomUUID(), "select nonsense")).rejects.toMatchObject({ code: "42703" });
  expect(pool.totalCount).toBe(0);
  expect((await left())?.who ?? "").toBe("");
  await pool.end();
});

test("a statement of a read scope cannot write", async () => {
  const { pool, read } = oneConnection();
  const { userId } = await newPerson();
  await expect(
    read(userId, "update users set name = 'x' where id = $1", [userId]),
  ).rejects.toMatchObject({ code: "25006" });
  await pool.end();
});

test("a scoped read is one flight, and a session adds one to open and one to commit", async () => {
  const proxy = await countFlights(urls.app);
  const db = open({ appUrl: proxy.url, poolSize: 1 });
  const { userId } = await newPerson();
  const session = { userId, actor: "user" as const, actionId: randomUUID() };
  await db.readOnce(userId, (once) => once.customMetric.findMany()); // connects
  await db.withSession(session, (tx) => tx.customMetric.findMany());

  proxy.reset();
  await db.readOnce(userId, (once) => once.customMetric.findMany({ where: { userId } }));
  expect(proxy.flights()).toBe(1);

  proxy.reset();
  await db.withSession(session, (tx) => tx.customMetric.findMany());
  expect(proxy.flights()).toBe(3);

  proxy.reset();
  await db.withSession(session, async (_tx, person) => person.name);
  expect(proxy.flights()).toBe(2);
  await db.close();
  await proxy.close();
});

test("a transaction's person is gone after COMMIT, after ROLLBACK and after a failed statement", async () => {
  const db = open({ poolSize: 1 });
  const { userId } = await newPerson();
  const session = { userId, actor: "user" as const, actionId: randomUUID() };
  const nobody = randomUUID();
  const seen = () =>
    db.readOnce(
      nobody,
      (once) => once.$queryRaw`select current_setting('app.action_id', true) as action`,
    );
  await db.withSession(session, (tx) => tx.person.count());
  expect(await seen()).toEqual([{ action: "" }]);
  await db
    .withSession(session, () => Promise.reject(new Error("changed my mind")))
    .catch(() => undefined);
  expect(await seen()).toEqual([{ action: "" }]);
  await db.withSession(session, (tx) => tx.$queryRaw`select 1 / 0`).catch(() => undefined);
  expect(await seen()).toEqual([{ action: "" }]);
  await db.close();
});

test("statements that come again keep answering after their columns fail once", async () => {
  const db = open({ poolSize: 1 });
  const { userId } = await newPerson();
  const divide = (n: number) =>
    db.readOnce(userId, (once) => once.$queryRaw`select 6 / ${n}::int as answer`);
  for (let n = 1; n < 6; n += 1) expect(await divide(1)).toEqual([{ answer: 6 }]);
  await expect(divide(0)).rejects.toThrow(/division by zero/);
  for (let n = 1; n < 6; n += 1) expect(await divide(2)).toEqual([{ answer: 3 }]);
  await db.close();
});
