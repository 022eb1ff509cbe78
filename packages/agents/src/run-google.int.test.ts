import { claimRun } from "@vida/core/chat/runs";
import { stopRun } from "@vida/core/chat/stop";
import { testServices } from "@vida/core/testing";
import { listEntries } from "@vida/core/tracking/list";
import { testDb } from "@vida/db/testing";
import { afterEach, expect, test } from "vitest";

import { cloudOf } from "./models.ts";
import type { RunDeps } from "./run-turn.ts";
import { executeRun } from "./run.ts";
import { calls, frame, says, startGemini } from "./testing/gemini-server.ts";
import type { GeminiServer, Turn } from "./testing/gemini-server.ts";
import { confirm, testChat } from "./testing/runs.ts";

const services = await testServices();
const open: GeminiServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Words that the grammar does not know, so that the models must answer. */
const ODD = "então, sabe aquele negócio que a gente combinou de anotar?";
const TRIAGE = says('{"agents":["tracking"],"confidence":0.9}');
const WATER = { type: "water", value: 500 };

async function chatWithGemini(turns: Turn[], parts: Partial<RunDeps> = {}) {
  const gemini = await startGemini(turns);
  open.push(gemini);
  const cloud = cloudOf({
    provider: "google",
    apiKey: "k",
    baseUrl: gemini.url,
    agentModel: "gemini-3.8-flash",
    triageModel: "gemini-3.5-flash-lite",
  });
  const chat = await testChat(services, { cloud, ...parts });
  await chat.agree();
  return { ...chat, gemini, ended: async () => (await chat.events()).at(-1) };
}

test("Gemini routes, proposes, pauses and goes on after the decision with its own ids and signatures", async () => {
  const chat = await chatWithGemini([
    TRIAGE,
    calls({ name: "record_metric", args: WATER, id: "call-7", signature: "sig-7" }),
    says("Anotei seus 500 ml!"),
  ]);
  await chat.tell(ODD);
  const [card] = await chat.cards();
  expect(card?.actions).toMatchObject([{ args: { ...WATER, unit: "ml", day: "2026-11-22" } }]);
  await chat.decide(
    card?.confirmationId ?? "",
    (card?.actions ?? []).map(({ actionId }) => confirm(actionId)),
  );
  expect(await chat.answer()).toBe("Anotei seus 500 ml!");
  expect(await chat.person.run(listEntries, {})).toMatchObject({ items: [WATER] });

  expect(chat.gemini.seen.map(({ path }) => path.split("/").at(-1))).toEqual([
    "gemini-3.5-flash-lite:streamGenerateContent?alt=sse",
    "gemini-3.8-flash:streamGenerateContent?alt=sse",
    "gemini-3.8-flash:streamGenerateContent?alt=sse",
  ]);
  const last = JSON.stringify(chat.gemini.seen.at(-1)?.body["contents"]);
  expect(last).toContain('"thoughtSignature":"sig-7"');
  expect(last).toContain("functionResponse");
  expect(await usageOf(chat.userId)).toMatchObject([{ inputTokens: 100 }, { inputTokens: 200 }]);
});

test("a later turn gives Gemini its own ids and signatures back", async () => {
  const chat = await chatWithGemini([
    TRIAGE,
    calls({ name: "record_metric", args: WATER, id: "call-7", signature: "sig-7" }),
    says("Anotei seus 500 ml!"),
    TRIAGE,
    says("Que bom!"),
  ]);
  await chat.tell(ODD);
  const [card] = await chat.cards();
  await chat.decide(
    card?.confirmationId ?? "",
    (card?.actions ?? []).map(({ actionId }) => confirm(actionId)),
  );
  await chat.tell("ah, mas sabe o que mais aconteceu naquele dia esquisito?");
  const last = JSON.stringify(chat.gemini.seen.at(-1)?.body["contents"]);
  expect(last).toContain('"thoughtSignature":"sig-7"');
});

test("a figure that no tool told never reaches the person, over the wire either", async () => {
  const lie = says("Seu saldo é de R$ 123.456,00.");
  const chat = await chatWithGemini([TRIAGE, lie, lie]);
  await chat.tell(ODD);
  expect(await chat.answer()).not.toContain("123");
  expect(JSON.stringify(await chat.events())).not.toContain("123.456");
  expect(await usageOf(chat.userId)).toMatchObject([{ inputTokens: 300 }]);
});

test("a run that fails has still cost what it used", async () => {
  const down: Turn = { do: "status", status: 503 };
  const chat = await chatWithGemini([TRIAGE, down, down, down, down]);
  await chat.tell(ODD);
  expect(await chat.ended()).toMatchObject({ status: "failed" });
  expect(await usageOf(chat.userId)).toMatchObject([{ inputTokens: 100 }]);
});

async function usageOf(userId: string): Promise<unknown[]> {
  const sql = "select usage from runs where user_id = $1 order by seq";
  const { superPool } = await testDb();
  const { rows } = await superPool.query<{ usage: unknown }>(sql, [userId]);
  return rows.map(({ usage }) => usage);
}

