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
import type { RunDeps } from "../src/run-turn.ts";
import { registryOf } from "../src/tools.ts";
import { judge } from "./judge.ts";
import type { Case } from "./match.ts";
import { makePerson } from "./person.ts";
import { play, playAfter } from "./play.ts";
import type { Played } from "./play.ts";
import { readCase } from "./read.ts";
import { reportOf } from "./report.ts";

/**
 * Says every sentence of the eval sets to the real graph over a real database and judges what came of it.
 *
 * `npm run eval [-- --model local|google] [--set FILE] [--today YYYY-MM-DD] [--quiet] [--all] [--quick]`. Nothing that would
 * change what later sentences meet is confirmed, unless by a person of its own. Most of what must lead to
 * nothing is read by the grammar alone (`--all` plays it too, `--quick` plays one line in 24). Prints each miss, tables per
 * set and per tool, and one JSON line; ends with 1 below what `report.ts` asks for.
 */
const Cases = z.array(z.custom<Case>((one) => WithText.safeParse(one).success));
const WithText = z.object({ id: z.string(), text: z.string() });

/** "Desfaz" needs something that was done in its conversation. */
const BEFORE_UNDO = "anteontem fiz 33 min de exercício";

/** Sentences are said in conversations of their own, so many at once. */
const AT_ONCE = 8;

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "local" },
    set: { type: "string", multiple: true },
    today: { type: "string", default: "2026-11-22" },
    quiet: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const { model, today, quiet, all, quick } = values;
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
  const db = openDb({
    appUrl: urls.app,
    workerUrl: urls.worker,
    authUrl: urls.auth,
    poolSize: AT_ONCE + 2,
  });
  const now = Temporal.Instant.from(`${today}T13:30:00Z`);
  const services: Services = { db, clock: () => now };
  const flusher = createTextFlusher(db, { everyMs: 5 });
  const person = await makePerson(services, today, cloud !== undefined);
  const workerId = `eval-${newId()}`;

  const report = reportOf({ model, quiet });
  const say = async (set: string, one: Case, index: number): Promise<void> => {
    const bugs: unknown[] = [];
    const deps: RunDeps = {
      services,
      flusher,
      onBug: (error) => bugs.push(error),
      ...(cloud && { cloud }),
    };
    const who =
      changes(one) && !spared(one, index)
        ? await makePerson(services, today, cloud !== undefined)
        : person;
    const alone = spared(one, index);
    const played: Played = alone
      ? readOnly(one)
      : undoes(one)
        ? await playAfter(deps, who.userId, workerId, BEFORE_UNDO, one.text)
        : await play(deps, who.userId, workerId, one.text, one.open ?? one.before);
    const bad = judge(one, played, { today, ref: alone ? (name) => name : who.ref }, registryOf());
    bad.push(...bugs.map((bug) => `bug ${String(bug)}`));
    report.add(set, one, played, bad);
  };

  for (const file of files) {
    const set = basename(file, ".json");
    const waiting = Cases.parse(JSON.parse(readFileSync(file, "utf8"))).entries();
    await Promise.all(
      Array.from({ length: cloud === undefined ? AT_ONCE : 1 }, async () => {
        for (const [index, one] of waiting) await say(set, one, index);
      }),
    );
  }
  process.exitCode = report.close() ? 0 : 1;
  await db.close();
} finally {
  await server.stop();
}

/**
 * Of the sentences that must lead to nothing, one in five goes through the whole graph; the grammar, which
 * alone could propose something, reads the others. A cloud model is asked all of them.
 */
function spared(one: Case, index: number): boolean {
  if (quick && cloud === undefined && one.says === undefined && one.saysNot === undefined)
    return index % 24 !== 0;
  const nothing = one.writes?.length === 0 || one.neutral === true;
  const judged = one.reads ?? one.says ?? one.ask ?? one.open ?? one.before;
  return !all && cloud === undefined && nothing && judged === undefined && index % 5 !== 0;
}

function readOnly(one: Case): Played {
  const { kind, writes, reads, agents, ask, decision } = readCase(one, today);
  const answer = kind === "crisis" ? "188" : "";
  const asked = ask !== undefined;
  return {
    writes,
    reads: reads.map(({ tool }) => tool),
    agents,
    asked,
    answer,
    results: [],
    ended: "completed",
    decides: decision?.verdict,
  };
}

function undoes({ writes }: Case): boolean {
  return writes?.some(({ tool }) => tool === "undo_last") === true;
}

/** Whether something is confirmed on the way: then it needs a person of its own. */
function changes(one: Case): boolean {
  return undoes(one) || one.decides === "confirm" || one.decides === "mixed";
}
