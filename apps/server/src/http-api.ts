import type { AnyTRPCRouter } from "@trpc/server";
import { fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import { DomainError } from "@vida/core/errors";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Auth, Session } from "./auth.ts";
import { authHeaders } from "./http-auth.ts";
import type { LimitName, Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Streams } from "./stream.ts";

const prefix = "/trpc/";
const maxBatchSize = 20;
const importLimit = 64 * 1024 * 1024;

/** What a procedure may know of the request it runs for. */
export type ApiRequest = {
  session: Session | null;
  requestId: string;
  /** The client's `x-action-id`, when it is a UUID. */
  actionId: string | undefined;
  /** Counts a try against the person and the address; throws `limited` when there were too many. */
  spend(name: LimitName): Promise<void>;
  /** Ends when the client goes away. */
  headers: { userAgent: string | undefined };
};

export type Api = {
  router: AnyTRPCRouter;
  createContext(request: ApiRequest): object;
};

type Deps = { auth: Auth; limits: Limits; api: Api; streams: Streams; log: Log };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Mounts tRPC; `live.events` goes to our own writer of streams. */
export function registerApi(app: FastifyInstance, deps: Deps): void {
  const { auth, limits, api, streams, log } = deps;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });

  const sessionOf = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers.cookie === undefined) return null;
    const session = await auth.session(authHeaders(request));
    if (session !== null && session.cookies.length > 0) {
      void reply.header("set-cookie", session.cookies);
    }
    return session;
  };

  const apiRequest = (request: FastifyRequest, session: Session | null): ApiRequest => {
    const actionId = request.headers["x-action-id"];
    return {
      session,
      requestId: request.id,
      actionId: typeof actionId === "string" && uuid.test(actionId) ? actionId : undefined,
      spend: async (name) => {
        await limits.spend(name, { account: session?.userId, address: request.ip });
      },
      headers: { userAgent: request.headers["user-agent"] },
    };
  };

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const session = await sessionOf(request, reply);
    await fastifyRequestHandler({
      router: api.router,
      req: request,
      res: reply,
      path: decodeURIComponent(request.url.slice(prefix.length).split("?")[0] ?? ""),
      maxBatchSize,
      createContext: () => api.createContext(apiRequest(request, session)),
      onError: ({ error, path }) => {
        if (error.code !== "INTERNAL_SERVER_ERROR") return;
        log.error({ err: error.cause ?? error, path, requestId: request.id }, "bug");
      },
    });
    return reply;
  };

  app.get(`${prefix}live.events`, async (request, reply) => {
    const session = await sessionOf(request, reply);
    if (session === null) throw new DomainError("unauthenticated", "account.signedOut");
    await streams.serve(request, reply, session);
  });
  app.post(`${prefix}account.importData`, { bodyLimit: importLimit }, handle);
  app.route({ method: ["GET", "POST"], url: `${prefix}*`, handler: handle });
}
