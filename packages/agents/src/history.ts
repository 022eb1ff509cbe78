import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import type { StoredPart } from "@vida/core/chat/messages";
import type { StoredMessage } from "@vida/core/chat/turn-context";
import type { AgentName, Context, Read, ReadTool, WriteTool } from "@vida/core/ptbr/types";
import { z } from "zod";

import type { ToolEnv } from "./tool-spec.ts";
import type { Registry } from "./tools.ts";

type ToolPart = Extract<StoredPart, { type: "tool" }>;

/** Of a past tool result, at most. */
const RESULT_CHARS = 3000;

/** Characters of one token, on the safe side for Portuguese. */
const CHARS_PER_TOKEN = 3.5;

/**
 * Turns stored messages into the model's, newest first into the budget, whole turns only.
 *
 * A tool part becomes a call with its result, so a model sees the ids and figures it was given before.
 */
export function toHistory(messages: readonly StoredMessage[], tokens: number): BaseMessage[] {
  const kept: BaseMessage[][] = [];
  let left = tokens * CHARS_PER_TOKEN;
  for (const message of messages.toReversed()) {
    const said =
      message.role === "user" ? [new HumanMessage(message.text)] : assistantMessages(message);
    left -= said.reduce(
      (sum, part) => sum + part.text.length + JSON.stringify(toolCallsOf(part)).length,
      0,
    );
    if (left < 0 && kept.length > 0) break;
    if (said.length > 0) kept.unshift(said);
  }
  // A model expects the person to speak first.
  const flat = kept.flat();
  return flat.slice(
    Math.max(
      0,
      flat.findIndex((message) => HumanMessage.isInstance(message)),
    ),
  );
}

function toolCallsOf(message: BaseMessage): unknown {
  return AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [];
}

/** Text and calls in the order in which they were said; a proposal without outcome is left out. */
function assistantMessages(message: StoredMessage): BaseMessage[] {
  return message.parts.flatMap((part): BaseMessage[] => {
    if (part.type === "text") return part.text.trim() === "" ? [] : [new AIMessage(part.text)];
    if (part.type === "confirmation") return [];
    const { actionId: id, tool: name, args } = part;
    return [
      new AIMessage({ content: "", tool_calls: [{ id, name, args, type: "tool_call" }] }),
      new ToolMessage({
        name,
        tool_call_id: id,
        status: part.status === "ok" ? "success" : "error",
        content: shortened(
          JSON.stringify({ status: part.status, summary: part.summary, data: part.result }),
        ),
      }),
    ];
  });
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
