import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { testServices } from "../testing.ts";
import { finishRun } from "./answer.ts";
import { editMessage, regenerateAnswer, selectBranch } from "./branches.ts";
import { captureLine, previewHash } from "./capture.ts";
import { expireCard, listPending } from "./cards.ts";
import { removeConversation } from "./conversations.ts";
import { decideCard } from "./decide.ts";
import { listMessages } from "./messages.ts";
import { listUnconfirmed, reopenCard } from "./reopen.ts";
import { claim, liveWorker, pause, say, startConversation, waterAction } from "./testing.ts";

const services = await testServices();
const decide = decideCard((_tool, args) => args);
type Person = Awaited<ReturnType<typeof services.person>>;

async function answer(person: Person, conversationId: string, text: string): Promise<string> {
  const { lease } = await claim(
    services,
    person.userId,
    conversationId,
    await liveWorker(services),
  );
  const messageId = newId();
  await finishRun(services, lease, {
    status: "completed",
    answer: { messageId, parts: [{ type: "text", text }], agents: ["tracking"] },
  });
  return messageId;
}

async function shown(person: Person, conversationId: string): Promise<[string, string][]> {
  const { items } = await person.run(listMessages, { conversationId });
  return items.map(({ parts, branch }) => {
    const [part] = parts;
    return [
      part?.type === "text" ? part.text : (part?.type ?? ""),
      `${branch.index + 1}/${branch.count}`,
    ];
  });
}

test("an edited message opens a branch and the old one stays reachable", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const { messageId } = await say(services, ana.userId, conversationId, "quanto bebi?");
  const old = await answer(ana, conversationId, "Nada ainda.");
  const edited = await ana.run(editMessage, { messageId, content: "quanto bebi ontem?" });
  expect(await ana.refusal(editMessage, { messageId, content: "de novo" })).toBe(
    "conflict chat.busy",
  );
  await answer(ana, conversationId, "1,8 L.");
  expect(await shown(ana, conversationId)).toEqual([
    ["quanto bebi ontem?", "2/2"],
    ["1,8 L.", "1/1"],
  ]);
  await ana.run(selectBranch, { messageId });
  expect(await shown(ana, conversationId)).toEqual([
    ["quanto bebi?", "1/2"],
    ["Nada ainda.", "1/1"],
  ]);
  await ana.run(selectBranch, { messageId: edited.messageId });
  expect((await shown(ana, conversationId))[1]).toEqual(["1,8 L.", "1/1"]);
  // A page knows its own message and how many stand beside it.
  await ana.run(selectBranch, { messageId: edited.messageId, index: 0 });
  expect((await shown(ana, conversationId))[0]).toEqual(["quanto bebi?", "1/2"]);
  expect(await ana.refusal(selectBranch, { messageId: edited.messageId, index: 2 })).toBe(
    "not_found chat.branchNotFound",
  );
  expect(old).not.toBe(edited.messageId);
});

test("who answered is kept with the answer", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "quanto bebi?");
  await answer(ana, conversationId, "Nada ainda.");
  const { items } = await ana.run(listMessages, { conversationId });
  expect(items.map(({ agents }) => agents)).toEqual([[], ["tracking"]]);
});

test("an answer given again is a sibling of the first", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "oi");
  const first = await answer(ana, conversationId, "Oi!");
  await ana.run(regenerateAnswer, { messageId: first });
  await answer(ana, conversationId, "Olá!");
  expect(await shown(ana, conversationId)).toEqual([
    ["oi", "1/1"],
    ["Olá!", "2/2"],
  ]);
});

test("leaving a branch supersedes the cards that wait in it", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const { messageId } = await say(services, ana.userId, conversationId, "bebi 500 ml");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const action = waterAction(500);
  const confirmationId = await pause(services, lease, [action]);
  await ana.run(editMessage, { messageId, content: "bebi 600 ml" });
  expect((await ana.run(listPending, {})).items).toEqual([]);
  const decisions = [{ actionId: action.actionId, verdict: "confirm" as const }];
  expect(await ana.refusal(decide, { confirmationId, decisions })).toBe("conflict chat.superseded");
});

test("an expired card can be reopened once, with the values it showed", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 500 ml");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  const action = waterAction(500);
  const confirmationId = await pause(services, lease, [action]);
  expect(await ana.refusal(reopenCard, { confirmationId })).toBe("conflict chat.notExpired");
  services.at("2026-11-24T15:00:00Z");
  await expireCard(services, { userId: ana.userId, confirmationId });
  expect((await ana.run(listUnconfirmed, {})).items).toMatchObject([
    { confirmationId, actions: [{ args: { day: "2026-11-22" } }] },
  ]);
  const reopened = await ana.run(reopenCard, { confirmationId });
  expect((await ana.run(listPending, {})).items).toMatchObject([
    { confirmationId: reopened.confirmationId, actions: [{ args: action.args }] },
  ]);
  expect((await ana.run(listUnconfirmed, {})).items).toEqual([]);
  expect(await ana.refusal(reopenCard, { confirmationId })).toBe("conflict chat.superseded");
  services.at("2026-11-22T15:00:00Z");
});

test("cards of a removed conversation are not offered again", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  await say(services, ana.userId, conversationId, "bebi 500 ml");
  const { lease } = await claim(services, ana.userId, conversationId, await liveWorker(services));
  await pause(services, lease, [waterAction(500)]);
  await ana.run(removeConversation, { conversationId });
  expect((await ana.run(listUnconfirmed, {})).items).toEqual([]);
});

test("a capture in a conversation stands there and names what it recorded", async () => {
  const ana = await services.person();
  const conversationId = await startConversation(services, ana.userId);
  const action = waterAction(500);
  const text = "bebi 500 ml";
  const capture = { text, hash: previewHash(text, [action]), messageId: newId(), conversationId };
  const stored = await ana.run(captureLine([action]), capture);
  expect(stored).toMatchObject({ captured: true, conversationId, actionIds: [action.actionId] });
  expect(await ana.run(captureLine([action]), capture)).toEqual(stored);
  expect(await shown(ana, conversationId)).toEqual([
    [text, "1/1"],
    ["confirmation", "1/1"],
  ]);
  const other = await services.person();
  const foreign = { ...capture, messageId: newId() };
  expect(await other.refusal(captureLine([action]), foreign)).toBe(
    "not_found chat.conversationNotFound",
  );
});

test("a capture whose preview still fits is decided in one act, any other becomes a message", async () => {
  const ana = await services.person();
  const text = "bebi 500 ml";
  const action = waterAction(500);
  const hash = previewHash(text, [action]);
  const capture = { text, hash, messageId: newId() };
  const [first, again] = await Promise.all([
    ana.run(captureLine([action]), capture),
    ana.run(captureLine([action]), capture),
  ]);
  expect(first).toMatchObject({ captured: true });
  expect(again).toEqual(first);
  expect(await ana.run(captureLine([]), capture)).toEqual(first);
  const run = await claim(services, ana.userId, first.conversationId, await liveWorker(services));
  expect(run).toMatchObject({ kind: "decision", lease: { runId: first.runId } });
  const stale = await ana.run(captureLine([waterAction(600)]), { ...capture, messageId: newId() });
  expect(stale).toMatchObject({ captured: false, conversationId: first.conversationId });
});
