import type { AIMessageChunk } from "@langchain/core/messages";
import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from "@langchain/core/messages";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";

import { googleModel } from "./google.ts";
import { failureKind } from "./model-failure.ts";
import { calls, frame, says, startGemini } from "./testing/gemini-server.ts";
import type { GeminiServer, Turn } from "./testing/gemini-server.ts";

const open: GeminiServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function modelOn(...turns: Turn[]) {
  const server = await startGemini(turns);
  open.push(server);
  const model = googleModel({
    apiKey: "a-key",
    model: "gemini-3.8-flash",
    baseUrl: server.url,
    maxOutputTokens: 2000,
  });
  return { server, model };
}

async function streamed(turn: Turn, signal?: AbortSignal) {
  const { model } = await modelOn(turn);
  const texts: string[] = [];
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await model.stream([new HumanMessage("oi")], {
    ...(signal && { signal }),
  })) {
    texts.push(chunk.text);
    whole = whole === undefined ? chunk : whole.concat(chunk);
  }
  return { texts, whole };
}

async function kindOf(turn: Turn): Promise<string | undefined> {
  return streamed(turn).then(
    () => "no failure",
    (error: unknown) => failureKind(error) ?? String(error),
  );
}

test("text arrives in pieces, with the tokens that were used", async () => {
  const { texts, whole } = await streamed(says("Bom dia, tudo bem?", 3));
  expect(texts).toEqual(["Bom di", "a, tud", "o bem?"]);
  expect(whole?.usage_metadata).toMatchObject({
    input_tokens: 100,
    output_tokens: 18,
    total_tokens: 138,
  });
});

test("the request carries the key, the tools and the limit, over the streaming path", async () => {
  const { server, model } = await modelOn(says("ok"));
  const tools = [
    {
      type: "function" as const,
      function: {
        name: "get_habits",
        description: "d",
        parameters: { type: "object", properties: {} },
      },
    },
    {
      type: "function" as const,
      function: {
        name: "get_stats",
        description: "d",
        parameters: { type: "object", properties: { type: { type: "string" } } },
      },
    },
  ];
  await model.bindTools(tools).invoke([new SystemMessage("regras"), new HumanMessage("oi")]);
  const [asked] = server.seen;
  expect(asked?.key).toBe("a-key");
  expect(asked?.path).toBe("/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse");
  expect(asked?.body).toMatchObject({
    systemInstruction: { parts: [{ text: "regras" }] },
    generationConfig: { maxOutputTokens: 2000 },
    tools: [
      {
        functionDeclarations: [
          { name: "get_habits" },
          { name: "get_stats", parameters: { type: "object" } },
        ],
      },
    ],
  });
  expect(JSON.stringify(asked?.body)).not.toContain('"properties":{}');
  expect(JSON.stringify(asked?.body)).not.toContain("temperature");
});

test("parallel calls keep the ids of the provider and their signatures, and are answered in one turn", async () => {
  const { server, model } = await modelOn(
    calls(
      { name: "a", args: { x: 1 }, id: "call-1", signature: "sig-1" },
      { name: "b", id: "call-2" },
    ),
    says("feito"),
  );
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await model.stream([new HumanMessage("oi")]))
    whole = whole?.concat(chunk) ?? chunk;
  expect(whole?.tool_calls).toMatchObject([
    { id: "call-1", name: "a", args: { x: 1 } },
    { id: "call-2", name: "b", args: {} },
  ]);

  const kept = new AIMessage({
    content: whole?.content ?? "",
    tool_calls: whole?.tool_calls ?? [],
    additional_kwargs: whole?.additional_kwargs ?? {},
  });
  await model.invoke([
    new HumanMessage("oi"),
    kept,
    new ToolMessage({ content: '{"ok":1}', tool_call_id: "call-1", name: "a" }),
    new ToolMessage({ content: '{"ok":2}', tool_call_id: "call-2", name: "b" }),
  ]);
  expect(server.seen[1]?.body["contents"]).toMatchObject([
    { role: "user", parts: [{ text: "oi" }] },
    {
      role: "model",
      parts: [
        { functionCall: { name: "a" }, thoughtSignature: "sig-1" },
        { functionCall: { name: "b" } },
      ],
    },
    {
      role: "user",
      parts: [{ functionResponse: { name: "a" } }, { functionResponse: { name: "b" } }],
    },
  ]);
});

test("structured output is streamed and parsed", async () => {
  const { server, model } = await modelOn(says('{"agents":["tracking"],"confidence":0.9}', 4));
  const schema = z.object({ agents: z.array(z.string()), confidence: z.number() });
  expect(await model.withStructuredOutput(schema).invoke("oi")).toEqual({
    agents: ["tracking"],
    confidence: 0.9,
  });
  expect(server.seen[0]?.path).toContain("streamGenerateContent");
});

