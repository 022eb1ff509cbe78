import { ToolMessage } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import { INTERRUPT } from "@langchain/langgraph";
import { expect, test } from "vitest";

import { actionIdOf, confirmationIdOf } from "./ids.ts";
import { LocalChatModel } from "./local/model.ts";
import { modelFailure } from "./model-failure.ts";
import type { Outcome } from "./ports.ts";
import { scriptedModel } from "./testing/scripted-model.ts";
import type { Scripted } from "./testing/scripted-model.ts";
import { NOTHING, asRecord, play, resume, testTurn } from "./testing/turns.ts";
import { planThread, resumeThread, startThread, threadOf } from "./thread.ts";
import type { Settled } from "./thread.ts";
import type { Brain, Turn } from "./turn.ts";

const PRICE = { input: 1, output: 1 };

function cloudBrain(...script: Scripted[]) {
  const agent = scriptedModel(...script);
  const triage = scriptedModel(
    ...Array.from({ length: 4 }, () => ({ text: '{"agents":["tracking"],"confidence":0.9}' })),
  );
  const brain: Brain = {
    local: new LocalChatModel(() => ({ text: "sou o local", calls: [] })),
    cloud: { agent: agent.model, triage: triage.model, agentPrice: PRICE, triagePrice: PRICE },
  };
  return { brain, agent, triage };
}

const water = (value: number) => ({
  name: "record_metric",
  args: { type: "water", value, day: "2026-11-22" },
});

function toolMessages(messages: readonly BaseMessage[] = []): string[] {
  return messages.filter((message) => ToolMessage.isInstance(message)).map(({ text }) => text);
}

const ok = (actionId: string): Outcome => ({
  actionId,
  status: "ok",
  summary: "gravado",
  result: { id: "x" },
});

test("a read runs at once and its result comes back to the model", async () => {
  const { brain, agent } = cloudBrain(
    { calls: [{ name: "get_history", args: { type: "water" } }] },
    { text: "Foram 2 copos." },
  );
  const { turn, happened } = testTurn({ brain });
  const { card } = await play(turn);
  expect(card).toBeNull();
  expect(happened.map(({ type }) => type)).toEqual([
    "routed",
    "tool_call",
    "read",
    "tool_result",
    "text",
  ]);
  expect(toolMessages(agent.asked[1])).toEqual([expect.stringContaining('"success":true')]);
});

test("all writes of a step meet one card, nothing runs before it, and ids are the same in every process", async () => {
  const script: Scripted[] = [
    { text: "Vamos lá.", calls: [water(500), { name: "get_history" }, water(300)] },
  ];
  const { turn, happened } = testTurn({ brain: cloudBrain(...script).brain });
  const { card } = await play(turn);
  expect(card?.confirmationId).toBe(confirmationIdOf(turn.threadId, 1));
  expect(card?.actions.map(({ actionId }) => actionId)).toEqual([
    actionIdOf(turn.threadId, 1, 0),
    actionIdOf(turn.threadId, 1, 2),
  ]);
  expect(happened.filter(({ type }) => type === "tool_call")).toHaveLength(1);
  const again = await play(testTurn({ brain: cloudBrain(...script).brain }).turn);
  expect(again.card).toEqual(card);
});

test("mixed verdicts come back as they were stored, with the reason of a refusal and the values of an edit", async () => {
  const { brain, agent } = cloudBrain(
    { calls: [water(500), water(300), water(100)] },
    { text: "Pronto." },
  );
  const { turn, happened } = testTurn({ brain });
  const { card, checkpoint } = await play(turn);
  const [a, b, c] = card?.actions ?? [];
  const later = testTurn({ brain, runId: "0190d000-0000-7000-8000-000000000002" });
  const { card: next } = await resume(later.turn, checkpoint, [
    ok(a?.actionId ?? ""),
    {
      actionId: b?.actionId ?? "",
      status: "rejected",
      summary: "recusado",
      reason: "foi chá, não água",
    },
    { ...ok(c?.actionId ?? ""), args: { type: "water", value: 150, day: "2026-11-22" } },
  ]);
  expect(next).toBeNull();
  expect(later.text()).toBe("Pronto.");
  const told = toolMessages(agent.asked[1]);
  expect(told[0]).toContain('"success":true');
  expect(told[1]).toContain("foi chá, não água");
  expect(told[2]).toContain('"editedByPerson":true');
  expect(told[2]).toContain("150");
  expect(happened.some(({ type }) => type === "read")).toBe(false);
});

