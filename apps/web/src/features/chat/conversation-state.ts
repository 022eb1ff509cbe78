import type { LiveEvent } from "@vida/core/live/events";
import type { CardAction, KeptDecision, MessagePart, MessageView } from "@vida/core/live/message";

import { isLater } from "../live/event-id.ts";

export type ToolOutcome = { status: "ok" | "error" | "rejected"; summary: string };

/** What a run has said so far and nobody has stored as a message yet. */
export type LivePart =
  | { type: "text"; messageId: string; text: string }
  | { type: "tool"; actionId: string; tool: string; args: Record<string, unknown> }
  | { type: "confirmation"; confirmationId: string; expiresAt: string; actions: CardAction[] };

export type RunStatus = "sending" | "running" | "stopping";
export type RunEnd = {
  runId: string;
  status: "completed" | "waiting" | "stopped" | "failed";
  reason?: string;
};

export type CardResolution = {
  outcome: "decided" | "expired" | "superseded";
  decisions: readonly KeptDecision[];
};

/** A conversation as its page shows it: what is stored, and what is happening on top of it. */
export type ConversationState = {
  readonly messages: readonly MessageView[];
  readonly position: string;
  readonly run: {
    readonly runId: string | null;
    readonly status: RunStatus;
    readonly agents: readonly string[];
  } | null;
  readonly parts: readonly LivePart[];
  readonly outcomes: Readonly<Record<string, ToolOutcome>>;
  readonly cards: Readonly<Record<string, CardResolution>>;
  readonly ended: RunEnd | null;
  readonly unsent: readonly string[];
  /** The card that opens with its form: the one that comes next, or this one. */
  readonly adjust: "next" | { readonly confirmationId: string } | null;
};

export const EMPTY: ConversationState = {
  messages: [],
  position: "0",
  run: null,
  parts: [],
  outcomes: {},
  cards: {},
  ended: null,
  unsent: [],
  adjust: null,
};

/** Builds the state from a page of stored messages and the run that is going, if any. */
export function fromPage(
  messages: readonly MessageView[],
  position: string,
  activeRunId: string | null = null,
): ConversationState {
  const run =
    activeRunId === null ? null : ({ runId: activeRunId, status: "running", agents: [] } as const);
  return { ...EMPTY, messages, position, run, outcomes: outcomesOf(messages) };
}

/** The outcomes that stored messages carry; a card finds those of its actions here after a reload. */
function outcomesOf(messages: readonly MessageView[]): Record<string, ToolOutcome> {
  const outcomes: Record<string, ToolOutcome> = {};
  for (const part of messages.flatMap((message) => message.parts)) {
    if (part.type !== "tool" || part.status === undefined) continue;
    outcomes[part.actionId] = { status: part.status, summary: part.summary ?? "" };
  }
  return outcomes;
}

/** Applies one event; an event the state already reflects changes nothing. */
export function reduce(state: ConversationState, id: string, event: LiveEvent): ConversationState {
  if (!isLater(id, state.position)) return state;
  return { ...apply(state, event), position: id };
}

function apply(state: ConversationState, event: LiveEvent): ConversationState {
  switch (event.type) {
    case "run_started":
      return { ...state, run: { runId: event.runId, status: "running", agents: [] }, ended: null };
    case "routed":
      return {
        ...state,
        run: { runId: event.runId, status: state.run?.status ?? "running", agents: event.agents },
      };
    case "text_delta":
      return { ...state, parts: appendText(state.parts, event.messageId, event.delta) };
    case "text_reset":
      return { ...state, parts: state.parts.filter((part) => !isTextOf(part, event.messageId)) };
    case "tool_call":
      return addPart(state, {
        type: "tool",
        actionId: event.actionId,
        tool: event.tool,
        args: event.args,
      });
    case "tool_result": {
      const outcome: ToolOutcome = { status: event.status, summary: event.summary };
      return { ...state, outcomes: { ...state.outcomes, [event.actionId]: outcome } };
    }
    case "confirmation_required": {
      const { confirmationId, expiresAt, actions } = event;
      const adjust = state.adjust === "next" ? { confirmationId } : state.adjust;
      const part = { type: "confirmation", confirmationId, expiresAt, actions } as const;
      return addPart({ ...state, adjust }, part);
    }
    case "confirmation_resolved": {
      const card: CardResolution = { outcome: event.outcome, decisions: event.decisions };
      return { ...state, cards: { ...state.cards, [event.confirmationId]: card } };
    }
    case "message_saved":
      return saveMessage(state, event.message);
    case "run_finished":
      return finish(state, event);
    default:
      return state;
  }
}

function isTextOf(part: LivePart, messageId: string): boolean {
  return part.type === "text" && part.messageId === messageId;
}

function appendText(parts: readonly LivePart[], messageId: string, delta: string): LivePart[] {
  const last = parts.at(-1);
  if (last?.type === "text" && last.messageId === messageId) {
    return [...parts.slice(0, -1), { ...last, text: last.text + delta }];
  }
  return [...parts, { type: "text", messageId, text: delta }];
}

function addPart(
  state: ConversationState,
  part: Exclude<LivePart, { type: "text" }>,
): ConversationState {
  const known = state.parts.some((other) => partKey(other) === partKey(part));
  return known ? state : { ...state, parts: [...state.parts, part] };
}

function partKey(part: LivePart | MessagePart): string | null {
  if (part.type === "tool") return `tool:${part.actionId}`;
  if (part.type === "confirmation") return `card:${part.confirmationId}`;
  return null;
}

/** Puts a stored message in its place and drops the live parts that it now carries. */
function saveMessage(state: ConversationState, message: MessageView): ConversationState {
  const stored = new Set(message.parts.map(partKey));
  const parts = state.parts.filter((part) => {
    if (part.type === "text") return part.messageId !== message.id;
    return !stored.has(partKey(part));
  });
  const known = state.messages.some((other) => other.id === message.id);
  const messages = known
    ? state.messages.map((other) => (other.id === message.id ? message : other))
    : placed(state.messages, message);
  return {
    ...state,
    messages,
    parts,
    outcomes: { ...state.outcomes, ...outcomesOf([message]) },
    unsent: state.unsent.filter((id) => id !== message.id),
  };
}

/**
 * Puts a new message behind the one it follows. What was typed meanwhile moves behind an answer; anything
 * else that stood there belongs to another branch and goes.
 */
function placed(messages: readonly MessageView[], message: MessageView): MessageView[] {
  // The first message in other words: nothing that stood there is of its branch.
  if (message.parentId === null) return [message];
  const at = messages.findIndex((other) => other.id === message.parentId);
  const next = messages[at + 1];
  if (at === -1 || next === undefined) return [...messages, message];
  const before = messages.slice(0, at + 1);
  if (message.role !== "assistant" || next.role !== "user") return [...before, message];
  return [...before, message, { ...next, parentId: message.id }, ...messages.slice(at + 2)];
}

function finish(
  state: ConversationState,
  event: Extract<LiveEvent, { type: "run_finished" }>,
): ConversationState {
  if (
    state.run?.runId !== null &&
    state.run?.runId !== undefined &&
    state.run.runId !== event.runId
  )
    return state;
  const end: RunEnd = { runId: event.runId, status: event.status };
  if (event.reason !== undefined) end.reason = event.reason;
  return { ...state, run: null, ended: end };
}
