import { randomUUID } from "node:crypto";
import { inspect } from "node:util";

import { expect, test } from "vitest";

import { countFlights } from "./testing-proxy.ts";
import { testDb } from "./testing.ts";

const { db, newPerson, open, superPool, urls } = await testDb();
const as = (userId: string) => ({ userId, actor: "user" as const, actionId: randomUUID() });

const metric = (userId: string, name: string) => ({
  userId,
  id: randomUUID(),
  name,
  unit: "h",
  createdAt: new Date(),
  updatedAt: new Date(),
});

test("a session reads its person in the flight that opens it", async () => {
  const { userId, email } = await newPerson({ name: "Bia", timezone: "America/Manaus" });
  const person = await db.withSession(as(userId), async (_tx, found) => found);
  expect(person).toMatchObject({
    userId,
    email,
    name: "Bia",
    timezone: "America/Manaus",
    prior: null,
  });
});

test("a session of somebody who does not exist is refused before its work starts", async () => {
  let started = false;
  const session = db.withSession(as(randomUUID()), async () => {
    started = true;
  });
  await expect(session).rejects.toMatchObject({ code: "notFound" });
  expect(started).toBe(false);
});

test("a session keeps what it wrote, with its actor and action on the trail", async () => {
  const { userId } = await newPerson();
  const session = { userId, actor: "assistant" as const, actionId: randomUUID() };
  await db.withSession(session, (tx) =>
    tx.customMetric.create({ data: metric(userId, "Leitura") }),
  );
  const trail = await db.withSession(as(userId), (tx) => tx.auditLog.findMany());
  expect(trail).toMatchObject([
    { actor: "assistant", actionId: session.actionId, tableName: "custom_metrics" },
  ]);
});

test("a session that throws leaves nothing", async () => {
  const { userId } = await newPerson();
  const session = db.withSession(as(userId), async (tx) => {
    await tx.customMetric.create({ data: metric(userId, "Leitura") });
    throw new Error("no");
  });
  await expect(session).rejects.toThrow("no");
  expect(await db.readOnce(userId, (once) => once.customMetric.count())).toBe(0);
});

