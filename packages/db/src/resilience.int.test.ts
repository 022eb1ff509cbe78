import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { isDbError, isUnavailable } from "./errors.ts";
import { testDb } from "./testing.ts";

const { open, newPerson, superPool, db } = await testDb();
const { userId } = await newPerson();
const session = { userId, actor: "user" as const, actionId: randomUUID() };

/** Ends every connection of one application name, as an administrator or a restart would. */
async function terminate(name: string): Promise<number> {
  const { rowCount } = await superPool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = $1 and datname = current_database()`,
    [name],
  );
  return rowCount ?? 0;
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 400 && !condition(); n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect(condition()).toBe(true);
}

test("idle connections that the server ends are replaced without anybody noticing", async () => {
  const own = open({ poolSize: 2 });
  await own.readOnce(userId, (once) => once.person.count());
  await own.workerPool.query("select 1");
  expect(await terminate("vida-app")).toBeGreaterThan(0);
  await terminate("vida-worker");
  await terminate("vida-auth");
  await waitFor(() => own.workerPool.idleCount === 0);
  expect(await own.readOnce(userId, (once) => once.person.count())).toBe(1);
  expect((await own.workerPool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await own.close();
});

test("a transaction whose connection is ended fails as unavailable and leaves nothing", async () => {
  const own = open({ poolSize: 1 });
  const cut = own.withSession(session, async (tx) => {
    await tx.customMetric.create({
      data: {
        userId,
        id: randomUUID(),
        name: "Cortada",
        unit: "h",
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
    await superPool.query("select pg_terminate_backend($1)", [await pidOf(tx)]);
    await tx.person.count();
  });
  await expect(cut).rejects.toSatisfy((error: unknown) => isDbError(error, "unavailable"));
  expect(await own.readOnce(userId, (once) => once.customMetric.count())).toBe(0);
  await own.close();
});

test("a read whose connection is ended fails as unavailable, and the next one is served", async () => {
  const own = open({ poolSize: 1 });
  const cut = own.readOnce(
    userId,
    (once) => once.$queryRaw`select pg_terminate_backend(pg_backend_pid())`,
  );
  await expect(cut).rejects.toSatisfy((error: unknown) => isDbError(error, "unavailable"));
  expect(await own.readOnce(userId, (once) => once.person.count())).toBe(1);
  await own.close();
});

test("when all connections are taken a caller is told so within its limit, and served once one is free", async () => {
  const own = open({ poolSize: 1, connectWithinMs: 2_000 });
  const entered = Promise.withResolvers<undefined>();
  const gate = Promise.withResolvers<undefined>();
  const holding = own.withSession(session, async (tx) => {
    entered.resolve(undefined);
    await gate.promise;
    return tx.person.count();
  });
  await Promise.race([entered.promise, holding]);
  const refused = [
    own.readOnce(userId, (once) => once.person.count()),
    own.withSession(session, (tx) => tx.person.count()),
  ];
  for (const outcome of await Promise.allSettled(refused)) {
    expect(outcome.status === "rejected" && isDbError(outcome.reason, "unavailable")).toBe(true);
  }
  gate.resolve(undefined);
  expect(await holding).toBe(1);
  expect(await own.readOnce(userId, (once) => once.person.count())).toBe(1);
  await own.close();
});

test("a database that is not there is unavailable", async () => {
  const own = open({ appUrl: "postgresql://vida_app:x@127.0.0.1:1/nothing", poolSize: 1 });
  const read = own.readOnce(userId, (once) => once.person.count());
  await expect(read).rejects.toSatisfy((error: unknown) => isDbError(error, "unavailable"));
  const write = own.withSession(session, (tx) => tx.person.count());
  await expect(write).rejects.toSatisfy((error: unknown) => isDbError(error, "unavailable"));
  await own.close();
});

test("a broken rule is no outage", async () => {
  const row = { userId, id: randomUUID(), unit: "h", createdAt: new Date(), updatedAt: new Date() };
  const twice = db.withSession(session, async (tx) => {
    await tx.customMetric.create({ data: { ...row, name: "Uma" } });
    await tx.customMetric.create({ data: { ...row, name: "Outra" } });
  });
  await expect(twice).rejects.toMatchObject({ code: "P2002" });
  await expect(twice).rejects.toSatisfy((error: unknown) => !isUnavailable(error));
});

test("the worker role works across people where its policies open a table", async () => {
  const found = await db.withWorker((tx) =>
    tx.person.findMany({ where: { id: userId }, select: { id: true, timezone: true } }),
  );
  expect(found).toEqual([{ id: userId, timezone: "America/Sao_Paulo" }]);
  await expect(db.withWorker((tx) => tx.customMetric.findMany())).rejects.toThrow(
    /permission denied/,
  );
});

test("a listener hears what is sent and says when it had to connect again", async () => {
  const heard: string[] = [];
  let again = 0;
  const listener = await db.listen(
    "vida_test",
    (payload) => heard.push(payload),
    () => {
      again += 1;
    },
  );
  await superPool.query("select pg_notify('vida_test', 'one')");
  await waitFor(() => heard.length === 1);
  expect(await terminate("vida-listen")).toBe(1);
  await waitFor(() => again === 1);
  await superPool.query("select pg_notify('vida_test', 'two')");
  await waitFor(() => heard.length === 2);
  expect(heard).toEqual(["one", "two"]);
  await listener.close();
  await waitForNoListener();
});

async function waitForNoListener(): Promise<void> {
  let left = 1;
  for (let n = 0; n < 200 && left > 0; n += 1) {
    const { rowCount } = await superPool.query(
      "select 1 from pg_stat_activity where application_name = 'vida-listen' and datname = current_database()",
    );
    left = rowCount ?? 0;
  }
  expect(left).toBe(0);
}

async function pidOf(tx: { $queryRaw: typeof db.auth.$queryRaw }): Promise<number> {
  const rows = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return rows[0]?.pid ?? -1;
}
