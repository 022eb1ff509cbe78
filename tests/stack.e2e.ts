import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { isAlive } from "../scripts/bootstrap.mjs";
import {
  choosePlace,
  databasePid,
  family,
  findProcess,
  isGone,
  isReady,
  startVida,
  until,
  type Place,
  type Vida,
} from "./stack/vida.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

let folder = "";
let place: Place;
const started: Vida[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vida-stack-"));
  chmodSync(folder, 0o755);
  place = await choosePlace(join(folder, "data"));
});

test.afterAll(async () => {
  for (const { npm, ended } of started) {
    if (npm.exitCode === null && npm.signalCode === null) npm.kill("SIGTERM");
    await ended;
  }
  await until(() => isGone(place, []));
  rmSync(folder, { recursive: true, force: true });
});

async function up(): Promise<Vida & { pids: number[]; pid: number }> {
  const vida = startVida(place);
  started.push(vida);
  await until(() => vida.output().includes("Vida está no ar") || vida.npm.exitCode !== null);
  expect(vida.output()).toContain(`http://localhost:${place.port}`);
  const pid = vida.npm.pid ?? 0;
  return { ...vida, pid, pids: family(pid) };
}

test("server, pages and database that are killed serve again", async () => {
  const vida = await up();
  for (const victim of [
    findProcess(vida.pids, "apps/server/src/main.ts"),
    findProcess(vida.pids, "next"),
    databasePid(place),
  ]) {
    const before = vida.output().split("no ar de novo.").length;
    process.kill(victim, "SIGKILL");
    await until(() => vida.output().split("no ar de novo.").length > before);
    await until(() => isReady(place.port));
    expect(isAlive(victim)).toBe(false);
  }
  const pids = family(vida.pid);
  process.kill(-vida.pid, "SIGINT");
  await vida.ended;
  await until(() => isGone(place, pids));
});

test("SIGTERM to npm alone stops everything", async () => {
  const vida = await up();
  const pids = [...vida.pids, databasePid(place)];
  process.kill(vida.pid, "SIGTERM");
  await until(() => isGone(place, pids));
});

test("a start that was killed leaves a database that the next one adopts", async () => {
  const killed = await up();
  const database = databasePid(place);
  const ofDatabase = family(database);
  const rest = killed.pids.filter((pid) => !ofDatabase.includes(pid));
  process.kill(-killed.pid, "SIGKILL");
  await until(() => isGone(place, rest));
  expect(isAlive(database)).toBe(true);

  const next = await up();
  expect(databasePid(place)).toBe(database);
  process.kill(-next.pid, "SIGTERM");
  await next.ended;
  await until(() => isGone(place, [...next.pids, database]));
});

test("a second start in the same folder, and a taken port, are one sentence each", async () => {
  const first = await up();
  const second = startVida(place);
  started.push(second);
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/^O Vida já está no ar nesta pasta.*\n$/m);
  process.kill(-first.pid, "SIGTERM");
  await first.ended;
  await until(() => isGone(place, first.pids));

  const other = createServer().listen(place.apiPort, "127.0.0.1");
  const refused = startVida(place);
  started.push(refused);
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`A porta ${place.apiPort} já está em uso`);
  await new Promise((done) => other.close(done));
});
