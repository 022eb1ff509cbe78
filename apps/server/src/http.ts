import helmet from "@fastify/helmet";
import { newId } from "@vida/core/context";
import type { Db } from "@vida/db/db";
import { fastify, type FastifyInstance, type FastifyReply } from "fastify";

import type { Env } from "./env.ts";
import { readiness } from "./health.ts";
import { registerApi, type ApiDeps } from "./http-api.ts";
import { registerAuth } from "./http-auth.ts";
import type { Log } from "./log.ts";
import { isForeign } from "./origins.ts";
import { createSessionWatch } from "./session-watch.ts";
import { createStreams } from "./stream.ts";
import { toWireError, wireError, type WireError } from "./wire-error.ts";

const bodyLimit = 1024 * 1024;

export type HttpDeps = {
  env: Env;
  log: Log;
  db: Db;
  /** Absent in a process that only works: then health and readiness are all it answers. */
  site?: Pick<ApiDeps, "auth" | "limits" | "hub" | "services" | "playAtOnce">;
  sessionCheckMs?: number;
  /** How long a request may take to arrive. */
  slow?: { headersMs: number; requestMs: number };
};

export type HttpServer = {
  app: FastifyInstance;
  /** Answers `unavailable` from now on, ends the streams and closes when the rest is answered. */
  drain(): Promise<void>;
};

/** Builds the HTTP server: health, log-in, tRPC and live streams, with the rules that hold for all. */
export async function createHttp(deps: HttpDeps): Promise<HttpServer> {
  const { env, log, db, site, slow = { headersMs: 15_000, requestMs: 60_000 } } = deps;
  const app: FastifyInstance = fastify({
    logger: false,
    bodyLimit,
    trustProxy: env.trustProxy,
    requestTimeout: slow.requestMs,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    http: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: slow.headersMs,
      connectionsCheckingInterval: Math.min(slow.headersMs, 5_000),
    },
    routerOptions: { maxParamLength: 2_000 },
    genReqId: ({ headers }) => requestId(headers["x-request-id"]),
    requestIdHeader: false,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    frameworkErrors: (error, request, reply: FastifyReply) => {
      const { status, body } = toWireError(error, request.id);
      void reply.code(status).send(body);
    },
  });
  await secure(app, env);
  logRequests(app, log);

  app.setErrorHandler(async (error, request, reply) => {
    const answer = toWireError(error, request.id);
    if (answer.status === 500) log.error({ err: error, requestId: request.id }, "bug");
    return reply.code(answer.status).headers(answer.headers).send(answer.body);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const { status, body } = wireError("not_found", "request.noSuchPath", {
      requestId: request.id,
    });
    return reply.code(status).send(body);
  });

  const started = performance.now();
  app.get("/healthz", () => ({
    status: "ok",
    uptimeSeconds: Math.round((performance.now() - started) / 1000),
  }));
  let draining = false;
  app.get("/readyz", async (_request, reply) => {
    const state = await readiness(db, { needsWorker: env.role !== "web-api" });
    const ready = state.ready && !draining;
    return reply.code(ready ? 200 : 503).send({ ...state, ready });
  });

  const closers: (() => void)[] = [];
  if (site !== undefined) {
    const stillGood = (ids: readonly string[]) => site.auth.stillGood(ids);
    const everyMs = deps.sessionCheckMs ?? 30_000;
    const watch = createSessionWatch({ stillGood, everyMs, log });
    const streams = createStreams(site.hub, watch);
    closers.push(
      () => streams.close(),
      () => watch.close(),
    );
    const { dailyCostLimit } = env.models;
    await app.register(async (scope) => registerAuth(scope, site.auth, env));
    await app.register(async (scope) =>
      registerApi(scope, { ...site, streams, sessions: watch, log, dailyCostLimit }),
    );
  }

  return {
    app,
    async drain() {
      draining = true;
      for (const close of closers) close();
      await app.close();
    },
  };
}

/** Keeps a caller's id when it is one, so that a request can be followed from end to end. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && /^[\w.-]{8,64}$/.test(given) ? given : newId();
}

async function secure(app: FastifyInstance, env: Env): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] },
    },
    frameguard: { action: "deny" },
    hsts: env.production && env.appUrl.startsWith("https:") ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id).header("cache-control", "no-store");
    const { origin, cookie } = request.headers;
    if (isForeign({ method: request.method, origin, cookie }, env.origins)) {
      const refusal: WireError = wireError("forbidden", "request.foreignOrigin", {
        requestId: request.id,
      });
      return reply.code(refusal.status).send(refusal.body);
    }
    return undefined;
  });
}

/** One line per request: no query, no body, for they carry what people wrote. */
function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (path === "/healthz" || path === "/readyz") return;
    log.info(
      {
        requestId: request.id,
        method: request.method,
        path: path.slice(0, 200),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
  });
}
