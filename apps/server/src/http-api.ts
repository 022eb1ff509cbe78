import type { TRPCError } from "@trpc/server";
import { fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import { appRouter } from "@vida/api/root";
import type { ApiContext } from "@vida/api/trpc";
import type { PlayAtOnce } from "@vida/core/chat/send";
import type { Services } from "@vida/core/context";
import { DomainError, isDomainError } from "@vida/core/errors";
import type { LiveHub } from "@vida/core/live/hub";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Auth, Session } from "./auth.ts";
import { authHeaders } from "./http-auth.ts";
import { isTooDeep } from "./json-depth.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { SessionWatch } from "./session-watch.ts";
import type { Streams } from "./stream.ts";

const prefix = "/trpc/";
const maxBatchSize = 20;
const importLimit = 64 * 1024 * 1024;

export type ApiDeps = {
  auth: Auth;
  limits: Limits;
  services: Services;
  hub: LiveHub;
  streams: Streams;
  sessions: SessionWatch;
  log: Log;
  dailyCostLimit: number | undefined;
  playAtOnce?: PlayAtOnce;
};

/** Mounts tRPC; `live.events` goes to our own writer of streams. */
export function registerApi(app: FastifyInstance, deps: ApiDeps): void {
  const { auth, limits, services, hub, streams, sessions, log } = deps;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    if (typeof body === "string" && isTooDeep(body)) done(tooDeep());
    else done(null, body);
  });

  const sessionOf = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers.cookie === undefined) return null;
    const session = await auth.session(authHeaders(request));
    if (session !== null && session.cookies.length > 0) {
      void reply.header("set-cookie", session.cookies);
    }
    return session;
  };

  const contextOf = (request: FastifyRequest, session: Session | null): ApiContext => {
    const actionId = request.headers["x-action-id"];
    return {
      services,
      hub,
      requestId: request.id,
      person: session,
      actionId: typeof actionId === "string" ? actionId : undefined,
      address: request.ip,
      dailyCostLimit: deps.dailyCostLimit,
      playAtOnce: deps.playAtOnce,
      instance: () => auth.instance(),
      spend: (name, by) => limits.spend(name, by),
      watchSession: (sessionId, end) => sessions.watch(sessionId, end),
      onBug: (error) => log.error({ err: error, requestId: request.id }, "bug"),
    };
  };

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (isTooDeep(inputOf(request))) throw tooDeep();
    const session = await sessionOf(request, reply);
    await fastifyRequestHandler({
      router: appRouter,
      req: request,
      res: reply,
      path: decodeURIComponent(request.url.slice(prefix.length).split("?")[0] ?? ""),
      maxBatchSize,
      createContext: () => contextOf(request, session),
      responseMeta: ({ errors }) => retryAfter(errors),
      onError: ({ error, path }) => {
        if (error.code !== "INTERNAL_SERVER_ERROR") return;
        log.error({ err: error.cause ?? error, path, requestId: request.id }, "bug");
      },
    });
    return reply;
  };

  app.get(`${prefix}live.events`, async (request, reply) => {
    const session = await sessionOf(request, reply);
    if (session === null) throw new DomainError("unauthenticated", "session.required");
    await streams.serve(request, reply, session);
  });
  app.post(`${prefix}account.importData`, { bodyLimit: importLimit }, handle);
  app.route({ method: ["GET", "POST"], url: `${prefix}*`, handler: handle });
}

const tooDeep = () => new DomainError("invalid", "request.tooDeep");

/** The input of a query, as its URL carries it. */
function inputOf(request: FastifyRequest): string {
  return new URLSearchParams(request.url.split("?")[1] ?? "").get("input") ?? "";
}

/** Tells a client that did too much when it may try again. */
function retryAfter(errors: readonly TRPCError[]): { headers?: Headers } {
  const seconds = errors
    .map(({ cause }) => (isDomainError(cause) ? cause.details["retryAfterSeconds"] : undefined))
    .find((value) => typeof value === "number");
  return seconds === undefined ? {} : { headers: new Headers({ "retry-after": `${seconds}` }) };
}