test("what the grammar is certain of shows its card without asking Gemini anything", async () => {
  const chat = await chatWithGemini([]);
  await chat.tell("Registra 2L de água hoje");
  expect(await chat.cards()).toHaveLength(1);
  expect(chat.gemini.seen).toEqual([]);
});

test("nobody's text goes to Gemini before they agreed", async () => {
  const gemini = await startGemini();
  open.push(gemini);
  const cloud = cloudOf({
    provider: "google",
    apiKey: "k",
    baseUrl: gemini.url,
    agentModel: "a",
    triageModel: "t",
  });
  const chat = await testChat(services, { cloud });
  await chat.tell(ODD);
  expect(gemini.seen).toEqual([]);
});

test("a day's limit turns to the local model and says so", async () => {
  const chat = await chatWithGemini([TRIAGE, says("Oi!")], { dailyCostLimit: 0.000_001 });
  await chat.tell(ODD);
  expect(await chat.answer()).toBe("Oi!");
  await chat.tell(ODD);
  expect(await chat.answer()).toMatch(/^O limite de gasto de hoje/);
  expect(chat.gemini.seen).toHaveLength(2);
});

test("a dead key is said and the local model answers", async () => {
  const dead: Turn = {
    do: "status",
    status: 400,
    error: { message: "API key not valid", details: [{ reason: "API_KEY_INVALID" }] },
  };
  const chat = await chatWithGemini([dead, dead]);
  await chat.tell(ODD);
  expect(await chat.answer()).toMatch(/chave do Gemini não foi aceita.*modo local/);
  expect(await chat.ended()).toMatchObject({ status: "completed" });
});

test.each<[string, Turn, string, string]>([
  ["overloaded", { do: "status", status: 503 }, "model.overloaded", "sobrecarregado"],
  [
    "blocked",
    { do: "stream", frames: [frame([], "SAFETY")] },
    "model.blocked",
    "filtro de segurança",
  ],
  [
    "cut",
    { do: "stream", frames: [frame([{ text: "Vou ver" }])], end: "cut" },
    "model.cut",
    "cortada",
  ],
])(
  "an %s Gemini ends the run as failed, with an honest sentence",
  async (_what, turn, reason, words) => {
    const chat = await chatWithGemini([TRIAGE, turn, turn, turn, turn]);
    await chat.tell(ODD);
    expect(await chat.ended()).toMatchObject({ type: "run_finished", status: "failed", reason });
    expect(await chat.answer()).toContain(words);
  },
);

test("text of a failed attempt is reset, and listeners end with the text that is saved", async () => {
  const chat = await chatWithGemini([
    TRIAGE,
    { do: "stream", frames: [frame([{ text: "Vou v" }])], end: "cut" },
    says("Certo, vamos lá."),
  ]);
  await chat.tell(ODD);
  const heard = (await chat.events()).reduce((text, event) => {
    if (event.type === "text_reset") return "";
    return event.type === "text_delta" ? text + event.delta : text;
  }, "");
  expect(heard).toBe("Certo, vamos lá.");
  expect(await chat.answer()).toBe(heard);
});

test("a stop keeps what was said and ends the run as stopped", async () => {
  const frames = Array.from({ length: 60 }, () => frame([{ text: "la lá. " }]));
  const chat = await chatWithGemini([TRIAGE, { do: "stream", frames, gapMs: 50 }]);
  await chat.say(ODD);
  const claimed = await claimRun(services, chat);
  if (claimed === null) throw new Error("nothing to claim");
  const stop = new AbortController();
  const running = executeRun(chat.deps, claimed, {
    stop: stop.signal,
    shutdown: new AbortController().signal,
  });
  await expect
    .poll(async () => (await chat.events()).some(({ type }) => type === "text_delta"))
    .toBe(true);
  await chat.person.run(stopRun, { runId: claimed.lease.runId });
  stop.abort();
  await running;
  expect(await chat.ended()).toMatchObject({ status: "stopped" });
  expect(await chat.answer()).toMatch(/^(la lá\. )+$/);
});

test("a run whose time is over ends as failed and says so", async () => {
  const chat = await chatWithGemini([TRIAGE, { do: "hang" }], { runMs: 300 });
  await chat.tell(ODD);
  expect(await chat.ended()).toMatchObject({ status: "failed", reason: "chat.timeout" });
  expect(await chat.answer()).toContain("Demorei demais");
});

test("a shutdown hands the run over and the next worker answers", async () => {
  const chat = await chatWithGemini([TRIAGE, { do: "hang" }, TRIAGE, says("Voltei.")]);
  await chat.say(ODD);
  const claimed = await claimRun(services, chat);
  if (claimed === null) throw new Error("nothing to claim");
  await executeRun(chat.deps, claimed, {
    stop: new AbortController().signal,
    shutdown: AbortSignal.timeout(200),
  });
  await chat.work();
  expect(await chat.answer()).toBe("Voltei.");
});
