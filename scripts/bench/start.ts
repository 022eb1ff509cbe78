/**
 * How long the second `npm start` takes, and what it keeps in memory when nobody does anything: a data folder and
 * ports of its own, one start that prepares everything, then three that are measured up to the line that says so.
 * Memory is the proportional set size of /proc, so that pages which several processes share count once; it needs
 * Linux. What npm and the watching starter take stands beside it. Ends everything that it started.
 */
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  choosePlace,
  databasePid,
  family,
  findProcess,
  isGone,
  startVida,
  until,
  type Vida,
} from "../../tests/stack/vida.ts";

const STARTS = 3;
const IDLE_MS = 20_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const round = (value: number): number => Math.round(value * 10) / 10;

/** Proportional set size in MB, with and without what is only there because a file is mapped. */
function memoryOf(pids: readonly number[]): { whole: number; own: number } {
  let [whole, own] = [0, 0];
  for (const pid of pids) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const kb = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(rollup)?.[1] ?? 0);
    whole += kb("Pss") / 1024;
    own += kb("Pss_Anon") / 1024;
  }
  return { whole, own };
}

/** The server of PostgreSQL with all that it forked; it stands outside the starter's family. */
function databaseFamily(pid: number): number[] {
  const parents = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return parents.map(Number).filter((one) => {
    if (one === pid) return true;
    try {
      return (
        /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, "utf8"))?.[1] === String(pid)
      );
    } catch {
      return false;
    }
  });
}

async function up(vida: Vida): Promise<void> {
  await until(() => vida.output().includes("Vida está no ar") || vida.npm.exitCode !== null);
  if (vida.npm.exitCode !== null) throw new Error(vida.output());
}

const folder = mkdtempSync(join(tmpdir(), "vida-bench-start-"));
chmodSync(folder, 0o755); // root's database runs as another account
const place = await choosePlace(join(folder, "data"));
let current: Vida | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    current?.npm.kill("SIGTERM");
    process.exit(1);
  });
const stop = async (): Promise<void> => {
  current?.npm.kill("SIGTERM");
  await current?.ended;
  await until(() => isGone(place, []));
  current = undefined;
};
try {
  const seconds: number[] = [];
  for (let start = 0; start <= STARTS; start += 1) {
    if (start > 0) await stop();
    const before = performance.now();
    current = startVida(place);
    await up(current);
    seconds.push((performance.now() - before) / 1000);
  }
  await pause(IDLE_MS);
  const pids = family(current?.npm.pid ?? 0);
  const server = family(findProcess(pids, "apps/server/src/main.ts"));
  const web = family(findProcess(pids, "next"));
  const database = databaseFamily(databasePid(place));
  const counted = new Set([...server, ...web, ...database]);
  const starter = pids.filter((pid) => !counted.has(pid));
  const parts = { server, web, database, starter };
  const memory = Object.entries(parts).map(([part, all]) => {
    const { whole, own } = memoryOf(all);
    return { part, processes: all.length, MB: round(whole), "of it own": round(own) };
  });
  console.table(memory);
  for (const pid of starter)
    console.log(
      `starter: ${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").slice(0, 120)} ${round(memoryOf([pid]).whole)} MB`,
    );
  const [first = Number.NaN, ...again] = seconds;
  console.log(`first start ${round(first)} s, then ${again.map(round).join(" ")} s`);
  const idle = memory.filter(({ part }) => part !== "starter").reduce((sum, { MB }) => sum + MB, 0);
  console.log(
    JSON.stringify({
      name: "start",
      secondStartS: round(again.toSorted((a, b) => a - b)[1] ?? Number.NaN),
      firstStartS: round(first),
      idleMb: round(idle),
      parts: Object.fromEntries(memory.map(({ part, MB }) => [part, MB])),
    }),
  );
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