test("a resume repeats the gate alone, also a second time after the first one died", async () => {
  const { brain, agent } = cloudBrain(
    { calls: [water(500)] },
    { text: "Feito." },
    { text: "Feito." },
  );
  let proposals = 0;
  const propose: Turn["ports"]["propose"] = (_tool, args) => {
    proposals += 1;
    return Promise.resolve({
      ok: true,
      args: { ...asRecord(args) },
      title: "Água",
      details: [],
      warnings: [],
    });
  };
  const { card, checkpoint } = await play(testTurn({ brain, ports: { propose } }).turn);
  const outcomes = (card?.actions ?? []).map(({ actionId }) => ok(actionId));
  await resume(testTurn({ brain, ports: { propose } }).turn, checkpoint, outcomes);
  const { state } = await resume(
    testTurn({ brain, ports: { propose } }).turn,
    checkpoint,
    outcomes,
  );
  expect(proposals).toBe(1);
  expect(agent.asked).toHaveLength(3);
  expect(state.messages).toHaveLength(3);
});

test("after a decision the same action is never proposed again, neither as asked nor as edited", async () => {
  const { brain, agent } = cloudBrain(
    { calls: [water(500)] },
    { calls: [water(500)] },
    { calls: [water(700)] },
    { text: "Está bem." },
  );
  const { card, checkpoint } = await play(testTurn({ brain }).turn);
  const edited = { ...ok(card?.actions[0]?.actionId ?? ""), args: water(700).args };
  const done = await resume(testTurn({ brain }).turn, checkpoint, [edited]);
  expect(done.card).toBeNull();
  expect(toolMessages(agent.asked[2]).at(-1)).toContain("repeated");
  expect(toolMessages(agent.asked[3]).at(-1)).toContain("repeated");
});

test("an unknown tool is an answer to the model, not the end of the turn", async () => {
  const { brain, agent } = cloudBrain({ calls: [{ name: "drop_tables" }] }, { text: "Desculpa." });
  const { turn, text } = testTurn({ brain });
  await play(turn);
  expect(toolMessages(agent.asked[1])[0]).toContain(
    "não existe. Existem: record_metric, get_history",
  );
  expect(text()).toBe("Desculpa.");
});

test("arguments that are refused come back in words, and the turn goes on", async () => {
  const { brain, agent } = cloudBrain({ calls: [water(-1)] }, { text: "Qual o valor?" });
  const { turn } = testTurn({
    brain,
    ports: {
      propose: () =>
        Promise.resolve({ ok: false, code: "invalid", message: "valor fora da faixa" }),
    },
  });
  const { card } = await play(turn);
  expect(card).toBeNull();
  expect(toolMessages(agent.asked[1])[0]).toContain("valor fora da faixa");
});

test("a model that only repeats itself must answer without tools", async () => {
  const call = { calls: [{ name: "get_history", args: { type: "water" } }] };
  const { brain, agent } = cloudBrain(call, call, { text: "Pronto." });
  const { turn, happened } = testTurn({ brain });
  await play(turn);
  expect(agent.asked).toHaveLength(3);
  expect(happened.filter(({ type }) => type === "read")).toHaveLength(1);
});

test("a turn ends at eight model calls with a typed refusal", async () => {
  const script = Array.from({ length: 12 }, (_, index) => ({
    calls: [{ name: "get_history", args: { limit: index + 1 } }],
  }));
  const { brain, agent } = cloudBrain(...script);
  await expect(play(testTurn({ brain }).turn)).rejects.toMatchObject({
    reason: "model.tooManyCalls",
  });
  expect(agent.asked).toHaveLength(8);
});

test("what the grammar is certain of needs no model before the card, nor after it", async () => {
  const { brain, agent, triage } = cloudBrain();
  brain.local = new LocalChatModel((messages) =>
    messages.at(-1)?.type === "human"
      ? { text: "", calls: [water(2000)] }
      : { text: "Anotado.", calls: [] },
  );
  const understanding = {
    ...NOTHING,
    kind: "actions",
    agents: ["tracking"],
    certainty: "certain",
    writes: [{ tool: "record_metric", args: {}, warnings: [] }],
  } as const;
  const { card, checkpoint } = await play(testTurn({ brain, understanding }).turn);
  const later = testTurn({ brain, understanding });
  await resume(
    later.turn,
    checkpoint,
    (card?.actions ?? []).map(({ actionId }) => ok(actionId)),
  );
  expect(later.text()).toBe("Anotado.");
  expect([agent.asked, triage.asked]).toEqual([[], []]);
});

