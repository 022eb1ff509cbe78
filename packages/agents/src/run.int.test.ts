import { listPending } from "@vida/core/chat/cards";
import { claimRun } from "@vida/core/chat/runs";
import { allowRule, listRules } from "@vida/core/chat/standing-rules";
import { liveWorker } from "@vida/core/chat/testing";
import { testServices } from "@vida/core/testing";
import { listEntries } from "@vida/core/tracking/list";
import { expect, test } from "vitest";

import { carryOut } from "./decision.ts";
import { executeRun } from "./run.ts";
import { claimTurn } from "./start.ts";
import { confirm, testChat } from "./testing/runs.ts";
import { registryOf } from "./tools.ts";
import { createVoice } from "./voice.ts";

const services = await testServices();
const signals = () => ({ stop: new AbortController(), shutdown: new AbortController() });

async function chatWithCard(text = "Registra 2L de água hoje") {
  const chat = await testChat(services);
  await chat.tell(text);
  const [card] = await chat.cards();
  if (card === undefined) throw new Error(`no card for "${text}"`);
  const entries = async () => (await chat.person.run(listEntries, {})).items;
  return { ...chat, card, entries, ids: card.actions.map(({ actionId }) => actionId) };
}

test("a sentence becomes a card, its confirmation one entry and an answer, in the order of the contract", async () => {
  const chat = await chatWithCard();
  expect(chat.card.actions).toMatchObject([
    {
      tool: "record_metric",
      title: "Água",
      args: { type: "water", value: 2000, unit: "ml", day: "2026-11-22" },
    },
  ]);
  expect(await chat.entries()).toEqual([]);
  await chat.decide(chat.card.confirmationId, chat.ids.map(confirm));
  expect(await chat.entries()).toMatchObject([{ type: "water", value: 2000, source: "chat" }]);
  expect((await chat.story()).join(" ")).toBe(
    "message_saved title run_started routed confirmation_required message_saved run_finished " +
      "confirmation_resolved run_started tool_call tool_result changed text_delta message_saved run_finished",
  );
  expect(await chat.answer()).toMatch(/2 L de água, hoje\. Hoje são 2 L de 2 L\./);
  expect(chat.bugs).toEqual([]);
});

test("each action of a card has its own verdict: confirmed, adjusted and refused with a reason", async () => {
  const chat = await chatWithCard("bebi 500 ml de água, dormi 7h e peso 81,4");
  const [water, sleep, weight] = chat.card.actions;
  await chat.decide(chat.card.confirmationId, [
    confirm(water?.actionId ?? ""),
    { actionId: sleep?.actionId ?? "", verdict: "edit", args: { ...sleep?.args, value: 7.5 } },
    { actionId: weight?.actionId ?? "", verdict: "reject", reason: "a balança quebrou" },
  ]);
  const entries = await chat.entries();
  expect(entries.map(({ type, value }) => `${type} ${value}`).toSorted()).toEqual([
    "sleep 7.5",
    "water 500",
  ]);
  const last = (await chat.messages()).at(-1);
  expect(last?.parts.flatMap((part) => (part.type === "tool" ? [part.status] : []))).toEqual([
    "ok",
    "ok",
    "rejected",
  ]);
  expect(await chat.answer()).toContain("7h30");
});

test("an adjustment that does not fit is refused before anything is stored", async () => {
  const chat = await chatWithCard();
  const [actionId = ""] = chat.ids;
  await expect(
    chat.decide(chat.card.confirmationId, [
      { actionId, verdict: "edit", args: { type: "water", value: "muito" } },
    ]),
  ).rejects.toMatchObject({ code: "invalid" });
  expect(await chat.entries()).toEqual([]);
});

test("a run whose worker died starts again from its message, and its card stands once", async () => {
  const chat = await testChat(services);
  await chat.say("Registra 2L de água hoje");
  const dead = await liveWorker(services, 3600);
  expect(await claimRun(services, { ...chat, workerId: dead })).not.toBeNull();
  await chat.work();
  expect(await chat.cards()).toHaveLength(1);
  expect((await chat.events()).filter(({ type }) => type === "text_reset")).toHaveLength(1);
});

