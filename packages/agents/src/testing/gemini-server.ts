import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

import { z } from "zod";

/** A part of a candidate as the wire carries it. */
export type WirePart =
  | { text: string; thought?: boolean; thoughtSignature?: string }
  | { functionCall: { id?: string; name: string; args?: unknown }; thoughtSignature?: string };

/** What the server does with one request. */
export type Turn =
  | { do: "stream"; frames: unknown[]; end?: "clean" | "noBlankLine" | "cut"; gapMs?: number }
  | { do: "status"; status: number; error?: unknown; headers?: Record<string, string> }
  | { do: "raw"; body: string }
  | { do: "hang" }
  | { do: "refuse" };

/** What a client asked. */
export type Seen = { path: string; key: string | undefined; body: Record<string, unknown> };

/** Answers one request; scripted turns first, then this. */
export type Answer = (seen: Seen) => Turn;

/** One frame with parts of the first candidate. */
export function frame(
  parts: WirePart[],
  finishReason?: string,
  usage?: Record<string, number>,
): unknown {
  return {
    candidates: [
      { content: { role: "model", parts }, index: 0, ...(finishReason && { finishReason }) },
    ],
    ...(usage && { usageMetadata: usage }),
  };
}

/** Says a text in pieces and ends as the real service does. */
export function says(text: string, pieces = 3): Turn {
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const frames = [];
  for (let at = 0; at < text.length; at += size) {
    const last = at + size >= text.length;
    const usage = {
      promptTokenCount: 100,
      candidatesTokenCount: at + size,
      totalTokenCount: 120 + at + size,
    };
    frames.push(frame([{ text: text.slice(at, at + size) }], last ? "STOP" : undefined, usage));
  }
  return { do: "stream", frames };
}

/** Calls functions, as the real service does in one frame each. */
export function calls(
  ...wanted: { name: string; args?: unknown; id?: string; signature?: string }[]
): Turn {
  const frames = wanted.map(({ name, args, id, signature }, index) =>
    frame(
      [
        {
          functionCall: { ...(id && { id }), name, args: args ?? {} },
          ...(signature && { thoughtSignature: signature }),
        },
      ],
      index === wanted.length - 1 ? "STOP" : undefined,
    ),
  );
  return { do: "stream", frames };
}

/**
 * Starts a server that speaks Gemini's wire format on a free loopback port.
 *
 * Turns are played in order, whatever model is asked; after the last one `otherwise` answers. The
 * two methods of the service share a script: `generateContent` gives the frames joined into one.
 */
export async function startGemini(turns: Turn[] = [], otherwise: Answer = () => says("Certo.")) {
  const seen: Seen[] = [];
  const queue = [...turns];
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await text(request);
    const key = request.headers["x-goog-api-key"];
    const asked: Seen = {
      path: request.url ?? "",
      key: typeof key === "string" ? key : undefined,
      body: z.record(z.string(), z.unknown()).parse(JSON.parse(sent || "{}")),
    };
    seen.push(asked);
    await play(queue.shift() ?? otherwise(asked), asked, response);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    /** Adds turns to the script. */
    script: (...more: Turn[]) => queue.push(...more),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type GeminiServer = Awaited<ReturnType<typeof startGemini>>;

async function play(turn: Turn, asked: Seen, response: ServerResponse): Promise<void> {
  switch (turn.do) {
    case "hang":
      return;
    case "refuse":
      response.destroy();
      return;
    case "status": {
      response.writeHead(turn.status, { "content-type": "application/json", ...turn.headers });
      response.end(
        JSON.stringify({
          error: turn.error ?? { code: turn.status, message: `status ${turn.status}` },
        }),
      );
      return;
    }
    case "raw":
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(turn.body);
      return;
    case "stream":
      if (asked.path.includes(":streamGenerateContent")) await stream(turn, response);
      else {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify(joined(turn.frames)));
      }
  }
}

async function stream(
  turn: Extract<Turn, { do: "stream" }>,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  for (const [index, item] of turn.frames.entries()) {
    if (index > 0 && turn.gapMs !== undefined) await pause(turn.gapMs);
    if (response.destroyed) return;
    const bare = turn.end === "noBlankLine" && index === turn.frames.length - 1;
    response.write(`data: ${JSON.stringify(item)}${bare ? "" : "\r\n\r\n"}`);
  }
  if (turn.end !== "cut") {
    response.end();
    return;
  }
  // What was written must arrive before the line breaks.
  await pause(20);
  response.destroy();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const Frame = z.looseObject({
  candidates: z
    .array(z.looseObject({ content: z.object({ parts: z.array(z.unknown()) }).optional() }))
    .optional(),
});

function joined(frames: unknown[]): unknown {
  const all = frames.map((item) => Frame.parse(item));
  const parts = all.flatMap((item) => item.candidates?.[0]?.content?.parts ?? []);
  const last = all.at(-1);
  return { ...last, candidates: [{ ...last?.candidates?.[0], content: { role: "model", parts } }] };
}