test("another person's rows are neither seen, changed nor made", async () => {
  const [ana, bia] = [await newPerson(), await newPerson()];
  const row = metric(ana.userId, "Leitura");
  await db.withSession(as(ana.userId), (tx) => tx.customMetric.create({ data: row }));
  await db.withSession(as(bia.userId), async (tx) => {
    expect(await tx.customMetric.findMany()).toEqual([]);
    expect(await tx.customMetric.findFirst({ where: { id: row.id } })).toBeNull();
    expect(
      await tx.customMetric.updateMany({ where: { id: row.id }, data: { name: "x" } }),
    ).toEqual({ count: 0 });
    expect(await tx.customMetric.deleteMany()).toEqual({ count: 0 });
  });
  const forged = db.withSession(as(bia.userId), (tx) =>
    tx.customMetric.create({ data: metric(ana.userId, "forged") }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
  const { rows } = await superPool.query<{ name: string }>(
    "select name from custom_metrics where user_id = $1",
    [ana.userId],
  );
  expect(rows).toEqual([{ name: "Leitura" }]);
});

test("the same key with another's parent is refused by the composite reference", async () => {
  const [ana, bia] = [await newPerson(), await newPerson()];
  const row = metric(ana.userId, "Leitura");
  await db.withSession(as(ana.userId), (tx) => tx.customMetric.create({ data: row }));
  const entry = db.withSession(as(bia.userId), (tx) =>
    tx.trackingEntry.create({
      data: {
        userId: bia.userId,
        id: randomUUID(),
        type: "custom",
        metricId: row.id,
        area: "learning",
        value: 1,
        unit: "h",
        day: new Date("2026-01-01"),
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    }),
  );
  await expect(entry).rejects.toMatchObject({ code: "P2003" });
});

test("instants keep their time whatever the server's zone is", async () => {
  const { userId } = await newPerson();
  const at = new Date("2026-03-01T23:30:15.123Z");
  const data = { ...metric(userId, "Sono"), createdAt: at };
  await superPool.query(
    "alter role vida_app in database " +
      (await superPool.query<{ d: string }>("select quote_ident(current_database()) as d")).rows[0]
        ?.d +
      " set timezone = 'Asia/Tokyo'",
  );
  await db.withSession(as(userId), (tx) => tx.customMetric.create({ data }));
  const found = await db.readOnce(userId, (once) => once.customMetric.findMany());
  expect(found.map((each) => each.createdAt)).toEqual([at]);
});

test("a job sent by a session comes with its commit and not without", async () => {
  const { userId } = await newPerson();
  const key = randomUUID();
  const send = (fails: boolean) =>
    db.withSession(as(userId), async (tx) => {
      await tx.$executeRaw`select enqueue('test.job', ${JSON.stringify({ userId })}::json, ${"q"}, ${new Date("2030-01-01")}::timestamptz, ${key})`;
      if (fails) throw new Error("no");
    });
  const waiting = async () =>
    (
      await db.workerPool.query<{ task_identifier: string; queue_name: string; run_at: Date }>(
        "select task_identifier, queue_name, run_at from graphile_worker.jobs where key = $1",
        [key],
      )
    ).rows;
  await expect(send(true)).rejects.toThrow("no");
  expect(await waiting()).toEqual([]);
  await send(false);
  await send(false);
  expect(await waiting()).toEqual([
    {
      task_identifier: "test.job",
      queue_name: "q",
      run_at: new Date("2030-01-01"),
    },
  ]);
});

const adding = (userId: string, id: string) => ({
  text: "insert into custom_metrics (user_id, id, name, unit, created_at, updated_at) values ($1::uuid, $2::uuid, $2::text, 'h', $3, $3) returning id",
  values: [userId, id, new Date()],
});
const counting = {
  text: "select count(*)::int as n, $1::text as said from custom_metrics",
  values: ["oi"],
};
const wrong = { text: "select nonsense", values: [] };

/** A database whose flights are counted, on one connection, opened before. */
async function counted(userId: string) {
  const proxy = await countFlights(urls.app);
  const own = open({ appUrl: proxy.url, poolSize: 1 });
  await own.withSession(as(userId), async () => undefined);
  proxy.reset();
  const close = async () => {
    await own.close();
    await proxy.close();
  };
  return { own, flights: proxy.flights, close };
}

test("statements together are one flight, in their order, each with its rows", async () => {
  const { userId } = await newPerson();
  const { own, flights, close } = await counted(userId);
  const ids = [randomUUID(), randomUUID()];
  const rows = await own.withSession(as(userId), async (_tx, _person, { together }) =>
    together([counting, adding(userId, ids[0] ?? ""), counting, counting]),
  );
  expect(rows).toEqual([
    [{ n: 0, said: "oi" }],
    [{ id: ids[0] }],
    [{ n: 1, said: "oi" }],
    [{ n: 1, said: "oi" }],
  ]);
  expect(flights()).toBe(3);
  await close();
});

test("statements at the end go in one flight with the COMMIT", async () => {
  const { userId } = await newPerson();
  const { own, flights, close } = await counted(userId);
  const ids = [randomUUID(), randomUUID()];
  await own.withSession(as(userId), async (_tx, _person, { atEnd }) => {
    for (const id of ids) atEnd(adding(userId, id));
  });
  expect(flights()).toBe(2);
  const found = await db.readOnce(userId, (once) => once.customMetric.findMany());
  expect(found.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  await close();
});

test.each([
  ["together", "refused by the data", (userId: string, id: string) => adding(userId, id), "23505"],
  ["together", "no SQL", () => wrong, "42703"],
  ["atEnd", "refused by the data", (userId: string, id: string) => adding(userId, id), "23505"],
  ["atEnd", "no SQL", () => wrong, "42703"],
] as const)(
  "a statement %s that is %s leaves nothing of its session, and the connection serves on",
  async (how, _, lastOf, state) => {
    const { userId } = await newPerson();
    const own = open({ poolSize: 1 });
    const [id, other] = [randomUUID(), randomUUID()];
    for (let round = 0; round < 4; round += 1) {
      const session = own.withSession(as(userId), async (tx, _person, flights) => {
        await tx.customMetric.create({ data: { ...metric(userId, "Xadrez"), id } });
        const statements = [adding(userId, other), lastOf(userId, id), counting];
        if (how === "together") await flights.together(statements);
        else for (const statement of statements) flights.atEnd(statement);
      });
      await expect(session).rejects.toSatisfy((error) =>
        inspect(error, { depth: 8 }).includes(state),
      );
      expect(await own.readOnce(userId, (once) => once.customMetric.count())).toBe(0);
    }
    await own.withSession(as(userId), (tx) =>
      tx.customMetric.create({ data: metric(userId, "Leitura") }),
    );
    expect(await own.readOnce(userId, (once) => once.customMetric.count())).toBe(1);
    await own.close();
  },
);

test("a session that throws never sends what it named for its end", async () => {
  const { userId } = await newPerson();
  const own = open({ poolSize: 1 });
  const session = own.withSession(as(userId), async (_tx, _person, { atEnd }) => {
    atEnd(adding(userId, randomUUID()));
    throw new Error("no");
  });
  await expect(session).rejects.toThrow("no");
  await own.withSession(as(userId), async () => undefined);
  expect(await own.readOnce(userId, (once) => once.customMetric.count())).toBe(0);
  await own.close();
});

test("a flight after its session is misuse, whoever has the connection now", async () => {
  const { userId } = await newPerson();
  const own = open({ poolSize: 1 });
  const { together } = await own.withSession(as(userId), async (_tx, _person, flights) => flights);
  await own.withSession(as(userId), async () => {
    await expect(together([counting])).rejects.toMatchObject({ code: "misuse" });
  });
  await own.close();
});
