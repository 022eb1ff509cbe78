import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { isAlive, root } from "../../scripts/bootstrap.mjs";
import { findFreePort, isFree } from "../../scripts/stack/ports.ts";

export type Place = { port: number; apiPort: number; dataDir: string };

/** One `npm start` in a process group of its own, as a terminal would have it. */
export type Vida = {
  npm: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves with the exit code of npm. */
  ended: Promise<number | null>;
};

export async function choosePlace(dataDir: string): Promise<Place> {
  return { port: await findFreePort(), apiPort: await findFreePort(), dataDir };
}

export function startVida(place: Place, extra: Record<string, string> = {}): Vida {
  const npm = spawn("npm", ["start", "--silent"], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(place.port),
      API_PORT: String(place.apiPort),
      DATA_DIR: place.dataDir,
      MODEL_PROVIDER: "local",
      LOG_LEVEL: "warn",
      ...extra,
    },
  });
  let output = "";
  npm.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  npm.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => npm.once("close", (code) => done(code)));
  return { npm, output: () => output, ended };
}

/** Asks again and again; the test's own time limit gives up. */
export async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await question())) await sleep(50);
}

export async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
  } catch {
    return false;
  }
}

/** Nothing of it is left: its processes, its ports, its database. */
export async function isGone(place: Place, pids: readonly number[]): Promise<boolean> {
  const dead = pids.every((pid) => !isAlive(pid));
  return dead && (await isFree(place.port)) && (await isFree(place.apiPort));
}

export function databasePid({ dataDir }: Place): number {
  return Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

/** Every process below one, itself included. */
export function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return [
    pid,
    ...(children === "" ? [] : children.split(" ").flatMap((child) => family(Number(child)))),
  ];
}

/** The one process of a family whose command line has these words. */
export function findProcess(pids: readonly number[], words: string): number {
  const found = pids.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(words));
  if (found === undefined) throw new Error(`no process has ${words}`);
  return found;
}
