import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

import { PrismaPg } from "@prisma/adapter-pg";
import * as fc from "fast-check";
import { Pool, type QueryConfig } from "pg";
import { expect, test } from "vitest";

import { isDbError } from "./errors.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { openPool } from "./pools.ts";
import { queryAfter } from "./prelude-query.ts";
import { testDb } from "./testing.ts";

const PEOPLE = 100;
/** `ISOLATION_OPERATIONS=100000` runs the long proof; every operation is one call as one person. */
const OPERATIONS = Number(process.env["ISOLATION_OPERATIONS"] ?? "3000");

const { open, newPerson, superPool, urls } = await testDb();

type Row = { userId: string; id: string };
/** The ways a build offers to read: each answers the rows that the person was given. */
type Build = {
  list: (userId: string) => Promise<Row[]>;
  byId: (userId: string, id: string) => Promise<Row | null>;
  session: (userId: string, id: string) => Promise<Row[]>;
};
type Person = { userId: string; rows: Set<string> };
type Step = { who: number; whose: number; way: "list" | "byId" | "session" | "broken" };

const people = await makePeople();

async function makePeople(): Promise<Person[]> {
  const made: Person[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const { userId } = await newPerson();
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    await superPool.query(
      `insert into conversations (user_id, id, last_activity_at, created_at)
       select $1, unnest($2::uuid[]), now(), now()`,
      [userId, ids],
    );
    made.push({ userId, rows: new Set(ids) });
  }
  return made;
}

/** Runs all steps in one tick and counts what a person was given that is not theirs, or was denied of theirs. */
async function judge(build: Build, steps: readonly Step[]) {
  let foreign = 0;
  let missing = 0;
  let refused = 0;
  const judged = steps.map(async ({ who, whose, way }) => {
    const me = people[who];
    const id = [...(people[whose]?.rows ?? [])][who % 3];
    if (!me || id === undefined) throw new Error("a step names people that exist");
    const count = (rows: readonly Row[], own: boolean) => {
      foreign += rows.filter((row) => row.userId !== me.userId || !me.rows.has(row.id)).length;
      if (own && rows.length === 0) missing += 1;
    };
    try {
      if (way === "list") count(await build.list(me.userId), true);
      else if (way === "session") count(await build.session(me.userId, id), who === whose);
      else if (way === "broken") await build.byId(me.userId, "not a uuid").catch(() => undefined);
      else {
        const row = await build.byId(me.userId, id);
        count(row ? [row] : [], who === whose);
      }
    } catch (error) {
      if (!isDbError(error, "misuse")) throw error;
      refused += 1;
    }
  });
  await Promise.all(judged);
  return { foreign, missing, refused };
}

const stepArb = fc.record({
  who: fc.nat(PEOPLE - 1),
  whose: fc.nat(PEOPLE - 1),
  way: fc.constantFrom(
    "list" as const,
    "byId" as const,
    "byId" as const,
    "session" as const,
    "broken" as const,
  ),
});
/** Own rows and others' in turn, so that both kinds of error can show. */
const stepsArb = fc
  .array(stepArb, { minLength: 200, maxLength: 300 })
  .map((steps) => steps.map((step, n) => (n % 2 === 0 ? { ...step, whose: step.who } : step)));

const select = { userId: true, id: true } as const;

test("a hundred people in one tick on two connections never meet another's row", async () => {
  const db = open({ poolSize: 2, connectWithinMs: 120_000 });
  const build: Build = {
    list: (userId) => db.readOnce(userId, (once) => once.conversation.findMany({ select })),
    byId: (userId, id) =>
      db.readOnce(userId, (once) => once.conversation.findFirst({ where: { id }, select })),
    session: (userId, id) =>
      db.withSession({ userId, actor: "user", actionId: randomUUID() }, async (tx) => {
        const found = await tx.conversation.findUnique({
          where: { userId_id: { userId, id } },
          select,
        });
        return [
          ...(found ? [found] : []),
          ...(await tx.conversation.findMany({ where: { id }, select })),
        ];
      }),
  };
  let operations = 0;
  while (operations < OPERATIONS) {
    const [steps] = fc.sample(stepsArb, 1);
    if (!steps) throw new Error("one sample was asked for");
    expect(await judge(build, steps)).toEqual({ foreign: 0, missing: 0, refused: 0 });
    operations += steps.length;
  }
  await db.close();
}, 1_800_000);

test("reads that Prisma merges across people are refused, not answered with another's row", async () => {
  const db = open({ poolSize: 2, connectWithinMs: 120_000 });
  const merged: Build = {
    list: (userId) => db.readOnce(userId, (once) => once.conversation.findMany({ select })),
    byId: (userId, id) => db.readOnce(userId, async (once) => findUnique(once, id)),
    session: async () => [],
  };
  const outcome = await judge(merged, sharedProbes());
  expect(outcome.foreign).toBe(0);
  expect(outcome.refused).toBeGreaterThan(0);
  await db.close();
});

test("the same check catches a build that takes the person from the surroundings", async () => {
  const { build, close } = ambientBuild();
  const outcome = await judge(build, sharedProbes());
  expect(outcome.foreign).toBeGreaterThan(0);
  await close();
});

/** Two people ask for the same row in the same tick: its owner and somebody else. */
function sharedProbes(): Step[] {
  return Array.from({ length: PEOPLE / 2 }, (_, n): Step[] => [
    { who: 2 * n, whose: 2 * n, way: "byId" },
    { who: 2 * n + 1, whose: 2 * n, way: "byId" },
  ]).flat();
}

/** `findUnique`, which the type of a read scope leaves out. */
async function findUnique(client: object, id: string): Promise<Row | null> {
  const model: unknown = Reflect.get(client, "conversation");
  if (typeof model !== "object" || model === null) throw new Error("there is no such model");
  const call: unknown = Reflect.get(model, "findUnique");
  if (typeof call !== "function") throw new Error("there is no findUnique");
  const owner = people.find((person) => person.rows.has(id));
  const where = { userId_id: { userId: owner?.userId ?? "", id } };
  const row: unknown = await Promise.resolve(Reflect.apply(call, model, [{ where, select }]));
  return isRow(row) ? row : null;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "userId" in value && "id" in value;
}

/** The planted mistake: whoever is current when a statement runs is who it runs as. */
function ambientBuild(): { build: Build; close: () => Promise<void> } {
  const current = new AsyncLocalStorage<string>();
  const pool = openPool(urls.app, { max: 2, name: "ambient", connectWithinMs: 120_000 });
  const ambient: unknown = Object.create(pool, {
    on: { value: pool.on.bind(pool) },
    removeListener: { value: pool.removeListener.bind(pool) },
    query: {
      value: async (config: QueryConfig<unknown[]>) => {
        const text = "select set_config('app.current_user_id', $1, true)";
        const client = await pool.connect();
        try {
          const values = [current.getStore() ?? ""];
          const sent = queryAfter((query) => client.query(query), config, {
            name: "ambient",
            text,
            values,
          });
          return (await sent).result;
        } finally {
          client.release();
        }
      },
    },
  });
  if (!(ambient instanceof Pool)) throw new Error("not a pool");
  const prisma = new PrismaClient({ adapter: new PrismaPg(ambient) });
  const as = <T>(userId: string, work: () => Promise<T>) => current.run(userId, work);
  return {
    build: {
      list: (userId) =>
        as(userId, async () => {
          const rows = await prisma.conversation.findMany({ select });
          return rows;
        }),
      byId: (userId, id) => as(userId, () => findUnique(prisma, id)),
      session: async () => [],
    },
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