test("a plan played without the graph comes to the graph's card, and the graph takes it up behind it", async () => {
  const plan = { text: "Entendi quase tudo:", calls: [water(2000), water(300)] };
  const brain: Brain = {
    local: new LocalChatModel((messages) =>
      messages.at(-1)?.type === "human" ? plan : { text: "Anotado.", calls: [] },
    ),
  };
  const writes = [{ tool: "record_metric", args: {}, warnings: [] }] as const;
  const read = { kind: "actions", agents: ["tracking"], certainty: "certain" } as const;
  const understanding = { ...NOTHING, ...read, writes: [...writes] };
  const [byGraph, byPlan] = [1, 2].map(() => testTurn({ brain, understanding }));
  if (byGraph === undefined || byPlan === undefined) throw new Error("two turns");
  const played = await startThread(byGraph.turn);
  const planned = await planThread(byPlan.turn, plan);
  // The graph adds its interrupt; the calls of the local model are named by how many messages stood before.
  const named = ({ state, pause }: Settled) => {
    const told = JSON.stringify([{ ...state, [INTERRUPT]: undefined }, pause?.card]);
    return JSON.parse(told.replaceAll(/"local-\d+-/g, '"')) as unknown;
  };
  expect(named(planned)).toEqual(named(played));
  expect(byPlan.happened).toEqual(byGraph.happened);
  expect(planned.pause?.card.actions).toHaveLength(2);

  const outcomes = planned.pause?.card.actions.map(({ actionId }) => ok(actionId)) ?? [];
  const ended = [];
  for (const { pause } of [played, planned]) {
    expect(threadOf(pause?.checkpoint ?? "")).toBe(byPlan.turn.threadId);
    const later = testTurn({ brain, understanding });
    const settled = await resumeThread(later.turn, pause?.checkpoint ?? "", outcomes);
    ended.push({ settled: named(settled), happened: later.happened });
  }
  expect(ended[1]).toEqual(ended[0]);
  expect(ended[1]?.happened).toEqual([{ type: "text", delta: "Anotado." }]);
});

test.each([
  ["a read", { name: "get_history", args: {} }],
  ["the same again", water(2000)],
  ["a tool that does not exist", { name: "fly", args: {} }],
])("a plan with %s is left to the graph", async (_, call) => {
  const { turn } = testTurn();
  const { pause } = await planThread(turn, { text: "", calls: [water(2000), call] });
  expect(pause).toBeNull();
});

test("a refusal with a reason goes to the better model, even when the grammar planned", async () => {
  const { brain, agent } = cloudBrain({ text: "Entendi, era chá." });
  brain.local = new LocalChatModel(() => ({ text: "", calls: [water(2000)] }));
  const understanding = {
    ...NOTHING,
    agents: ["tracking"],
    certainty: "certain",
    writes: [{ tool: "record_metric", args: {}, warnings: [] }],
  } as const;
  const { card, checkpoint } = await play(testTurn({ brain, understanding }).turn);
  const later = testTurn({ brain, understanding });
  await resume(later.turn, checkpoint, [
    {
      actionId: card?.actions[0]?.actionId ?? "",
      status: "rejected",
      summary: "",
      reason: "era chá",
    },
  ]);
  expect(later.text()).toBe("Entendi, era chá.");
  expect(agent.asked).toHaveLength(1);
});

test.each(["key", "quota"] as const)(
  "a dead %s is said and the local model goes on",
  async (kind) => {
    const { brain } = cloudBrain({ fails: modelFailure(kind) });
    const { turn, text } = testTurn({ brain });
    const { state } = await play(turn);
    expect(text()).toMatch(/^A (chave|cota) do Gemini .*modo local.*\n\nsou o local$/);
    expect(state.fallback).toBe(kind);
  },
);

test("what may pass is tried again, and the text of a failed attempt is taken back", async () => {
  const { brain } = cloudBrain({ fails: modelFailure("cut") }, { text: "Agora sim." });
  const { turn, text } = testTurn({ brain });
  await play(turn);
  expect(text()).toBe("Agora sim.");
});

test("a block is no reason to try again", async () => {
  const { brain, agent } = cloudBrain({ fails: modelFailure("blocked") });
  await expect(play(testTurn({ brain }).turn)).rejects.toMatchObject({ reason: "model.blocked" });
  expect(agent.asked).toHaveLength(1);
});

test("crisis words lead to help at once, whatever the grammar would have written, and no model is asked", async () => {
  const { brain, agent, triage } = cloudBrain();
  const understanding = {
    ...NOTHING,
    kind: "crisis",
    crisis: "self_harm",
    certainty: "certain",
    writes: [{ tool: "record_metric", args: {}, warnings: [] }],
  } as const;
  const { turn, text, happened } = testTurn({ brain, understanding });
  const { card } = await play(turn);
  expect(card).toBeNull();
  for (const line of ["188", "192", "180", "190"]) expect(text()).toContain(line);
  expect(happened[0]).toMatchObject({ type: "routed", agents: ["wellbeing"], by: "rule" });
  expect([agent.asked, triage.asked]).toEqual([[], []]);
});

test("a counselor conversation stays with wellbeing by rule", async () => {
  const { brain, triage } = cloudBrain({ text: "Conta mais." });
  const { turn, happened } = testTurn({ brain, conversationKind: "counselor" });
  await play(turn);
  expect(happened[0]).toMatchObject({ type: "routed", agents: ["wellbeing"], by: "rule" });
  expect(triage.asked).toEqual([]);
});

test("one message may need several agents, and the step has the tools of all", async () => {
  const { brain } = cloudBrain({ text: "Certo." });
  const both = '{"agents":["tracking","finance"],"confidence":1}';
  if (brain.cloud) brain.cloud = { ...brain.cloud, triage: scriptedModel({ text: both }).model };
  const { turn, happened } = testTurn({ brain });
  await play(turn);
  expect(happened[0]).toMatchObject({ agents: ["tracking", "finance"], by: "model" });
});

test("a triage that doubts or fails leaves the turn where the conversation was", async () => {
  for (const script of [
    { text: '{"agents":["finance"],"confidence":0.2}' },
    { text: "sei lá" },
    { fails: modelFailure("key") },
  ]) {
    const { brain } = cloudBrain({ text: "Certo." });
    if (brain.cloud) brain.cloud = { ...brain.cloud, triage: scriptedModel(script).model };
    const { turn, happened } = testTurn({ brain, previousAgents: ["tracking"] });
    await play(turn);
    expect(happened[0]).toMatchObject({ agents: ["tracking"] });
  }
});

test("a stop ends the turn with the signal's reason", async () => {
  const stop = new AbortController();
  const { brain } = cloudBrain({ calls: [{ name: "get_history" }] }, { text: "nunca" });
  const { turn } = testTurn({
    brain,
    ports: {
      signal: stop.signal,
      read: () => {
        stop.abort(new Error("chega"));
        return Promise.resolve({ ok: true, args: {}, data: {}, summary: "" });
      },
    },
  });
  await expect(play(turn)).rejects.toThrow("chega");
});

test("a figure that nothing supports is held, asked again once, and the second answer is said", async () => {
  const { brain, agent } = cloudBrain(
    { calls: [{ name: "get_history", args: { type: "water" } }] },
    { text: "Vamos ver. Você bebeu 9.999 ml hoje!" },
    { text: "Não achei registros de água." },
  );
  const { turn, happened, text } = testTurn({ brain });
  await play(turn);
  expect(text()).toBe("Vamos ver. Não achei registros de água.");
  expect(happened.filter(({ type }) => type === "text_reset")).toHaveLength(1);
  expect(text()).not.toContain("9.999");
  expect(agent.asked[2]?.at(-1)?.text).toContain("9.999");
});

test("a model that lies twice is replaced by what the tools told", async () => {
  const lie = { text: "Seu saldo é R$ 1.000.000,00." };
  const { brain } = cloudBrain({ calls: [{ name: "get_history" }] }, lie, lie, lie);
  const { turn, text } = testTurn({ brain });
  const { state } = await play(turn);
  expect(text()).toBe("sou o local");
  expect(state.messages.at(-1)).toMatchObject({ role: "assistant", text: "sou o local" });
});

test("without any tool a lie becomes an offer to look", async () => {
  const lie = { text: "Você gastou 480 reais." };
  const { brain } = cloudBrain(lie, lie);
  const { turn, text } = testTurn({ brain });
  await play(turn);
  expect(text()).toMatch(/^Prefiro não dizer números/);
});

test("what the person said themselves may be said back", async () => {
  const { brain, agent } = cloudBrain({ text: "Entendi, 750 ml de água." });
  const { turn, text } = testTurn({ brain, text: "acho que foram 750 ml" });
  await play(turn);
  expect(text()).toBe("Entendi, 750 ml de água.");
  expect(agent.asked).toHaveLength(1);
});