test("a confirmed write is done and told once, whenever its worker died", async () => {
  const chat = await chatWithCard();
  const dead = await liveWorker(services, 3600);
  const decided = { confirmationId: chat.card.confirmationId, decisions: chat.ids.map(confirm) };
  await chat.decideOnly(decided.confirmationId, decided.decisions);
  const claimed = await claimTurn(chat.deps, { ...chat, workerId: dead });
  const decision = claimed?.start?.decision;
  if (!claimed || !decision) throw new Error("nothing to claim");
  const env = { today: "2026-11-22", now: "2026-11-22T12:00", lexicon: {}, done: [] };
  const voice = createVoice(chat.deps, claimed.lease);
  await carryOut({ services, lease: claimed.lease, registry: registryOf(), env, voice }, decision);
  // It dies here: written, not answered. The late twin of that worker can end nothing any more.
  await chat.work();
  await executeRun(chat.deps, claimed, {
    stop: signals().stop.signal,
    shutdown: signals().shutdown.signal,
  });
  expect(await chat.entries()).toHaveLength(1);
  const story = (await chat.events()).map(({ type }) => type);
  expect(story.filter((type) => type === "tool_result")).toHaveLength(1);
  expect(story.filter((type) => type === "run_finished")).toHaveLength(2);
  expect(await chat.answer()).toContain("2 L de água");
  expect(chat.bugs).toEqual([]);
});

test("a typed yes decides the open card by rule, and its own run carries it out", async () => {
  const chat = await chatWithCard();
  await chat.tell("sim");
  expect(await chat.entries()).toHaveLength(1);
  expect(await chat.answer()).toContain("2 L de água");
});

test("what was done can be undone from the chat", async () => {
  const chat = await chatWithCard();
  await chat.decide(chat.card.confirmationId, chat.ids.map(confirm));
  await chat.tell("desfaz");
  const undo = (await chat.cards()).at(-1);
  expect(undo?.actions).toMatchObject([{ tool: "undo_last", weight: "heavy" }]);
  await chat.decide(
    undo?.confirmationId ?? "",
    (undo?.actions ?? []).map(({ actionId }) => confirm(actionId)),
  );
  expect(await chat.entries()).toEqual([]);
  expect(await chat.answer()).toContain("Desfeito");
});

test("words that are not understood are said so, with examples, and write nothing", async () => {
  const chat = await testChat(services);
  await chat.tell("xyzzy plugh");
  expect(await chat.cards()).toEqual([]);
  expect(await chat.answer()).toContain("bebi 2 copos de água");
  expect((await chat.events()).at(-1)).toMatchObject({ type: "run_finished", status: "completed" });
});

test("a stop before the start ends the run without an answer", async () => {
  const chat = await testChat(services);
  await chat.say("Registra 2L de água hoje");
  const claimed = await claimRun(services, chat);
  if (claimed === null) throw new Error("nothing to claim");
  const { stop, shutdown } = signals();
  stop.abort();
  await executeRun(
    chat.deps,
    { ...claimed, stopRequested: true },
    { stop: stop.signal, shutdown: shutdown.signal },
  );
  expect((await chat.events()).at(-1)).toMatchObject({ type: "run_finished", status: "stopped" });
});

test("what a standing rule covers is recorded without a card, as far as the grammar is certain", async () => {
  const chat = await testChat(services);
  const entries = async () => (await chat.person.run(listEntries, {})).items.length;
  for (const value of [100, 200, 300]) {
    await chat.tell(`bebi ${value} ml de água`);
    const card = (await chat.cards()).at(-1);
    const ids = card?.actions.map(({ actionId }) => actionId) ?? [];
    await chat.decide(card?.confirmationId ?? "", ids.map(confirm));
  }
  const { offers } = await chat.person.run(listRules, {});
  await chat.person.run(allowRule, { actionId: offers[0]?.actionId ?? "" });
  await chat.tell("bebi 400 ml de água");
  expect(await entries()).toBe(4);
  // A vessel without a size carries a warning: that is asked for.
  await chat.tell("bebi 3 copos de água");
  expect(await entries()).toBe(4);
  expect((await chat.person.run(listPending, {})).items).toHaveLength(1);
  expect(chat.bugs).toEqual([]);
});

test("who answered is still known after a reload", async () => {
  const chat = await testChat(services);
  await chat.tell("quanta água bebi hoje?");
  expect((await chat.messages()).at(-1)?.agents).toEqual(["tracking"]);
});
