import { Writable } from "node:stream";

import { systemClock } from "@vida/core/context";
import type { TestDb } from "@vida/db/testing";

import { startApp, type App } from "./app.ts";
import type { Env } from "./env.ts";
import type { JobHandlers } from "./job-runner.ts";
import { makeHandlers } from "./jobs/handlers.ts";
import { createLog } from "./log.ts";

export const webOrigin = "http://localhost:3000";
export const goodPassword = "girassol azul em outubro";

/** An environment as `readEnv` gives it, on the test's database and a free port. */
export function testEnv(urls: TestDb["urls"], changes: Partial<Env> = {}): Env {
  return {
    production: false,
    role: "web-api",
    host: "127.0.0.1",
    apiPort: 0,
    appUrl: webOrigin,
    origins: [webOrigin, "http://127.0.0.1:3000"],
    logLevel: "info",
    dataDir: ".data",
    embedded: true,
    urls,
    adminUrl: undefined,
    authSecret: "um segredo só para estes testes, longo o bastante",
    rateLimits: false,
    signUp: "open",
    trustProxy: ["loopback"],
    mail: { smtpUrl: undefined, from: "vida@example.com" },
    traces: { otlpEndpoint: undefined, langsmithKey: undefined, content: false },
    push: { keys: undefined, services: [] },
    models: {
      provider: "local",
      geminiKey: undefined,
      geminiBaseUrl: undefined,
      agentModel: "",
      triageModel: "",
      dailyCostLimit: undefined,
    },
    ...changes,
  };
}

export type TestApp = App & {
  /** Everything that was logged, one JSON text per line. */
  logged: string[];
};

type StartOptions = {
  handlers?: Partial<JobHandlers>;
  sessionCheckMs?: number;
  drainMs?: number;
  slow?: { headersMs: number; requestMs: number };
};

export async function startTestApp(env: Env, options: StartOptions = {}): Promise<TestApp> {
  const logged: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString("utf8"));
      done();
    },
  });
  const { handlers, ...timing } = options;
  const app = await startApp({
    env,
    log: createLog("debug", destination),
    clock: systemClock,
    makeHandlers: (deps) => ({ ...makeHandlers(deps), ...handlers }),
    ...timing,
  });
  return { ...app, logged };
}

export type Answer = { status: number; headers: Headers; body: unknown };

/** A browser as far as these tests need one: an origin, cookies and JSON. */
export type Visitor = {
  cookie: string;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
};

export function visit(address: string, cookie = ""): Visitor {
  const visitor: Visitor = {
    cookie,
    post: (path, body, headers = {}) =>
      send("POST", path, headers, body === undefined ? null : JSON.stringify(body)),
    get: (path, headers = {}) => send("GET", path, headers, null),
  };
  async function send(
    method: string,
    path: string,
    more: Record<string, string>,
    body: string | null,
  ): Promise<Answer> {
    const headers = new Headers({ origin: webOrigin, ...more });
    if (body !== null && !headers.has("content-type")) {
      headers.set("content-type", "application/json");
    }
    if (visitor.cookie !== "") headers.set("cookie", visitor.cookie);
    const response = await fetch(`${address}${path}`, { method, headers, body });
    for (const line of response.headers.getSetCookie()) keepCookie(visitor, line);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const parsed: unknown = isJson && text !== "" ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed };
  }
  return visitor;
}

function keepCookie(visitor: Visitor, line: string): void {
  const [pair = ""] = line.split(";");
  const name = pair.slice(0, pair.indexOf("="));
  const others = visitor.cookie.split("; ").filter((one) => one && !one.startsWith(`${name}=`));
  const gone = /max-age=0/i.test(line);
  visitor.cookie = [...others, ...(gone ? [] : [pair])].join("; ");
}

let people = 0;

/** Signs up a new person and answers their browser. */
export async function signUp(address: string): Promise<Visitor & { email: string }> {
  people += 1;
  const email = `pessoa-${process.pid}-${people}-${Math.random().toString(36).slice(2)}@example.com`;
  const visitor = visit(address);
  const body = { email, password: goodPassword, name: "Dora Lima" };
  const answer = await visitor.post("/api/auth/sign-up/email", body);
  if (answer.status !== 200) throw new Error(`sign-up: ${JSON.stringify(answer.body)}`);
  return Object.assign(visitor, { email });
}
