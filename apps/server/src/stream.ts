import { once } from "node:events";
import type { ServerResponse } from "node:http";

import { DomainError } from "@vida/core/errors";
import type { LiveHub } from "@vida/core/live/hub";
import type { Delivery } from "@vida/core/live/subscriber";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import type { Session } from "./auth.ts";
import type { SessionWatch } from "./session-watch.ts";

const pingEveryMs = 15_000;

export type Streams = {
  /** Answers `live.events` as a stream of server-sent events. */
  serve(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void>;
  /** How many streams are open. */
  readonly size: number;
  /** Ends all streams; their clients come back and find another server, or this one again. */
  close(): void;
};

const Input = z.object({
  conversationId: z.uuid().nullish(),
  lastEventId: z.string().max(32).nullish(),
});

/** Where a client wants to go on: its own header wins over what the page once asked for. */
function readInput(request: FastifyRequest): { conversationId?: string; after?: string } {
  const query = new URLSearchParams(request.url.split("?")[1] ?? "");
  const parsed = Input.safeParse(parseJson(query.get("input")));
  if (!parsed.success) throw new DomainError("invalid", "live.badInput");
  const { conversationId, lastEventId } = parsed.data;
  const header = request.headers["last-event-id"];
  const after = (Array.isArray(header) ? header[0] : header) ?? query.get("lastEventId");
  return {
    ...(conversationId ? { conversationId } : {}),
    ...((after ?? lastEventId) ? { after: after ?? lastEventId ?? "" } : {}),
  };
}

function parseJson(text: string | null): unknown {
  if (text === null || text === "") return {};
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
}

/**
 * Makes the writer of live streams.
 *
 * It speaks tRPC's wire format for tracked subscriptions, so tRPC's client reads it, but writes
 * the log's stored JSON as it is: tRPC's own producer costs several times the processor time.
 */
export function createStreams(hub: LiveHub, sessions: SessionWatch): Streams {
  const open = new Set<{ response: ServerResponse; stop: AbortController; quiet: boolean }>();

  const pinger = setInterval(() => {
    for (const stream of open) {
      if (stream.quiet) stream.response.write("event: ping\ndata: \n\n");
      stream.quiet = true;
    }
  }, pingEveryMs).unref();

  const serve: Streams["serve"] = async (request, reply, session) => {
    const input = readInput(request);
    const stop = new AbortController();
    const response = reply.raw;
    response.once("close", () => stop.abort());
    const batches = await hub.open({ userId: session.userId, ...input, signal: stop.signal });
    if (stop.signal.aborted) return;
    reply.hijack();
    response.writeHead(200, { ...plainHeaders(reply), ...streamHeaders });
    response.write(`event: connected\ndata: {"reconnectAfterInactivityMs":${2 * pingEveryMs}}\n\n`);
    const stream = { response, stop, quiet: true };
    open.add(stream);
    const unwatch = sessions.watch(session.sessionId, () => stop.abort());
    try {
      for await (const batch of batches) {
        stream.quiet = false;
        if (!response.write(wireText(batch))) {
          await once(response, "drain", { signal: stop.signal });
        }
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      unwatch();
      open.delete(stream);
      response.end();
    }
  };

  return {
    serve,
    get size() {
      return open.size;
    },
    close() {
      clearInterval(pinger);
      for (const { stop } of open) stop.abort();
    },
  };
}

const streamHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

function plainHeaders(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).filter((entry): entry is [string, string | string[]] => {
      return entry[1] !== undefined;
    }),
  );
}

function wireText(batch: readonly Delivery[]): string {
  let text = "";
  for (const { id, json } of batch) text += `data: ${json}\nid: ${id}\n\n`;
  return text;
}
