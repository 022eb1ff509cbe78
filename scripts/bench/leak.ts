/**
 * Whether what a server holds levels off: an hour of use in minutes. In every round 20 people write, decide and
 * stop (120 turns), a page is read 100 times and 200 streams are opened and cut; then a day passes for what is kept a
 * day, the sweep and the hourly upkeep run, and it is counted: memory after a collection, open handles, database
 * connections, rows of every table that is pruned. The first rounds warm up; from there nothing may grow from one half
 * of the rounds to the other by more than 5 %. A last count follows after a minute's rest, in which the time limits of
 * the last runs have passed; the heap is judged by that one. `npm run bench -- leak [ROUNDS]`. Handles need Linux.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { cloneDatabase, startTestServer } from "@vida/db/testing-server";
import { Client } from "pg";
import { z } from "zod";

import { signUp } from "../../apps/server/src/testing.ts";
import { makePerson } from "./chaos/person.ts";
import { openReader } from "./stream/readers.ts";

const rounds = Number(process.argv[2] ?? 12);
const WARM = 3;
const PEOPLE = 20;
const TURNS = 6;
const STREAMS = 200;
const READS = 100;
const REST_MS = 65_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const Memory = z.object({ heapMb: z.number(), rssMb: z.number() });
type Counted = Record<string, number>;

const database = await startTestServer();
const urls = await cloneDatabase(database, "bench_leak");
const child = fork(join(import.meta.dirname, "leak/server.ts"), [JSON.stringify(urls)], {
  execArgv: ["--expose-gc"],
});
const admin = new Client({ connectionString: urls.admin });
await admin.connect();
const people: Awaited<ReturnType<typeof makePerson>>[] = [];

/** Rows that a query for `n` counts. */
async function number(sql: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(sql);
  return rows[0]?.n ?? Number.NaN;
}

/** A day later for everything that is kept a day, and the jobs that drop it. */
async function passDay(): Promise<void> {
  await admin.query("update events set created_at = created_at - interval '25 hours'");
  await admin.query(
    "update confirmations set expires_at = now() - interval '1 minute' where status = 'pending'",
  );
  // Every card has a job for its end.
  await admin.query(
    "update graphile_worker._private_jobs set run_at = run_at - interval '25 hours'",
  );
  for (const name of ["upkeep.sweep", "upkeep.prune"]) {
    await admin.query("select graphile_worker.add_job($1, '{}')", [name]);
    const idle =
      "select count(*)::int as n from graphile_worker._private_jobs where run_at <= now()";
    while ((await number(idle)) > 0) await pause(50);
  }
}

async function count(): Promise<Counted> {
  child.send("memory");
  const told: unknown[] = await once(child, "message");
  const { heapMb, rssMb } = Memory.parse(told[0]);
  const rows = (table: string) => number(`select count(*)::int as n from ${table}`);
  return {
    heapMb: Math.round(heapMb * 10) / 10,
    rssMb: Math.round(rssMb),
    handles: readdirSync(`/proc/${child.pid}/fd`).length,
    connections: await number(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and usename like 'vida%'",
    ),
    events: await rows("events"),
    checkpoints: await rows("checkpoints"),
    jobs: await rows("graphile_worker._private_jobs"),
    queues: await rows("graphile_worker._private_job_queues"),
    beats: await rows("worker_heartbeats"),
    limits: await rows("login.rate_limits"),
  };
}

try {
  const started: unknown[] = await once(child, "message");
  const { address } = z.object({ address: z.string() }).parse(started[0]);
  for (let n = 0; n < PEOPLE; n += 1) people.push(await makePerson([address]));
  const reader = await signUp(address);
  const stream = { url: `${address}/trpc/live.events`, cookie: reader.cookie };
  const all: Counted[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const deadline = performance.now() + 60_000;
    const talks = people.map(async (person) => {
      for (let turn = 0; turn < TURNS; turn += 1) await person.talk(deadline);
    });
    for (let n = 0; n < READS; n += 1) await reader.get("/trpc/dashboard.today");
    for (let n = 0; n < STREAMS; n += 20) {
      const some = await Promise.all(
        Array.from({ length: 20 }, () => openReader(stream, { latencies: [] })),
      );
      for (const one of some) one.destroy();
    }
    await Promise.all(talks);
    await passDay();
    await pause(500);
    all.push(await count());
  }
  await pause(REST_MS);
  const rest = await count();
  console.table([...all, rest]);
  const [warm, half] = [all.slice(WARM), Math.floor((rounds - WARM) / 2)];
  const [early, late] = [warm.slice(0, half), warm.slice(-half)];
  const growth = Object.keys(all[0] ?? {}).map((name) => {
    const [before, after] = [early, late].map((some) => mean(some.map((one) => one[name] ?? 0)));
    return { name, before: before ?? 0, after: after ?? 0 };
  });
  // Runs hold what they had until their time limit has passed, so the heap is judged at rest.
  const growing = growth
    .filter(({ name, before, after }) => {
      const now = name === "heapMb" ? (rest[name] ?? Number.NaN) : after;
      return !(now <= before * 1.05 + 2);
    })
    .map(({ name }) => name);
  console.log(
    JSON.stringify({
      name: "leak",
      rounds,
      turns: rounds * PEOPLE * TURNS,
      cutStreams: rounds * STREAMS,
      growing,
      atRest: rest,
      ...Object.fromEntries(
        growth.map(({ name, before, after }) => [
          name,
          [before, after].map((n) => Math.round(n * 10) / 10),
        ]),
      ),
    }),
  );
  process.exitCode = growing.length > 0 ? 1 : 0;
} finally {
  for (const person of people) person.close();
  child.disconnect();
  await once(child, "exit");
  await admin.end();
  await database.stop();
}
