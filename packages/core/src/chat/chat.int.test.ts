import { expect, test } from "vitest";

import { newId } from "../context.ts";
import type { LiveEvent } from "../live/events.ts";
import { inSession } from "../operation.ts";
import { testServices } from "../testing.ts";
import { listEntries } from "../tracking/list.ts";
import { recordEntry } from "../tracking/record.ts";
import { finishRun } from "./answer.ts";
import { expireCard, listPending } from "./cards.ts";
import { listConversations, removeConversation, renameConversation } from "./conversations.ts";
import { decideCard } from "./decide.ts";
import { runAction } from "./ledger.ts";
import { listMessages } from "./messages.ts";
import { claimRun, handOver } from "./runs.ts";
import { sendMessage } from "./send.ts";
import { stopRun } from "./stop.ts";
import { claim, liveWorker, pause, say, startConversation, waterAction } from "./testing.ts";
import { readDecision } from "./turn-context.ts";

const services = await testServices();
const decide = decideCard((_tool, args) => args);

async function eventsOf(userId: string): Promise<LiveEvent["type"][]> {
  const { rows } = await services.db.workerPool.query<{ type: LiveEvent["type"] }>(
    "select type from events where user_id = $1 order by id",
    [userId],
  );
  return rows.map(({ type }) => type);
}

async function jobsOf(conversationId: string): Promise<number> {
  const { rows } = await services.db.workerPool.query<{ n: number }>(
    "select count(*)::int as n from graphile_worker.jobs where queue_name = $1",
    [`chat:${conversationId}`],
  );
  return rows[0]?.n ?? 0;
}

async function waterOf(person: Awaited<ReturnType<typeof services.person>>): Promise<number[]> {
  return (await person.run(listEntries, { type: "water" })).items.map(({ value }) => value);
}

test("a message sent again is the same message, and other words under its id are a conflict", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const message = { conversationId, messageId: newId(), content: "Registra 2L de água hoje" };
  const [first, again] = await Promise.all([
    ana.run(sendMessage, message),
    ana.run(sendMessage, message),
  ]);
  expect(again).toEqual(first);
  expect(await ana.run(sendMessage, message)).toEqual(first);
  expect(await jobsOf(conversationId)).toBe(1);
  expect(await ana.refusal(sendMessage, { ...message, content: "Registra 3L" })).toBe(
    "conflict chat.messageReused",
  );
  expect((await ana.run(listMessages, { conversationId })).items).toHaveLength(1);
});

test("the first message titles a conversation once and never over a person's own title", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "Registra 2L de água hoje");
  await say(services, ana.userId, conversationId, "e dormi 7h");
  expect((await ana.run(listConversations, {})).items).toMatchObject([
    { title: "Registra 2L de água hoje" },
  ]);
  await ana.run(renameConversation, { conversationId, title: "Água" });
  await say(services, ana.userId, conversationId, "mais uma coisa");
  expect((await ana.run(listConversations, { query: "agua" })).items).toMatchObject([
    { title: "Água" },
  ]);
  expect((await ana.run(listConversations, { query: "DORMI 7H" })).items).toHaveLength(1);
  expect((await ana.run(listConversations, { query: "100%" })).items).toEqual([]);
});

test("nobody else reaches a conversation, its runs or its cards", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  const conversationId = await startConversation(services, ana.userId);
  const { runId } = await say(services, ana.userId, conversationId, "oi");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const action = waterAction(500);
  const confirmationId = await pause(services, lease, [action]);
  const decisions = [{ actionId: action.actionId, verdict: "confirm" as const }];
  expect(
    await bia.refusal(sendMessage, { conversationId, messageId: newId(), content: "oi" }),
  ).toBe("not_found chat.conversationNotFound");
  expect(await bia.refusal(listMessages, { conversationId })).toBe(
    "not_found chat.conversationNotFound",
  );
  expect(await bia.refusal(removeConversation, { conversationId })).toBe(
    "not_found chat.conversationNotFound",
  );
  expect(await bia.refusal(stopRun, { runId })).toBe("not_found chat.runNotFound");
  expect(await bia.refusal(decide, { confirmationId, decisions })).toBe(
    "not_found chat.cardNotFound",
  );
  expect((await bia.run(listPending, {})).items).toEqual([]);
  expect((await ana.run(listPending, {})).items).toMatchObject([
    { confirmationId, conversationId },
  ]);
});

