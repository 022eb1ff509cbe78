import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import type { StoredPart } from "@vida/core/chat/messages";
import type { StoredMessage } from "@vida/core/chat/turn-context";
import type { AgentName, Context, Read, ReadTool, WriteTool } from "@vida/core/ptbr/types";
import { z } from "zod";

import { SIGNATURES } from "./messages.ts";
import type { ToolEnv } from "./tool-spec.ts";
import type { Registry } from "./tools.ts";

type ToolPart = Extract<StoredPart, { type: "tool" }>;

/** Of a past tool result, at most. */
const RESULT_CHARS = 3000;

/** Characters of one token, on the safe side for Portuguese. */
const CHARS_PER_TOKEN = 3.5;

/** What of a conversation fits a budget, as the model's messages, and what was said before that. */
export type Budgeted = { kept: BaseMessage[]; older: StoredMessage[] };

/**
 * Turns stored messages into the model's, newest first into the budget, whole turns only.
 *
 * A tool part becomes a call with its result, so a model sees the ids and figures it was given before.
 */
export function withinBudget(messages: readonly StoredMessage[], tokens: number): Budgeted {
  const turns: BaseMessage[][] = [];
  let left = tokens * CHARS_PER_TOKEN;
  let start = messages.length;
  for (const [index, message] of [...messages.entries()].toReversed()) {
    const said =
      message.role === "user" ? [new HumanMessage(message.text)] : assistantMessages(message);
    left -= said.reduce(
      (sum, part) => sum + part.text.length + JSON.stringify(toolCallsOf(part)).length,
      0,
    );
    if (left < 0 && turns.length > 0) break;
    start = index;
    turns.unshift(said);
  }
  // A model expects the person to speak first.
  const asked = messages.findIndex(({ role }, index) => index >= start && role === "user");
  const from = asked === -1 ? messages.length : asked;
  return { kept: turns.slice(from - start).flat(), older: messages.slice(0, from) };
}

function toolCallsOf(message: BaseMessage): unknown {
  return AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
}

/**
 * Text and calls in the order in which they were said; a proposal without outcome is left out.
 *
 * Calls that a model made together stand in one message again, under its own ids and with its signatures.
 */
function assistantMessages(message: StoredMessage): BaseMessage[] {
  const said: BaseMessage[] = [];
  let together: ToolPart[] = [];
  const close = (): void => {
    if (together.length > 0) said.push(callsOf(together), ...together.map(resultOf));
    together = [];
  };
  for (const part of message.parts) {
    if (part.type !== "tool") {
      close();
      if (part.type === "text" && part.text.trim() !== "") said.push(new AIMessage(part.text));
      continue;
    }
    const step = together[0]?.provider?.step;
    if (step === undefined || step !== part.provider?.step) close();
    together.push(part);
  }
  close();
  return said;
}

function callsOf(parts: readonly ToolPart[]): AIMessage {
  const signatures = parts.flatMap((part) =>
    part.provider?.signature === undefined ? [] : [[idOf(part), part.provider.signature] as const],
  );
  return new AIMessage({
    content: "",
    tool_calls: parts.map((part) => ({
      id: idOf(part),
      name: part.tool,
      args: part.args,
      type: "tool_call",
    })),
    ...(signatures.length > 0 && {
      additional_kwargs: { [SIGNATURES]: Object.fromEntries<string>(signatures) },
    }),
  });
}

function resultOf(part: ToolPart): ToolMessage {
  const { tool: name, status, summary, result: data } = part;
  return new ToolMessage({
    name,
    tool_call_id: idOf(part),
    status: status === "ok" ? "success" : "error",
    content: shortened(JSON.stringify({ status, summary, data })),
  });
}

function idOf({ actionId, provider }: ToolPart): string {
  return provider?.callId ?? actionId;
}

/** Old results count for their gist; a long list is cut. */
function shortened(content: string): string {
  return content.length > RESULT_CHARS ? `${content.slice(0, RESULT_CHARS)}… (cortado)` : content;
}

function toolParts(messages: readonly StoredMessage[]): ToolPart[] {
  return messages
    .flatMap(({ parts }) => parts.filter((part) => part.type === "tool"))
    .filter(({ status }) => status === "ok");
}

/** What can be undone, newest first: done writes without those that were undone and without the undoing. */
export function doneActions(
  messages: readonly StoredMessage[],
  registry: Registry,
): ToolEnv["done"] {
  const parts = toolParts(messages);
  const undone = new Set(
    parts.flatMap(({ tool, args }) => (tool === "undo_last" ? [args["actionId"]] : [])),
  );
  return parts
    .filter(({ tool, actionId }) => {
      return registry.find(tool)?.kind === "write" && tool !== "undo_last" && !undone.has(actionId);
    })
    .map(({ actionId, summary }) => ({ actionId, summary }))
    .toReversed();
}

/** The agents of the newest answer's tools, so that "e ontem?" stays where the conversation was. */
export function agentsOf(messages: readonly StoredMessage[], registry: Registry): AgentName[] {
  const newest = toolParts(messages).at(-1);
  const [agent] = newest === undefined ? [] : (registry.find(newest.tool)?.agents ?? []);
  return agent === undefined ? [] : [agent];
}

/** What the grammar may know of the conversation: the newest writes and the newest read. */
export function recentTools(
  messages: readonly StoredMessage[],
  registry: Registry,
): Pick<Context, "lastWrites" | "lastRead"> {
  const isWrite = (tool: string): tool is WriteTool => registry.find(tool)?.kind === "write";
  const isRead = (tool: string): tool is ReadTool => registry.find(tool)?.kind === "read";
  const lastWrites: NonNullable<Context["lastWrites"]>[number][] = [];
  let lastRead: Read | undefined;
  for (const { tool, args, result } of toolParts(messages).toReversed()) {
    const plain = Args.parse(args);
    const { id } = WithId.parse(result ?? {});
    if (isWrite(tool)) lastWrites.push({ tool, args: plain, ...(id === undefined ? {} : { id }) });
    if (isRead(tool)) lastRead ??= { tool, args: plain };
  }
  return { lastWrites: lastWrites.slice(0, 5), ...(lastRead === undefined ? {} : { lastRead }) };
}

const Args = z.record(z.string(), z.json());
const WithId = z.object({ id: z.string().optional() }).catch({});
