import type { MessageView } from "@vida/core/live/message";

import type { ConversationState } from "./conversation-state.ts";

type Sent = { conversationId: string; messageId: string; content: string; at: string };

/** Shows what the person just sent before the server has answered. */
export function withSent(state: ConversationState, sent: Sent): ConversationState {
  const message: MessageView = {
    id: sent.messageId,
    conversationId: sent.conversationId,
    role: "user",
    parts: [{ type: "text", text: sent.content }],
    branch: { index: 0, count: 1 },
    createdAt: sent.at,
  };
  const others = state.messages.filter((other) => other.id !== sent.messageId);
  return {
    ...state,
    messages: [...others, message],
    unsent: state.unsent.filter((id) => id !== sent.messageId),
    run: state.run ?? { runId: null, status: "sending", agents: [] },
    ended: null,
  };
}

/** Tells which run answers a message; an event may have told it already. */
export function withRun(
  state: ConversationState,
  messageId: string,
  runId: string,
): ConversationState {
  const messages = state.messages.map((message) =>
    message.id === messageId ? { ...message, runId } : message,
  );
  const run = state.run === null || state.run.runId !== null ? state.run : { ...state.run, runId };
  return { ...state, messages, run };
}

/** What the person wrote last and another run must end for first. */
export function queuedIds({ messages, run, unsent }: ConversationState): ReadonlySet<string> {
  if (run === null) return new Set();
  const last = messages.findLastIndex((message) => message.role === "assistant");
  const waiting = messages.slice(last + 1).filter(({ id }) => !unsent.includes(id));
  const answered = waiting.findIndex(({ runId }) => run.runId === null || runId === run.runId);
  return new Set(waiting.slice(answered + 1).map(({ id }) => id));
}

/** Shows a branch from one of the person's messages on as not answered yet, with other words if given. */
export function withAsked(
  state: ConversationState,
  messageId: string,
  content?: string,
): ConversationState {
  const at = state.messages.findIndex(({ id }) => id === messageId);
  const asked = state.messages[at];
  if (asked === undefined) return state;
  const parts = content === undefined ? asked.parts : [{ type: "text" as const, text: content }];
  return {
    ...state,
    messages: [...state.messages.slice(0, at), { ...asked, parts }],
    parts: [],
    run: { runId: null, status: "sending", agents: [] },
    ended: null,
  };
}

export function withFeedback(
  state: ConversationState,
  messageId: string,
  feedback: "up" | "down" | null,
): ConversationState {
  const messages = state.messages.map((message) =>
    message.id === messageId ? { ...message, feedback } : message,
  );
  return { ...state, messages };
}

/** A page that was read again, with the messages that never arrived kept at its end. */
export function withKept(page: ConversationState, before: ConversationState): ConversationState {
  const known = new Set(page.messages.map(({ id }) => id));
  const kept = before.messages.filter(({ id }) => before.unsent.includes(id) && !known.has(id));
  if (kept.length === 0) return page;
  return { ...page, messages: [...page.messages, ...kept], unsent: kept.map(({ id }) => id) };
}

/** Keeps a message that did not arrive, marked so that it can be sent again. */
export function withUnsent(state: ConversationState, messageId: string): ConversationState {
  const run = state.run?.status === "sending" ? null : state.run;
  return { ...state, run, unsent: [...state.unsent.filter((id) => id !== messageId), messageId] };
}

export function withStopping(state: ConversationState): ConversationState {
  return state.run === null ? state : { ...state, run: { ...state.run, status: "stopping" } };
}

/** Puts older messages in front of those that are shown. */
export function withOlder(
  state: ConversationState,
  older: readonly MessageView[],
): ConversationState {
  const known = new Set(state.messages.map((message) => message.id));
  return {
    ...state,
    messages: [...older.filter((message) => !known.has(message.id)), ...state.messages],
  };
}
