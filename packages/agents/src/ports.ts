import type { LiveEvent } from "@vida/core/live/events";
import type { CardAction } from "@vida/core/live/message";

import type { Usage } from "./usage.ts";

export type Args = Record<string, unknown>;

/** A refusal that the model is told, in words it can pass on; `options` when it must ask. */
export type ToolFailure = {
  ok: false;
  /** One of the closed error codes, or `ambiguous`, `unknownTool`, `repeated`. */
  code: string;
  message: string;
  options?: { label: string; value: string }[];
};

/** What a read found: the data for the model and one line for people. */
export type ToolSuccess = { ok: true; args: Args; data: unknown; summary: string };
export type ToolResult = ToolSuccess | ToolFailure;

/** A write as its card shows it: arguments with every id and default resolved. */
export type Proposed = { ok: true } & Omit<CardAction, "actionId" | "tool">;

/** The stored outcome of one decided action; it was executed, or refused, before the graph hears of it. */
export type Outcome = {
  actionId: string;
  status: "ok" | "error" | "rejected";
  /** The arguments it ran with, when they were edited. */
  args?: Args | undefined;
  result?: unknown;
  summary: string;
  /** Why the person refused. */
  reason?: string | undefined;
};

type WithoutConversation<T> = T extends unknown ? Omit<T, "conversationId"> : never;

/** What a turn tells while it goes; run and conversation are added by whoever drives it. */
export type TurnEvent = WithoutConversation<
  Extract<LiveEvent, { type: "routed" | "text_reset" | "tool_call" | "tool_result" }>
>;

/** Everything a turn needs from outside the graph. */
export type TurnPorts = {
  /** Executes a read as the person; a refusal is a result, only bugs and stops throw. */
  read: (tool: string, args: unknown, actionId: string) => Promise<ToolResult>;
  /** Resolves names, fills defaults, validates and summarises a write without running it. */
  propose: (tool: string, args: unknown) => Promise<Proposed | ToolFailure>;
  emit: (event: TurnEvent) => Promise<void> | void;
  text: (messageId: string, delta: string) => void;
  /** Hears what the turn's model calls have used so far; a run that fails has used it too. */
  spent?: (usage: Usage) => void;
  signal: AbortSignal;
};
