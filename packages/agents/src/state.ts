import { Annotation } from "@langchain/langgraph";
import type { CardAction } from "@vida/core/live/message";
import type { AgentName } from "@vida/core/ptbr/types";

import type { ModelFailureKind } from "./model-failure.ts";
import type { Args } from "./ports.ts";
import type { Usage } from "./usage.ts";

/** A tool call as a model made it: the provider's id and signature must come back unchanged. */
export type Call = { id: string; name: string; args: Args; signature?: string };

/**
 * One message of the turn. Plain data, no message classes: it lies in the checkpoint over a pause.
 */
export type TurnMessage =
  | { role: "assistant"; text: string; calls: Call[] }
  | { role: "tool"; callId: string; name: string; ok: boolean; content: string };

/** A proposed write on its card, with the call it answers. */
export type PendingAction = CardAction & { callId: string };

export type PendingCard = { confirmationId: string; actions: PendingAction[] };

/** Who planned the writes of this turn: the grammar, certain of the whole message, or a model. */
export type Origin = "grammar" | "model";

function last<T>(initial: () => T) {
  return Annotation<T>({ reducer: (_before, now) => now, default: initial });
}

/** What of a turn outlives its pause. Conversation and profile are read again, never carried. */
export const TurnState = Annotation.Root({
  agents: last<AgentName[]>(() => []),
  origin: last<Origin>(() => "model"),
  messages: Annotation<TurnMessage[]>({ reducer: (a, b) => [...a, ...b], default: () => [] }),
  step: last(() => 0),
  modelCalls: last(() => 0),
  /** Name and arguments of every call made or decided, so that none is made twice. */
  made: Annotation<string[]>({ reducer: (a, b) => [...a, ...b], default: () => [] }),
  card: last<PendingCard | null>(() => null),
  /** Set when a step only repeated itself: the next one must answer in words. */
  closing: last(() => false),
  /** Why the cloud model is out for the rest of this turn. */
  fallback: last<ModelFailureKind | null>(() => null),
  usage: last<Usage>(() => ({ inputTokens: 0, outputTokens: 0, costUsd: 0 })),
});
export type TurnState = typeof TurnState.State;
export type TurnUpdate = Partial<TurnState>;

/** A turn at its beginning, as the graph begins it. */
export function newState(): TurnState {
  return {
    agents: [],
    origin: "model",
    messages: [],
    step: 0,
    modelCalls: 0,
    made: [],
    card: null,
    closing: false,
    fallback: null,
    usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
  };
}

/** A state with what a step came to, put together as the graph's channels do. */
export function advanced(state: TurnState, update: TurnUpdate): TurnState {
  const { messages = [], made = [], ...last } = update;
  return {
    ...state,
    ...last,
    messages: [...state.messages, ...messages],
    made: [...state.made, ...made],
  };
}
