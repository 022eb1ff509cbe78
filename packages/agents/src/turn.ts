import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import type { AgentName, Understanding } from "@vida/core/ptbr/types";

import type { Callable, Patience } from "./model-call.ts";
import type { TurnPorts } from "./ports.ts";
import type { Registry } from "./tools.ts";
import type { Trace } from "./trace.ts";
import type { Price } from "./usage.ts";

/** The models of one turn; without a cloud the local one does everything. */
export type Brain = {
  local: BaseChatModel;
  cloud?: { agent: BaseChatModel; triage: Callable; agentPrice: Price; triagePrice: Price };
};

export type Limits = { modelCalls: number; outputTokens: number; callsPerStep: number };

export const LIMITS: Limits = { modelCalls: 8, outputTokens: 2000, callsPerStep: 20 };

/** One turn as the graph sees it: everything that is the same before and after a pause, or read anew. */
export type Turn = {
  /** The run that began the thread; ids of cards and actions rest on it. */
  threadId: string;
  runId: string;
  /** Of the message that this run says. */
  messageId: string;
  conversationKind: "general" | "counselor";
  text: string;
  understanding: Understanding;
  previousAgents: readonly AgentName[];
  /** Figures that may be said without a tool: dates, and what the person set as targets. */
  given?: readonly unknown[];
  /** What was said before this turn, oldest first. */
  history: readonly BaseMessage[];
  /** Writes the system prompt of the agents of a step. */
  prompt: (agents: readonly AgentName[]) => string;
  brain: Brain;
  /** Said before the local model stands in for a cloud that is out today. */
  notice?: string;
  registry: Registry;
  ports: TurnPorts;
  limits?: Limits;
  patience?: Patience;
  trace?: Trace;
};
