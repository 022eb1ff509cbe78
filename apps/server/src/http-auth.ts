import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { addressHeader } from "./auth-hooks.ts";
import { authPaths, type Auth } from "./auth.ts";
import type { Env } from "./env.ts";
import { wireError } from "./wire-error.ts";

const prefix = "/api/auth";
const passedOn = ["cookie", "origin", "referer", "user-agent", "content-type", "accept-language"];

/** The headers that log-in may see, with the address as this server judges it. */
export function authHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const name of [...passedOn, "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  headers.set(addressHeader, request.ip);
  return headers;
}

/** Mounts the log-in routes; what is not on the list of paths is not found. */
export function registerAuth(app: FastifyInstance, auth: Auth, env: Env): void {
  app.removeAllContentTypeParsers();
  for (const type of ["application/json", "application/x-www-form-urlencoded"]) {
    app.addContentTypeParser(type, { parseAs: "string" }, (_request, body, done) => {
      done(null, body);
    });
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.slice(prefix.length).split("?")[0] ?? "";
    if (!authPaths.has(path)) {
      const { status, body } = wireError("not_found", "request.noSuchPath");
      return reply.code(status).send(body);
    }
    const body = typeof request.body === "string" && request.body !== "" ? request.body : null;
    const response = await auth.handle(
      new Request(new URL(request.url, env.appUrl), {
        method: request.method,
        headers: authHeaders(request),
        body:
          request.method === "GET" ? null : (body ?? (request.body === undefined ? null : "{}")),
      }),
    );
    return send(reply, response);
  };

  app.route({
    method: ["GET", "POST"],
    url: `${prefix}/*`,
    bodyLimit: 64 * 1024,
    handler: answer,
  });
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  void reply.code(response.status);
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") void reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) void reply.header("set-cookie", cookies);
  return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
}