const perDay = [
  {
    "@type": "type.googleapis.com/google.rpc.QuotaFailure",
    violations: [{ quotaId: "GenerateRequestsPerDayPerProjectPerModel-FreeTier" }],
  },
];

test.each<[string, Turn, string]>([
  [
    "a stream without a terminal reason",
    { do: "stream", frames: [frame([{ text: "meia" }])] },
    "cut",
  ],
  [
    "a stream that breaks off",
    { do: "stream", frames: [frame([{ text: "meia" }])], end: "cut" },
    "cut",
  ],
  [
    "a stream without its last blank line",
    { do: "stream", frames: [frame([{ text: "a" }], "STOP")], end: "noBlankLine" },
    "cut",
  ],
  ["an empty stream", { do: "raw", body: "" }, "cut"],
  [
    "an error frame in the middle",
    {
      do: "stream",
      frames: [frame([{ text: "a" }]), { error: { code: 503, status: "UNAVAILABLE" } }],
    },
    "overloaded",
  ],
  ["a frame that is no JSON", { do: "raw", body: 'data: {"candidates": [\r\n\r\n' }, "malformed"],
  ["a frame of another shape", { do: "raw", body: 'data: {"candidates": 7}\r\n\r\n' }, "malformed"],
  [
    "a safety block of the answer",
    { do: "stream", frames: [frame([{ text: "a" }]), frame([], "SAFETY")] },
    "blocked",
  ],
  ["a recitation block", { do: "stream", frames: [frame([], "RECITATION")] }, "blocked"],
  [
    "a safety block of the prompt",
    { do: "stream", frames: [{ promptFeedback: { blockReason: "SAFETY" } }] },
    "blocked",
  ],
  ["an answer that says nothing", { do: "stream", frames: [frame([], "STOP")] }, "empty"],
  ["an answer of empty text", { do: "stream", frames: [frame([{ text: "" }], "STOP")] }, "empty"],
  [
    "a malformed function call",
    { do: "stream", frames: [frame([], "MALFORMED_FUNCTION_CALL")] },
    "malformed",
  ],
  [
    "an answer that is too long",
    { do: "stream", frames: [frame([{ text: "muito" }], "MAX_TOKENS")] },
    "tooLong",
  ],
  [
    "an unknown reason to end",
    { do: "stream", frames: [frame([{ text: "a" }], "OTHER")] },
    "refused",
  ],
  ["a server error", { do: "status", status: 500 }, "overloaded"],
  ["an overloaded server", { do: "status", status: 503 }, "overloaded"],
  ["a minute quota", { do: "status", status: 429 }, "overloaded"],
  [
    "a spent daily quota",
    { do: "status", status: 429, error: { code: 429, message: "quota", details: perDay } },
    "quota",
  ],
  [
    "an invalid key",
    {
      do: "status",
      status: 400,
      error: { code: 400, message: "API key not valid", details: [{ reason: "API_KEY_INVALID" }] },
    },
    "key",
  ],
  ["a forbidden key", { do: "status", status: 403 }, "key"],
  ["a request that is refused", { do: "status", status: 400 }, "refused"],
  ["a refused connection", { do: "refuse" }, "network"],
])("%s is a typed failure", async (_what, turn, kind) => {
  expect(await kindOf(turn)).toBe(kind);
});

test("no failure leaves an unhandled rejection behind", async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", listen);
  await kindOf({ do: "stream", frames: [frame([{ text: "a" }])], end: "cut" });
  await kindOf({ do: "stream", frames: [frame([{ text: "a" }], "STOP")], end: "noBlankLine" });
  await kindOf({ do: "raw", body: "data: {\r\n\r\n" });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", listen);
  expect(unhandled).toEqual([]);
});

test("a stop ends a silent call at once and a slow one between two pieces", async () => {
  const stopped = { name: "TimeoutError" };
  await expect(streamed({ do: "hang" }, AbortSignal.timeout(50))).rejects.toMatchObject(stopped);
  const frames = Array.from({ length: 50 }, () => frame([{ text: "a" }]));
  const slow: Turn = { do: "stream", frames, gapMs: 30 };
  await expect(streamed(slow, AbortSignal.timeout(100))).rejects.toMatchObject(stopped);
});

test("a stop before the call asks nothing", async () => {
  const { server, model } = await modelOn(says("oi"));
  await expect(model.stream("oi", { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  expect(server.seen).toEqual([]);
});

test("failures never quote what was said", async () => {
  const error: unknown = await streamed({
    do: "status",
    status: 400,
    error: { code: 400, message: "prompt was: segredo" },
  }).catch((caught: unknown) => caught);
  expect(String(error) + JSON.stringify(error)).not.toContain("segredo");
});
