/**
 * What the nights cost: one sweep over 10,000 people of whom 200 are due, beside the same over 1,000 of whom
 * 200 are due, round by round; the same when nobody is; then the 200 consolidations by rule, claimed and
 * booked as a worker does, of 20 sentences each. Medians of the rounds; a ratio is the median of the ratios
 * within each round. The database keeps its promises (fsync on). `npm run bench -- jobs [PEOPLE]`
 */
import { startTestServer } from "@vida/db/testing-server";
import { Temporal } from "temporal-polyfill";

import { createJobRunner } from "../../apps/server/src/job-runner.ts";
import { makeMemoryConsolidate } from "../../apps/server/src/jobs/memory-consolidate.ts";
import { createLog } from "../../apps/server/src/log.ts";
import { sweep } from "../../apps/server/src/sweep.ts";
import { testEnv } from "../../apps/server/src/testing.ts";
import { openTown, type Town } from "./jobs/town.ts";

const PEOPLE = Number(process.argv[2] ?? 10_000);
const FEW = PEOPLE / 10;
const DUE = 200;
const ROUNDS = 9;
const NIGHTS = 5;
const SENTENCES = 20;
const AT_ONCE = 16;
/** Three o'clock in São Paulo. */
const THREE = Temporal.Instant.from("2027-03-10T06:00:00Z");

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

/** How long one sweep takes, and how many nights it found; what it enqueued is taken away again. */
async function sweepOnce({ services, query }: Town): Promise<{ ms: number; nights: number }> {
  const start = performance.now();
  const { nights } = await sweep(services);
  const ms = performance.now() - start;
  await query("delete from graphile_worker._private_jobs");
  return { ms, nights };
}

type Sweeps = { few: number[]; many: number[]; nights: number[] };

async function sweepRounds(few: Town, many: Town): Promise<Sweeps> {
  const sweeps: Sweeps = { few: [], many: [], nights: [] };
  for (let turn = -2; turn < ROUNDS; turn += 1) {
    const [small, large] =
      turn % 2 === 0
        ? [await sweepOnce(few), await sweepOnce(many)]
        : [await sweepOnce(many), await sweepOnce(few)].toReversed();
    if (turn < 0 || !small || !large) continue;
    sweeps.few.push(small.ms);
    sweeps.many.push(large.ms);
    sweeps.nights.push(small.nights, large.nights);
  }
  return sweeps;
}

/** Consolidations a second, one figure per night; the rest of each night is booked as done. */
async function consolidate(town: Town): Promise<{ rates: number[]; learnt: number }> {
  const env = testEnv({ owner: "", app: "", worker: "", auth: "", admin: "" });
  let learnt = 0;
  const handler = makeMemoryConsolidate({ env });
  const log = createLog("silent");
  const work = createJobRunner(
    () => async (payload, context) => {
      const outcome = await handler(payload, context);
      learnt += Number(JSON.stringify(outcome).match(/"learnt":(\d+)/)?.[1]);
      return outcome;
    },
    { services: town.services, log, workerId: "bench" },
  );
  const { signal } = new AbortController();
  const rates: number[] = [];
  for (let night = 0; night < NIGHTS; night += 1) {
    const at = THREE.add({ hours: 24 * night, minutes: 1 });
    town.at(at);
    await town.say(night, SENTENCES);
    const day = at.toString().slice(0, 10);
    const waiting = [...town.due];
    const lane = async (): Promise<void> => {
      for (let userId = waiting.pop(); userId !== undefined; userId = waiting.pop())
        await work({ name: "memory.consolidate", payload: { userId, day }, key: null }, signal);
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    rates.push((DUE * 1000) / (performance.now() - start));
  }
  return { rates, learnt };
}

const server = await startTestServer({ durable: true });
const towns: Town[] = [];
try {
  const before = THREE.subtract({ minutes: 1 });
  const few = await openTown(server, { people: FEW, due: DUE, before });
  towns.push(few);
  const many = await openTown(server, { people: PEOPLE, due: DUE, before });
  towns.push(many);
  const nobody = await sweepRounds(few, many);
  for (const town of towns) town.at(THREE);
  const some = await sweepRounds(few, many);
  const { rates, learnt } = await consolidate(many);

  const row = (what: string, { few: small, many: large, nights }: Sweeps) => ({
    what,
    [`${FEW} people, ms`]: round(median(small)),
    [`${PEOPLE} people, ms`]: round(median(large)),
    ratio: round(median(large.map((ms, n) => ms / (small[n] ?? Number.NaN)))),
    jobs: [...new Set(nights)].join(" / "),
  });
  console.table([row(`sweep, ${DUE} due`, some), row("sweep, nobody due", nobody)]);
  console.table({ consolidations: { "per second": round(median(rates)), learnt } });
  console.log(
    JSON.stringify({
      name: "jobs",
      people: PEOPLE,
      due: DUE,
      sweepMs: round(median(some.many)),
      sweepRatio: round(median(some.many.map((ms, n) => ms / (some.few[n] ?? Number.NaN)))),
      quietMs: round(median(nobody.many)),
      quietRatio: round(median(nobody.many.map((ms, n) => ms / (nobody.few[n] ?? Number.NaN)))),
      nights: [...new Set([...some.nights, ...nobody.nights])],
      consolidationsPerSecond: round(median(rates)),
      learnt,
      rounds: ROUNDS,
    }),
  );
} finally {
  for (const town of towns) await town.close();
  await server.stop();
}
