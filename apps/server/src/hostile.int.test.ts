import { rowDigest } from "@vida/api/testing/digest";
import {
  allPaths,
  allProcedures,
  put,
  sampleInput,
  type Path,
  type Procedure,
} from "@vida/api/testing/procedures";
import { makeWorld } from "@vida/api/testing/world";
import { createLiveHub } from "@vida/core/live/hub";
import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { isTooDeep } from "./json-depth.ts";
import { hostileJson, hostileValues } from "./testing-hostile.ts";
import { startServer } from "./testing-process.ts";
import { signUp, webOrigin } from "./testing.ts";

const test = await testDb();
const server = await startServer(test.urls, { ROLE: "web-api", RATE_LIMITS: "off" });
const hub = await createLiveHub(test.db);
afterAll(async () => {
  server.child.kill("SIGKILL");
  await hub.close();
  // What it left in the queue is nobody's business any more.
  await test.superPool.query('delete from login."user" where id = $1', [user.id]);
  await test.superPool.query(
    "delete from graphile_worker._private_jobs where payload ->> 'userId' = $1",
    [user.id],
  );
});
await server.ready();
const person = await signUp(server.address);
const session = await person.get("/api/auth/get-session");
const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(session.body);
// Runs the installation, so that the schemas of the operator's procedures are reached too.
await test.superPool.query('update login."user" set is_owner = false where is_owner');
await test.superPool.query('update login."user" set is_owner = true where id = $1', [user.id]);
const { ids } = await makeWorld(test, hub, user.id);

/** Ends the person; tried where it belongs. */
const LEFT_OUT = new Set(["account.deleteAccount"]);
const CODES = new Set(["forbidden", "not_found", "invalid", "conflict", "limited"]);
/** A URL has to fit into the headers. */
const LONGEST_URL = 12_000;

type Attempt = { readonly procedure: Procedure; readonly where: string; readonly json: string };
type Outcome = Attempt & { readonly code: string };

/** Every field of every procedure with every hostile value, parted by what its schema says. */
function attempts(): { refused: Attempt[]; taken: Attempt[] } {
  const refused: Attempt[] = [];
  const taken: Attempt[] = [];
  for (const procedure of allProcedures()) {
    if (procedure.type === "subscription" || LEFT_OUT.has(procedure.path)) continue;
    const { shape } = procedure;
    const paths: Path[] = shape === null ? [[]] : allPaths(shape);
    for (const path of paths) {
      const base =
        shape === null
          ? {}
          : sampleInput(shape, (name) => ids[name.replace(/Ids$/, "Id")] ?? "", path);
      for (const value of hostileValues(String(path.at(-1)))) {
        const json = hostileJson(put(base, path, value) ?? null);
        const attempt = {
          procedure,
          where: `${procedure.path} ${path.join(".")} ${shown(value)}`,
          json,
        };
        (isTaken(procedure, json) ? taken : refused).push(attempt);
      }
    }
  }
  return { refused, taken };
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 60);

function isTaken(procedure: Procedure, json: string): boolean {
  try {
    return procedure.accepts(JSON.parse(json));
  } catch {
    return false;
  }
}

const Single = z.union([
  z.object({ result: z.unknown() }).transform(() => "ok"),
  z
    .object({ error: z.object({ data: z.object({ code: z.string() }) }) })
    .transform(({ error }) => error.data.code),
]);

/** Sends attempts of one kind of procedure, several in a request, and tells what each was answered. */
async function send(type: "query" | "mutation", batch: readonly Attempt[]): Promise<Outcome[]> {
  const paths = batch.map(({ procedure }) => procedure.path).join(",");
  const input = `{${batch.map(({ json }, n) => `"${n}":${json}`).join(",")}}`;
  const url = `${server.address}/trpc/${paths}?batch=1`;
  const answer = await fetch(type === "query" ? `${url}&input=${encodeURIComponent(input)}` : url, {
    method: type === "query" ? "GET" : "POST",
    headers: { origin: webOrigin, cookie: person.cookie, "content-type": "application/json" },
    body: type === "query" ? null : input,
    signal: AbortSignal.timeout(30_000),
  });
  // What is refused at the door is refused for the whole batch.
  const body = z.union([z.array(Single), Single]).parse(await answer.json());
  return batch.map((attempt, n) => ({
    ...attempt,
    code: typeof body === "string" ? body : (body[n] ?? "nothing"),
  }));
}

async function sendAll(all: readonly Attempt[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const type of ["query", "mutation"] as const) {
    const limit = type === "query" ? LONGEST_URL : 400_000;
    let batch: Attempt[] = [];
    let size = 0;
    for (const attempt of all.filter(({ procedure }) => procedure.type === type)) {
      const length =
        type === "query" ? encodeURIComponent(attempt.json).length : attempt.json.length;
      if (length > limit) continue;
      const alone = isTooDeep(attempt.json);
      if (batch.length === 20 || size + length > limit || (alone && batch.length > 0)) {
        outcomes.push(...(await send(type, batch)));
        [batch, size] = [[], 0];
      }
      batch.push(attempt);
      size += alone ? limit : length + attempt.procedure.path.length;
    }
    if (batch.length > 0) outcomes.push(...(await send(type, batch)));
  }
  return outcomes;
}

const { refused, taken } = attempts();

describe("hostile input over HTTP", () => {
  it("that no schema takes is refused by a typed code, and nothing is stored", async () => {
    const before = await rowDigest(test.superPool, [user.id]);
    const outcomes = await sendAll(refused);
    expect(outcomes.length).toBeGreaterThan(15_000);
    const wrong = outcomes.filter(({ code }) => code !== "invalid");
    expect(wrong.map(({ where, code }) => `${where}: ${code}`)).toEqual([]);
    expect(await rowDigest(test.superPool, [user.id])).toEqual(before);
  }, 300_000);

  it("that fits a schema is taken or refused, and never a bug", async () => {
    const outcomes = await sendAll(taken);
    expect(outcomes.length).toBeGreaterThan(500);
    const wrong = outcomes.filter(({ code }) => code !== "ok" && !CODES.has(code));
    expect(wrong.map(({ where, code }) => `${where}: ${code}`)).toEqual([]);
    const unstorable = outcomes.filter(
      ({ code, where, procedure: { shape } }) =>
        code === "ok" && shape !== null && /@@(nul|loneSurrogate)@@/.test(where),
    );
    expect(unstorable.map(({ where }) => where)).toEqual([]);
  }, 300_000);

  it("leaves the server in health, without one bug in its log", async () => {
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    const bugs = server
      .output()
      .stdout.split("\n")
      .filter((line) => line.includes('"msg":"bug"'));
    expect(bugs.slice(0, 5)).toEqual([]);
  });
});
