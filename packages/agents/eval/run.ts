import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";

import { newId } from "@vida/core/context";
import type { Services } from "@vida/core/context";
import { createTextFlusher } from "@vida/core/live/flusher";
import { openDb } from "@vida/db/db";
import { cloneDatabase, startTestServer } from "@vida/db/testing-server";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import { cloudOf } from "../src/models.ts";
import type { RunDeps } from "../src/run.ts";
import { registryOf } from "../src/tools.ts";
import { judge } from "./judge.ts";
import type { Case } from "./match.ts";
import { makePerson } from "./person.ts";
import { play, playAfter } from "./play.ts";

/**
 * Says every sentence of the eval sets to the real graph over a real database and judges what came of it.
 *
 * `npm run eval [-- --model local|google] [--set FILE] [--today YYYY-MM-DD] [--quiet]`. Nothing is ever
 * confirmed, so every sentence meets the same person. Prints each miss, a table per tool, and one JSON line.
 */
const Cases = z.array(z.custom<Case>((one) => WithText.safeParse(one).success));
const WithText = z.object({ id: z.string(), text: z.string() });

/** "Desfaz" needs something that was done in its conversation; another day's, so that no sentence meets it. */
const BEFORE_UNDO = "anteontem fiz 33 min de exercício";

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "local" },
    set: { type: "string", multiple: true },
    today: { type: "string", default: "2026-11-22" },
    quiet: { type: "boolean", default: false },
  },
});
const { model, today, quiet } = values;
const own = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".json"));
const files = values.set ?? own.map((file) => join(import.meta.dirname, file));

const cloud =
  model === "google"
    ? cloudOf({
        provider: "google",
        apiKey: process.env["GEMINI_API_KEY"],
        baseUrl: process.env["GEMINI_BASE_URL"],
        agentModel: process.env["AGENT_MODEL"] ?? "gemini-3.8-flash",
        triageModel: process.env["TRIAGE_MODEL"] ?? "gemini-3.5-flash-lite",
      })
    : undefined;
if (model === "google" && cloud === undefined) {
  process.stderr.write("Falta GEMINI_API_KEY para avaliar o modelo google.\n");
  process.exit(1);
}

const server = await startTestServer();
try {
  const urls = await cloneDatabase(server, "eval");
  const db = openDb({ appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth, poolSize: 6 });
  const now = Temporal.Instant.from(`${today}T13:30:00Z`);
  const services: Services = { db, clock: () => now };
  const bugs: unknown[] = [];
  const deps: RunDeps = {
    services,
    flusher: createTextFlusher(db, { everyMs: 5 }),
    onBug: (error) => bugs.push(error),
    ...(cloud && { cloud }),
  };
  const person = await makePerson(services, today, cloud !== undefined);
  const workerId = `eval-${newId()}`;
  const world = { today, ref: person.ref };
  const sets = new Map<string, { total: number; good: number }>();
  const tools = new Map<string, { total: number; good: number }>();
  let wrongWrites = 0;
  let foreignFigures = 0;
  for (const file of files) {
    const cases = Cases.parse(JSON.parse(readFileSync(file, "utf8")));
    const set = { total: 0, good: 0 };
    sets.set(basename(file, ".json"), set);
    for (const one of cases) {
      const played = one.writes?.some(({ tool }) => tool === "undo_last")
        ? await playAfter(deps, person.userId, workerId, BEFORE_UNDO, one.text)
        : await play(deps, person.userId, workerId, one.text);
      const bad = judge(one, played, world, registryOf());
      if (bugs.length > 0) bad.push(`bug ${String(bugs.splice(0)[0])}`);
      const keys = (one.writes ?? []).map(({ tool }) => tool);
      const counted = [
        set,
        ...[...new Set(keys.length > 0 ? keys : (one.reads ?? []).slice(0, 1))].map((key) =>
          at(tools, key),
        ),
      ];
      for (const tally of counted) tally.total += 1;
      if (bad.length === 0) for (const tally of counted) tally.good += 1;
      else if (!quiet) print(one, played.answer, bad);
      if (one.writes?.length === 0 && played.writes.length > 0) wrongWrites += 1;
      foreignFigures += bad.filter((fault) => fault.startsWith("figure")).length;
    }
  }
  for (const [title, rows] of [
    ["conjunto", sets],
    ["ferramenta", tools],
  ] as const) {
    process.stdout.write(`\n${title.padEnd(28)} certas  total\n`);
    for (const [name, { good, total }] of rows)
      process.stdout.write(
        `${name.padEnd(28)} ${String(good).padStart(6)} ${String(total).padStart(6)}\n`,
      );
  }
  const all = [...sets.values()];
  const total = all.reduce((sum, set) => sum + set.total, 0);
  const good = all.reduce((sum, set) => sum + set.good, 0);
  const shares = Object.fromEntries(
    [...sets].map(([name, set]) => [name, share(set.good, set.total)]),
  );
  process.stdout.write(
    `${JSON.stringify({ name: "eval", model, total, good, share: share(good, total), wrongWrites, foreignFigures, sets: shares })}\n`,
  );
  await db.close();
} finally {
  await server.stop();
}

function at(tallies: Map<string, { total: number; good: number }>, key: string) {
  const tally = tallies.get(key) ?? { total: 0, good: 0 };
  tallies.set(key, tally);
  return tally;
}

function share(part: number, whole: number): number {
  return Number((part / Math.max(1, whole)).toFixed(4));
}

function print(one: Case, answer: string, bad: readonly string[]): void {
  const expected = one.writes
    ?.map(({ tool, args }) => `${tool} ${JSON.stringify(args)}`)
    .join(" + ");
  process.stdout.write(
    `✗ ${one.id} «${one.text}»\n    esperado: ${expected === undefined || expected === "" ? "nada" : expected}${one.reads ? `, leitura ${one.reads.join("|")}` : ""}\n    ${bad.join("\n    ")}\n    resposta: ${answer.replaceAll("\n", " ⏎ ").slice(0, 240)}\n`,
  );
}
