/**
 * What row-level security costs: one read of 20 rows as a person.
 *
 * Four ways to the same rows of the same table, all through a pool of 16, interleaved round by round:
 * - `scoped`: `Db.readOnce` as `vida_app`, the way every single-statement read of Vida goes. The policy
 *   applies, and the person travels in the same flight.
 * - `unscoped`: the very same Prisma call, with the same named statements, by a role that bypasses
 *   row-level security (the superuser): table, rows, indexes and the filter on `user_id` are equal and
 *   only the scope is missing.
 * - `raw`: the same columns and rows with plain `pg` and a prepared statement, also unscoped.
 * - `extension`: Prisma's documented way, a batch transaction of `set_config` and the call.
 * Prints the medians of the rounds; a ratio is the median of the ratios within each round.
 */
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";

import { PrismaPg } from "@prisma/adapter-pg";
import { openDb } from "@vida/db/db";
import { openPool } from "@vida/db/pools";
import { statementNames } from "@vida/db/statement-names";
import { countFlights } from "@vida/db/testing-proxy";
import { cloneDatabase, startTestServer } from "@vida/db/testing-server";

import { PrismaClient } from "../../packages/db/src/generated/prisma/client.ts";

const PEOPLE = 50;
const ROWS_EACH = 400;
const READ = 20;
const ROUNDS = 31;
const ALONE = 80;
const AT_ONCE = 16;
const EACH_AT_ONCE = 16;

const server = await startTestServer();
try {
  const urls = await cloneDatabase(server, "bench_rls");
  const superPool = openPool(urls.admin, { max: AT_ONCE, name: "bench-super" });
  const extensionPool = openPool(urls.app, { max: AT_ONCE, name: "bench-extension" });
  const db = openDb({
    appUrl: urls.app,
    workerUrl: urls.worker,
    authUrl: urls.auth,
    poolSize: AT_ONCE,
  });
  const unscoped = new PrismaClient({
    adapter: new PrismaPg(superPool, { statementNameGenerator: statementNames() }),
  });
  const extension = new PrismaClient({ adapter: new PrismaPg(extensionPool) });

  const people: string[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const id = randomUUID();
    people.push(id);
    await db.auth.loginUser.create({ data: { id, name: "Ana", email: `${id}@example.com` } });
  }
  await superPool.query("set app.audit = 'off'");
  await superPool.query(
    `insert into tracking_entries (user_id, id, type, area, value, unit, day, source, created_at, updated_at)
     select u::uuid, gen_random_uuid(), 'water', 'health', n, 'ml', date '2026-01-01' + n % 300, 'form', now(), now()
     from unnest($1::text[]) u, generate_series(1, $2::int) n`,
    [people, ROWS_EACH],
  );
  await superPool.query("vacuum analyze tracking_entries");

  const query = (userId: string) => ({
    where: { userId, type: "water" },
    orderBy: { day: "desc" as const },
    take: READ,
  });
  const rawSql = `select user_id, id, type, metric_id, area, sub_area, value, unit, day, time, notes, quality, source, created_at, updated_at
    from tracking_entries where user_id = $1 and type = $2 order by day desc limit ${READ}`;
  const ways: Record<string, (userId: string) => Promise<number>> = {
    scoped: async (userId) =>
      (await db.readOnce(userId, (once) => once.trackingEntry.findMany(query(userId)))).length,
    unscoped: async (userId) => (await unscoped.trackingEntry.findMany(query(userId))).length,
    raw: async (userId) =>
      (await superPool.query({ name: "raw", text: rawSql, values: [userId, "water"] })).rows.length,
    extension: async (userId) => {
      const [, rows] = await extension.$transaction([
        extension.$executeRaw`select set_config('app.current_user_id', ${userId}, true)`,
        extension.trackingEntry.findMany(query(userId)),
      ]);
      return rows.length;
    },
  };
  const names = Object.keys(ways);

  let turn = 0;
  const read = async (way: (userId: string) => Promise<number>) => {
    turn += 1;
    const found = await way(people[turn % PEOPLE] ?? "");
    if (found !== READ) throw new Error(`read ${found} rows instead of ${READ}`);
  };
  const alone = async (way: (userId: string) => Promise<number>) => {
    const start = performance.now();
    for (let n = 0; n < ALONE; n += 1) await read(way);
    return (performance.now() - start) / ALONE;
  };
  const atOnce = async (way: (userId: string) => Promise<number>) => {
    const start = performance.now();
    const lane = async () => {
      for (let n = 0; n < EACH_AT_ONCE; n += 1) await read(way);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return (AT_ONCE * EACH_AT_ONCE * 1000) / (performance.now() - start);
  };

  const times: Record<string, number[]> = {};
  const rates: Record<string, number[]> = {};
  for (let round = -2; round < ROUNDS; round += 1) {
    // Two rounds warm up; the order turns, so that nobody always follows the same neighbour.
    for (let n = 0; n < names.length; n += 1) {
      const name = names[(n + round + names.length) % names.length] ?? "";
      const way = ways[name];
      if (!way) continue;
      const time = await alone(way);
      const rate = await atOnce(way);
      if (round < 0) continue;
      (times[name] ??= []).push(time);
      (rates[name] ??= []).push(rate);
    }
  }

  const proxy = await countFlights(urls.app);
  const counted = openDb({ appUrl: proxy.url, poolSize: 1 });
  const someone = people[0] ?? "";
  await counted.readOnce(someone, (once) => once.trackingEntry.findMany(query(someone)));
  proxy.reset();
  await counted.readOnce(someone, (once) => once.trackingEntry.findMany(query(someone)));
  const flights = proxy.flights();
  await counted.close();
  await proxy.close();

  const rows = names.map((name) => ({
    way: name,
    ms: round3(median(times[name] ?? [])),
    "× unscoped": round3(ratioOf(times, name)),
    [`reads/s at ${AT_ONCE}`]: Math.round(median(rates[name] ?? [])),
    "× unscoped at once": round3(ratioOf(rates, name)),
  }));
  console.table(rows);
  console.log(
    JSON.stringify({
      name: "rls",
      unscopedMs: round3(median(times["unscoped"] ?? [])),
      scopedMs: round3(median(times["scoped"] ?? [])),
      rawMs: round3(median(times["raw"] ?? [])),
      ratio: round3(ratioOf(times, "scoped")),
      throughputRatio: round3(ratioOf(rates, "scoped")),
      scopedPerSecond: Math.round(median(rates["scoped"] ?? [])),
      unscopedPerSecond: Math.round(median(rates["unscoped"] ?? [])),
      extensionRatio: round3(ratioOf(times, "extension")),
      flights,
      rounds: ROUNDS,
    }),
  );
  await Promise.all([db.close(), unscoped.$disconnect(), extension.$disconnect()]);
  await Promise.all([superPool.end(), extensionPool.end()]);
} finally {
  await server.stop();
}

function ratioOf(figures: Record<string, number[]>, name: string): number {
  const base = figures["unscoped"] ?? [];
  return median((figures[name] ?? []).map((value, round) => value / (base[round] ?? Number.NaN)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
