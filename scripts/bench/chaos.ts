/**
 * What survives: two sites and two workers as processes on one PostgreSQL, and something breaks all the time.
 *
 * In every round people write, decide and stop while parts are killed or cut off at random; then everything
 * is started again, and what each person was told is held against what is stored: nothing accepted is
 * missing, nothing is done twice or unasked, every run has ended once or waits, and everybody heard every
 * event once and in order, from whichever site. At the end the checker itself is tried on histories with one
 * thing planted in each. `npm run bench -- chaos [ROUNDS]`, or `CHAOS_ROUNDS`; 100 unless told.
 * `CHAOS_PLANT=1` breaks the last real history first, and then the run has to fail. `CHAOS_FAULTS` is an expression
 * for the names of the faults to take, `CHAOS_FRONT=nginx,pgbouncer` puts either between. The disk is filled where
 * the account may mount one of its own.
 */
import { startCluster, type Cluster } from "./chaos/cluster.ts";
import { PLANTS, violations, type Heard, type Stored, type Told } from "./chaos/history.ts";
import { makePerson, type ChaosPerson } from "./chaos/person.ts";

const rounds = Number(process.argv[2] ?? process.env["CHAOS_ROUNDS"] ?? 100);
const only = new RegExp(process.env["CHAOS_FAULTS"] ?? "");
const planted = process.env["CHAOS_PLANT"] !== undefined;
const PEOPLE = 6;
const TALK_MS = 1_500;
const REPAIR_MS = 45_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function storedOf(cluster: Cluster, userId: string): Promise<Stored> {
  const messages = await cluster.query<{ id: string; runId: string | null }>(
    `select id, run_id as "runId" from messages where user_id = $1 and role = 'user'`,
    [userId],
  );
  const runs = await cluster.query<{ id: string; status: string }>(
    "select id, status from runs where user_id = $1",
    [userId],
  );
  const water = await cluster.query<{ value: number }>(
    "select value::float8 as value from tracking_entries where user_id = $1",
    [userId],
  );
  const events = await cluster.query<Heard>(
    `select id::int as id, type, data ->> 'runId' as "runId" from events where user_id = $1 order by id`,
    [userId],
  );
  return { messages, runs, water: water.map(({ value }) => value), events };
}

/** Waits until nothing goes on any more and everybody has heard everything; time runs out on what hangs. */
async function untilQuiet(cluster: Cluster, people: readonly ChaosPerson[]): Promise<void> {
  const ids = people.map(({ told }) => told.userId);
  for (const until = performance.now() + REPAIR_MS; performance.now() < until; await pause(100)) {
    const [state] = await cluster.query<{ open: number; heads: Record<string, number> | null }>(
      `select (select count(*)::int from runs where user_id = any($1) and status in ('queued', 'running')) as open,
              (select jsonb_object_agg(user_id, n) from (select user_id, count(*) as n from events where user_id = any($1) group by 1) e) as heads`,
      [ids],
    );
    const behind = people.some(
      ({ told }) => told.heard.length < (state?.heads?.[told.userId] ?? 0),
    );
    if (state?.open === 0 && !behind) return;
  }
}

const cluster = await startCluster();
let failed = 0;
let found: string[] = [];
const struck: Record<string, number> = {};
let slowest = 0;
let last: { told: Told; stored: Stored } | undefined;
const people: ChaosPerson[] = [];
try {
  for (let n = 0; n < PEOPLE; n += 1) people.push(await makePerson(cluster.sites));
  const faults = Object.entries(cluster.faults).filter(([name]) => only.test(name));
  for (let round = 1; round <= rounds; round += 1) {
    const started = performance.now();
    const deadline = started + REPAIR_MS;
    const talks = people.map(async (person) => {
      await pause(Math.random() * TALK_MS * 0.5);
      await person.talk(deadline);
    });
    const names: string[] = [];
    for (let n = 0; n < 1 + Math.floor(Math.random() * 2); n += 1) {
      await pause(Math.random() * TALK_MS * 0.5);
      const [name, strike] = faults[Math.floor(Math.random() * faults.length)] ?? faults[0] ?? [];
      if (name === undefined || strike === undefined) continue;
      names.push(name);
      struck[name] = (struck[name] ?? 0) + 1;
      await strike();
    }
    await cluster.heal();
    await Promise.all(talks);
    await untilQuiet(cluster, people);
    const wrong: string[] = [];
    for (const { told } of people) {
      const stored = await storedOf(cluster, told.userId);
      if (told.said.some(({ decided }) => decided === true)) last = { told, stored };
      wrong.push(...violations(told, stored));
    }
    const ms = performance.now() - started;
    slowest = Math.max(slowest, ms);
    if (wrong.length > found.length) failed += 1;
    for (const line of wrong.filter((one) => !found.includes(one)))
      process.stdout.write(`  ${line}\n`);
    found = wrong;
    process.stdout.write(
      `${String(round).padStart(4)} ${(ms / 1000).toFixed(1)} s, ${names.join(", ")}: ${wrong.length} violations\n`,
    );
  }
} finally {
  for (const person of people) person.close();
  await cluster.stop();
}

const blind = Object.entries(PLANTS).filter(([, plant]) => {
  if (last === undefined) return true;
  const before = violations(last.told, last.stored);
  return violations(...plant(last.told, last.stored)).length <= before.length;
});
for (const [name] of blind) process.stdout.write(`the checker does not see that ${name}\n`);
const [, breakIt] = Object.entries(PLANTS)[0] ?? [];
if (planted && breakIt && last) failed += violations(...breakIt(last.told, last.stored)).length;
const bugs = cluster.bugs();
for (const line of bugs.slice(0, 10)) process.stdout.write(`${line.slice(0, 600)}\n`);
console.table(struck);
const messages = people.reduce((sum, { told }) => sum + told.said.length, 0);
const upper95 = failed === 0 ? Number((3 / rounds).toFixed(3)) : null;
const seen = Object.keys(PLANTS).length - blind.length;
process.stdout.write(
  `${JSON.stringify({ name: "chaos", rounds, violations: failed, upper95, messages, plantsSeen: seen, plants: Object.keys(PLANTS).length, bugLines: bugs.length, slowestRoundMs: Math.round(slowest) })}\n`,
);
process.exit(failed > 0 || blind.length > 0 ? 1 : 0);
