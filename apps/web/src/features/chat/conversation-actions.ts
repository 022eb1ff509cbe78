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

/** Tells which run answers; an event may have told it already. */
export function withRun(state: ConversationState, runId: string): ConversationState {
  if (state.run === null || state.run.runId !== null) return state;
  return { ...state, run: { ...state.run, runId } };
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
