import type { LiveEvent } from "@vida/core/live/events";
import type { CardAction, MessageView } from "@vida/core/live/message";
import { array, assert, nat, property } from "fast-check";
import { expect, test } from "vitest";

import { queuedIds, withAsked, withRun, withSent, withUnsent } from "./conversation-actions.ts";
import { EMPTY, fromPage, reduce, type ConversationState } from "./conversation-state.ts";

const conversationId = "c0000000-0000-4000-8000-000000000001";
const runId = "a0000000-0000-4000-8000-000000000001";
const confirmationId = "f0000000-0000-4000-8000-000000000001";
const actionId = "b0000000-0000-4000-8000-000000000001";
const answer = "d0000000-0000-4000-8000-000000000001";
const expiresAt = "2026-11-23T12:00:00Z";

const action: CardAction = {
  actionId,
  tool: "record_metric",
  args: { type: "water", value: 2000, unit: "ml", day: "2026-11-22" },
  title: "Água",
  details: [{ label: "Quantidade", value: "2.000 ml" }],
  warnings: [],
};

function message(
  id: string,
  parts: MessageView["parts"],
  role: MessageView["role"] = "assistant",
): MessageView {
  return {
    id,
    conversationId,
    role,
    parts,
    branch: { index: 0, count: 1 },
    createdAt: "2026-11-22T12:00:00Z",
  };
}

const turn: LiveEvent[] = [
  { type: "run_started", conversationId, runId },
  { type: "routed", conversationId, runId, agents: ["tracking"], by: "rule" },
  { type: "text_delta", conversationId, messageId: answer, delta: "Posso " },
  { type: "text_delta", conversationId, messageId: answer, delta: "registrar:" },
  { type: "confirmation_required", conversationId, confirmationId, expiresAt, actions: [action] },
  {
    type: "message_saved",
    conversationId,
    message: message(answer, [
      { type: "text", text: "Posso registrar:" },
      {
        type: "confirmation",
        confirmationId,
        status: "pending",
        expiresAt,
        actions: [action],
        decisions: [],
      },
    ]),
  },
  { type: "run_finished", conversationId, runId, status: "waiting" },
];

function play(events: readonly LiveEvent[], start: ConversationState = EMPTY): ConversationState {
  return events.reduce((state, event, index) => reduce(state, String(index + 1), event), start);
}

test("a streamed answer grows by its pieces and becomes one stored message", () => {
  const streaming = play(turn.slice(0, 4));
  expect(streaming.parts).toEqual([{ type: "text", messageId: answer, text: "Posso registrar:" }]);
  expect(streaming.run).toEqual({ runId, status: "running", agents: ["tracking"] });

  const done = play(turn);
  expect(done.parts).toEqual([]);
  expect(done.messages.map((saved) => saved.id)).toEqual([answer]);
  expect(done.run).toBeNull();
  expect(done.ended).toEqual({ runId, status: "waiting" });
});

test("events that come twice, or before the page was read, change nothing", () => {
  assert(
    property(array(nat({ max: turn.length - 1 }), { maxLength: 12 }), (repeats) => {
      const once = play(turn);
      const again = repeats.reduce((state, index) => {
        const event = turn[index];
        return event === undefined ? state : reduce(state, String(index + 1), event);
      }, once);
      expect(again).toEqual(once);
    }),
  );
  const page = fromPage([message(answer, [{ type: "text", text: "já lido" }])], "7");
  expect(play(turn, page)).toBe(page);
});

test("a step that runs again drops its partial text", () => {
  const state = play([
    ...turn.slice(0, 4),
    { type: "text_reset", conversationId, messageId: answer },
    { type: "text_delta", conversationId, messageId: answer, delta: "De novo" },
  ]);
  expect(state.parts).toEqual([{ type: "text", messageId: answer, text: "De novo" }]);
});

test("a decided card remembers its verdicts and the outcome of each action", () => {
  const state = play([
    ...turn,
    {
      type: "confirmation_resolved",
      conversationId,
      confirmationId,
      outcome: "decided",
      decisions: [{ actionId, verdict: "confirm" }],
    },
    { type: "tool_call", conversationId, actionId, tool: "record_metric", args: action.args },
    {
      type: "tool_result",
      conversationId,
      actionId,
      tool: "record_metric",
      status: "ok",
      summary: "Registrado",
    },
  ]);
  expect(state.cards[confirmationId]?.decisions).toEqual([{ actionId, verdict: "confirm" }]);
  expect(state.outcomes[actionId]).toEqual({ status: "ok", summary: "Registrado" });
});