test("fifty decisions at once are one decision and one write", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 500 ml");
  const workerId = await liveWorker(services);
  const { lease } = await claim(services, ana.userId, conversationId, workerId);
  const action = waterAction(500);
  const confirmationId = await pause(services, lease, [action]);
  const attempts = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      ana.run(decide, {
        confirmationId,
        decisions: [{ actionId: action.actionId, verdict: "confirm" }],
      }),
    ),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = attempts.flatMap((attempt): unknown[] =>
    attempt.status === "rejected" ? [attempt.reason] : [],
  );
  expect(refused).toHaveLength(49);
  for (const reason of refused)
    expect(reason).toMatchObject({ code: "conflict", reason: "chat.alreadyDecided" });
  const decided = await claim(services, ana.userId, conversationId, workerId);
  expect(decided).toMatchObject({ kind: "decision", confirmationId });
  const carry = () =>
    runAction(services, {
      userId: ana.userId,
      conversationId,
      actionId: action.actionId,
      operation: recordEntry,
      args: action.args,
      summary: () => "feito",
      failure: () => "não deu",
    });
  const outcomes = await Promise.all(Array.from({ length: 10 }, carry));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ status: "ok", summary: "feito" });
  expect(await waterOf(ana)).toEqual([500]);
});

test("verdicts are kept one by one: confirmed, edited and refused with its reason", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "três coisas");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const actions = [waterAction(100), waterAction(200), waterAction(300)];
  const ids = actions.map(({ actionId }) => actionId);
  const confirmationId = await pause(services, lease, actions);
  const verdict = (i: number, value: "confirm" | "edit" | "reject", more = {}) => ({
    actionId: ids[i] ?? "",
    verdict: value,
    ...more,
  });
  expect(await ana.refusal(decide, { confirmationId, decisions: [verdict(0, "confirm")] })).toBe(
    "invalid chat.badDecisions",
  );
  expect(
    await ana.refusal(decide, {
      confirmationId,
      decisions: [verdict(0, "confirm"), verdict(0, "confirm"), verdict(1, "confirm")],
    }),
  ).toBe("invalid chat.badDecisions");
  expect(
    await ana.refusal(decide, {
      confirmationId,
      decisions: [verdict(0, "edit"), verdict(1, "confirm"), verdict(2, "confirm")],
    }),
  ).toBe("invalid chat.badDecisions");
  const edited = { type: "water", value: 250, unit: "ml", day: "2026-11-22" };
  await ana.run(decide, {
    confirmationId,
    decisions: [
      verdict(0, "confirm"),
      verdict(1, "edit", { args: edited }),
      verdict(2, "reject", { reason: "foi ontem" }),
    ],
  });
  const { ledger } = await inSession(services, { userId: ana.userId }, (ctx) =>
    readDecision(ctx, confirmationId),
  );
  expect(ledger).toMatchObject([
    { status: "confirmed", args: { value: 100 } },
    { status: "confirmed", args: edited },
    { status: "rejected", reason: "foi ontem" },
  ]);
});

test("a refusal of the operation is stored as the outcome and writes nothing", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 20 litros");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const action = waterAction(20_000);
  const confirmationId = await pause(services, lease, [action]);
  await ana.run(decide, {
    confirmationId,
    decisions: [{ actionId: action.actionId, verdict: "confirm" }],
  });
  const carry = {
    userId: ana.userId,
    conversationId,
    actionId: action.actionId,
    operation: recordEntry,
    args: action.args,
    summary: () => "feito",
    failure: () => "fora da faixa",
  };
  const outcome = {
    status: "error",
    summary: "fora da faixa",
    result: { code: "invalid", reason: "tracking.outOfRange" },
  };
  expect(await runAction(services, carry)).toEqual(outcome);
  expect(await runAction(services, carry)).toEqual(outcome);
  expect(await waterOf(ana)).toEqual([]);
});

test("a card expires after 24 hours, is told once and can no longer be decided", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 500 ml");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const action = waterAction(500);
  const confirmationId = await pause(services, lease, [action]);
  const job = { userId: ana.userId, confirmationId };
  expect(await expireCard(services, job)).toEqual({ expired: false });
  services.at("2026-11-23T15:00:01Z");
  expect(
    await ana.refusal(decide, {
      confirmationId,
      decisions: [{ actionId: action.actionId, verdict: "confirm" }],
    }),
  ).toBe("conflict chat.expired");
  expect(await expireCard(services, job)).toEqual({ expired: true });
  expect(await expireCard(services, job)).toEqual({ expired: false });
  expect(
    await ana.refusal(decide, {
      confirmationId,
      decisions: [{ actionId: action.actionId, verdict: "confirm" }],
    }),
  ).toBe("conflict chat.expired");
  expect(
    (await eventsOf(ana.userId)).filter((type) => type === "confirmation_resolved"),
  ).toHaveLength(1);
  expect((await ana.run(listMessages, { conversationId })).items.at(-1)?.parts).toMatchObject([
    { type: "confirmation", status: "expired" },
  ]);
  services.at("2026-11-22T15:00:00Z");
});

