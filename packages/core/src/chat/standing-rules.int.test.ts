import { expect, test } from "vitest";

import { newId } from "../context.ts";
import { undoAction } from "../dashboard/undo.ts";
import type { CardAction } from "../live/message.ts";
import { testServices } from "../testing.ts";
import type { TestPerson } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { suspendRun } from "./answer.ts";
import { listPending } from "./cards.ts";
import { decideCard } from "./decide.ts";
import { runAction } from "./ledger.ts";
import { listMessages } from "./messages.ts";
import { allowRule, listRules, revokeRule } from "./standing-rules.ts";
import { claim, liveWorker, say, startConversation, waterAction } from "./testing.ts";

const services = await testServices();
const decide = decideCard((_tool, args) => args);

/** A person whose turns a worker carries, with a card for each message. */
async function chatting() {
  const person: TestPerson = await services.person();
  const { userId } = person;
  const conversationId = await startConversation(services, userId);
  const workerId = await liveWorker(services);

  /** Types a message whose card shows these actions; `certain` as the grammar's reading. */
  async function card(actions: CardAction[], certain = true): Promise<string> {
    await say(services, userId, conversationId, `água ${newId()}`);
    const { lease } = await claim(services, userId, conversationId, workerId);
    const confirmationId = newId();
    await suspendRun(services, lease, {
      answer: { messageId: newId(), parts: [{ type: "confirmation", confirmationId }] },
      confirmationId,
      actions,
      checkpoint: new Uint8Array([1]),
      threadRunId: lease.runId,
      certain,
    });
    return confirmationId;
  }

  /** Carries out what was decided, as the decision's run does. */
  async function carryOut(action: CardAction): Promise<void> {
    const { lease } = await claim(services, userId, conversationId, workerId);
    await runAction(services, {
      userId,
      conversationId,
      actionId: action.actionId,
      operation: recordEntry,
      args: action.args,
      summary: () => "feito",
      failure: () => "falhou",
    });
    await services.db.workerPool.query(
      "update runs set status = 'completed' where user_id = $1 and id = $2",
      [userId, lease.runId],
    );
  }

  async function confirmed(
    value: number,
    verdict: "confirm" | "edit" = "confirm",
  ): Promise<string> {
    const action = waterAction(value);
    const { actionId } = action;
    const confirmationId = await card([action]);
    const args = verdict === "edit" ? { ...action.args, value: value + 1 } : undefined;
    await person.run(decide, {
      confirmationId,
      decisions: [{ actionId, verdict, ...(args && { args }) }],
    });
    await carryOut(action);
    return actionId;
  }

  const pending = async () => (await person.run(listPending, {})).items.length;
  const rules = async () => person.run(listRules, {});
  return { person, conversationId, card, carryOut, confirmed, pending, rules };
}

/** A person who has allowed water. */
async function allowed() {
  const chat = await chatting();
  await chat.confirmed(100);
  await chat.confirmed(200);
  const actionId = await chat.confirmed(300);
  const { items } = await chat.person.run(allowRule, { actionId });
  return { ...chat, rule: items[0] };
}

test("a rule is offered after three confirmations of a kind as they stood, and never by itself on", async () => {
  const chat = await chatting();
  await chat.confirmed(100);
  await chat.confirmed(200);
  expect(await chat.rules()).toEqual({ items: [], offers: [] });
  await chat.confirmed(300, "edit");
  expect((await chat.rules()).offers).toEqual([]);
  for (const value of [400, 500]) await chat.confirmed(value);
  const early = await chat.confirmed(600);
  expect((await chat.rules()).offers).toMatchObject([{ actionId: early, title: "Água" }]);
  await chat.card([waterAction(700)]);
  expect(await chat.pending()).toBe(1);
});

test("an allowed kind is recorded without a card, and the verdict is kept as the rule's", async () => {
  const chat = await allowed();
  expect(chat.rule).toMatchObject({ tool: "record_metric", title: "Água", state: "active" });
  expect((await chat.rules()).offers).toEqual([]);
  await chat.card([waterAction(700)]);
  expect(await chat.pending()).toBe(0);
  const { items } = await chat.person.run(listMessages, { conversationId: chat.conversationId });
  expect(items.at(-1)?.parts).toMatchObject([
    { type: "confirmation", status: "decided", decisions: [{ verdict: "confirm", by: "rule" }] },
  ]);
});

test.each([
  ["a model's parse", [waterAction(700)], false],
  ["a warning", [{ ...waterAction(700), warnings: ["já existe um igual"] }], true],
  ["another kind", [{ ...waterAction(70), args: { type: "weight", value: 70 } }], true],
  ["a change", [{ ...waterAction(700), tool: "update_metric" }], true],
  ["money", [{ ...waterAction(700), tool: "record_transaction" }], true],
  ["one of two", [waterAction(700), { ...waterAction(70), args: { type: "weight" } }], true],
])("%s still waits for a verdict", async (_what, actions, certain) => {
  const chat = await allowed();
  await chat.card(actions, certain);
  expect(await chat.pending()).toBe(1);
});

test("one undo suspends the rule, and the person may turn it on again or end it for good", async () => {
  const chat = await allowed();
  const action = waterAction(700);
  await chat.card([action]);
  await chat.carryOut(action);
  await chat.person.run(undoAction, { actionId: action.actionId });
  const [rule] = (await chat.rules()).items;
  expect(rule?.state).toBe("suspended");
  await chat.card([waterAction(800)]);
  expect(await chat.pending()).toBe(1);
  const ruleId = rule?.id ?? "";
  expect((await chat.person.run(allowRule, { ruleId })).items).toMatchObject([{ state: "active" }]);
  expect(await chat.person.run(revokeRule, { ruleId })).toEqual({ items: [], offers: [] });
  expect(await chat.person.refusal(allowRule, { ruleId })).toBe("not_found chat.ruleNotFound");
});

test("a rule ends after 90 days", async () => {
  const chat = await allowed();
  services.at("2027-02-20T14:59:59Z");
  await chat.card([waterAction(700)]);
  expect((await chat.rules()).items).toMatchObject([{ state: "active" }]);
  expect(await chat.pending()).toBe(0);
  services.at("2027-02-20T15:00:00Z");
  await chat.card([waterAction(800)]);
  expect(await chat.pending()).toBe(1);
  expect((await chat.rules()).items).toMatchObject([{ state: "expired" }]);
  services.at("2026-11-22T15:00:00Z");
});

test("an offer answered with no is not made again, and nobody allows what was not offered", async () => {
  const chat = await chatting();
  const first = await chat.confirmed(100);
  expect(await chat.person.refusal(allowRule, { actionId: first })).toBe(
    "conflict chat.ruleNotOffered",
  );
  await chat.confirmed(200);
  const actionId = await chat.confirmed(300);
  const other = await services.person();
  expect(await other.refusal(allowRule, { actionId })).toBe("not_found chat.actionNotFound");
  await chat.person.run(revokeRule, { actionId });
  await chat.confirmed(400);
  expect(await chat.rules()).toEqual({ items: [], offers: [] });
});