test("the end of an older run does not end the one that is going", () => {
  const state = play([
    { type: "run_started", conversationId, runId },
    { type: "run_finished", conversationId, runId: answer, status: "completed" },
  ]);
  expect(state.run?.runId).toBe(runId);
});

test("what the person sends shows at once and is not doubled by its stored form", () => {
  const sent = withSent(EMPTY, {
    conversationId,
    messageId: answer,
    content: "oi",
    at: "2026-11-22T12:00:00Z",
  });
  expect(sent.run?.status).toBe("sending");
  expect(withRun(sent, "m", runId).run?.runId).toBe(runId);
  const stored = reduce(sent, "1", {
    type: "message_saved",
    conversationId,
    message: message(answer, [{ type: "text", text: "oi" }], "user"),
  });
  expect(stored.messages).toHaveLength(1);
});

test("a message that did not arrive stays, marked", () => {
  const sent = withSent(EMPTY, {
    conversationId,
    messageId: answer,
    content: "oi",
    at: "2026-11-22T12:00:00Z",
  });
  const lost = withUnsent(sent, answer);
  expect(lost.messages).toHaveLength(1);
  expect(lost.unsent).toEqual([answer]);
  expect(lost.run).toBeNull();
});

/** A message in a chain: `parent` is the id of the one it follows. */
function chained(id: string, role: MessageView["role"], parentId: string | null): MessageView {
  return { ...message(id, [{ type: "text", text: id }], role), parentId };
}
const saved = (view: MessageView): LiveEvent => ({
  type: "message_saved",
  conversationId,
  message: view,
});
const ids = (state: ConversationState): string[] => state.messages.map(({ id }) => id);

test("an answer stands behind its message, before what was typed meanwhile", () => {
  const typed = fromPage([chained("a", "user", null), chained("b", "user", "a")], "1", runId);
  const answered = reduce(typed, "2", saved(chained("c", "assistant", "a")));
  expect(ids(answered)).toEqual(["a", "c", "b"]);
  expect(answered.messages.at(-1)?.parentId).toBe("c");
});

test("another answer to a message takes the place of the first and of all below it", () => {
  const page = fromPage(
    [chained("a", "user", null), chained("b", "assistant", "a"), chained("c", "user", "b")],
    "1",
  );
  expect(ids(reduce(page, "2", saved(chained("d", "assistant", "a"))))).toEqual(["a", "d"]);
  expect(ids(withAsked(page, "a"))).toEqual(["a"]);
});

test("the first message in other words stands alone, and not beside what it was", () => {
  const first = message("m1", [{ type: "text", text: "bebi 300 ml" }], "user");
  const asked = withAsked(fromPage([{ ...first, parentId: null }], "1"), "m1", "bebi 450 ml");
  const said = message("m2", [{ type: "text", text: "bebi 450 ml" }], "user");
  const saved = { ...said, parentId: null, branch: { index: 1, count: 2 } };
  const state = reduce(asked, "2", { type: "message_saved", conversationId, message: saved });
  expect(state.messages).toEqual([saved]);
});

test("what is written while a run goes waits in the queue, and only that", () => {
  const asked = { ...chained("a", "user", null), runId };
  const busy = fromPage([asked, chained("b", "user", "a")], "1", runId);
  expect([...queuedIds(busy)]).toEqual(["b"]);
  expect([...queuedIds({ ...busy, run: null })]).toEqual([]);
  expect([...queuedIds({ ...busy, unsent: ["b"] })]).toEqual([]);
  const sent = withSent(EMPTY, { conversationId, messageId: "m", content: "oi", at: "x" });
  expect([...queuedIds(sent)]).toEqual([]);
  expect([...queuedIds(withRun(sent, "m", runId))]).toEqual([]);
});

test("the card that was asked for with its form is the next one, and only that", () => {
  const asking: ConversationState = { ...EMPTY, adjust: "next" };
  const card = (id: string): LiveEvent => ({
    type: "confirmation_required",
    conversationId,
    confirmationId: id,
    expiresAt,
    actions: [],
  });
  const first = reduce(asking, "1", card(confirmationId));
  expect(first.adjust).toEqual({ confirmationId });
  const second = reduce(first, "2", card(answer));
  expect(second.adjust).toEqual({ confirmationId });
});