test("a run is taken over with its job, and whoever had it before ends nothing any more", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const { runId } = await say(services, ana.userId, conversationId, "oi");
  const [first, second] = [await liveWorker(services), await liveWorker(services)];
  const lost = await claim(services, ana.userId, conversationId, first);
  const held = await claim(services, ana.userId, conversationId, second);
  expect(held.lease).toMatchObject({ runId, attempt: 2 });
  await expect(
    finishRun(services, lost.lease, {
      status: "completed",
      answer: { messageId: newId(), parts: [{ type: "text", text: "tarde" }] },
    }),
  ).rejects.toMatchObject({ reason: "chat.runLost" });
  await finishRun(services, held.lease, {
    status: "completed",
    answer: { messageId: newId(), parts: [{ type: "text", text: "oi!" }] },
  });
  expect(
    (await ana.run(listMessages, { conversationId })).items.map(({ parts }) => parts),
  ).toMatchObject([[{ text: "oi" }], [{ text: "oi!" }]]);
  expect(
    await claimRun(services, { userId: ana.userId, conversationId, workerId: first }),
  ).toBeNull();
});

test("a run handed over at shutdown is queued again for another worker", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "oi");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  await handOver(services, lease);
  expect(await jobsOf(conversationId)).toBe(2);
  expect(
    (await claim(services, ana.userId, conversationId, await liveWorker(services))).lease.attempt,
  ).toBe(2);
});

test("an answer stands behind its own message even when more was typed meanwhile", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const workerId = await liveWorker(services);
  await say(services, ana.userId, conversationId, "primeira");
  const first = await claim(services, ana.userId, conversationId, workerId);
  await say(services, ana.userId, conversationId, "segunda");
  expect((await ana.run(listMessages, { conversationId })).activeRunId).toBe(first.lease.runId);
  await finishRun(services, first.lease, {
    status: "completed",
    answer: { messageId: newId(), parts: [{ type: "text", text: "resposta 1" }] },
  });
  const second = await claim(services, ana.userId, conversationId, workerId);
  await finishRun(services, second.lease, {
    status: "completed",
    answer: { messageId: newId(), parts: [{ type: "text", text: "resposta 2" }] },
  });
  const { items, activeRunId } = await ana.run(listMessages, { conversationId });
  expect(items.flatMap(({ parts }) => parts)).toMatchObject(
    ["primeira", "resposta 1", "segunda", "resposta 2"].map((text) => ({ text })),
  );
  expect(activeRunId).toBeNull();
});

test("pages walk back through a long conversation and every message is seen once", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const workerId = await liveWorker(services);
  for (let i = 0; i < 7; i += 1) {
    await say(services, ana.userId, conversationId, `pergunta ${i}`);
    const { lease } = await claim(services, ana.userId, conversationId, workerId);
    await finishRun(services, lease, {
      status: "completed",
      answer: { messageId: newId(), parts: [{ type: "text", text: `resposta ${i}` }] },
    });
  }
  const texts: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<
      ReturnType<typeof ana.run<typeof listMessages.input, typeof listMessages.output>>
    > = await ana.run(listMessages, { conversationId, limit: 4, ...(cursor ? { cursor } : {}) });
    texts.unshift(
      ...page.items.flatMap(({ parts }) =>
        parts.map((part) => (part.type === "text" ? part.text : null)),
      ),
    );
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(texts).toEqual(
    Array.from({ length: 7 }, (_, i) => [`pergunta ${i}`, `resposta ${i}`]).flat(),
  );
});

test("a stop ends what waits, asks what runs and leaves what is over", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const workerId = await liveWorker(services);
  const first = await say(services, ana.userId, conversationId, "uma");
  const second = await say(services, ana.userId, conversationId, "outra");
  const { lease } = await claim(services, ana.userId, conversationId, workerId);
  expect(await ana.run(stopRun, { runId: second.runId })).toEqual({
    runId: second.runId,
    stopping: true,
  });
  expect(await ana.run(stopRun, { runId: first.runId })).toEqual({
    runId: first.runId,
    stopping: true,
  });
  await finishRun(services, lease, {
    status: "stopped",
    answer: { messageId: newId(), parts: [{ type: "text", text: "até aq" }] },
  });
  expect(await ana.run(stopRun, { runId: first.runId })).toEqual({
    runId: first.runId,
    stopping: false,
  });
  expect(await claimRun(services, { userId: ana.userId, conversationId, workerId })).toBeNull();
});

test("a removed conversation is gone from lists and takes its open cards along", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 500 ml");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  await pause(services, lease, [waterAction(500)]);
  await ana.run(removeConversation, { conversationId });
  expect((await ana.run(listConversations, {})).items).toEqual([]);
  expect((await ana.run(listPending, {})).items).toEqual([]);
  expect(await ana.refusal(listMessages, { conversationId })).toBe(
    "not_found chat.conversationNotFound",
  );
});
