import { AIMessage, ToolMessage } from "@langchain/core/messages";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import { v4 } from "@langchain/core/utils/uuid";
import { z } from "zod";

import { actionIdOf } from "./ids.ts";
import { LOCAL_CALL } from "./local/model.ts";
import type { Outcome, ToolFailure, ToolResult } from "./ports.ts";
import type { Call, TurnMessage, TurnState } from "./state.ts";
import type { Provider } from "./voice.ts";

/** Where the Gemini client keeps the signatures of thoughts, by its own call ids. */
export const SIGNATURES = "__gemini_function_call_thought_signatures__";
const Args = z.record(z.string(), z.unknown()).catch({});
const Signatures = z.record(z.string(), z.string()).catch({});

/** Takes from a model's answer what a turn keeps of it. */
export function toTurnMessage(answer: AIMessageChunk): Extract<TurnMessage, { role: "assistant" }> {
  const signatures = Signatures.parse(answer.additional_kwargs[SIGNATURES]);
  const called = (answer.tool_calls ?? []).map(({ id, name, args }) => ({
    id: id ?? v4(),
    name,
    args: Args.parse(args),
  }));
  const garbled = (answer.invalid_tool_calls ?? []).map(({ name, id }) => ({
    name: name ?? "",
    id: id ?? v4(),
    args: {},
  }));
  const calls = [...called, ...garbled].map(({ id, name, args }): Call => {
    const signature = signatures[id];
    return { id, name, args, ...(signature === undefined ? {} : { signature }) };
  });
  return { role: "assistant", text: answer.text, calls };
}

/** How the models of a thread named its calls, by the ids of their actions; the local model names none. */
export function providersOf(
  threadId: string,
  { messages }: Pick<TurnState, "messages">,
): Map<string, Provider> {
  const spoken = messages.filter((message) => message.role === "assistant");
  return new Map(
    spoken.flatMap(({ calls }, before) =>
      calls.flatMap(({ id, signature }, index): [string, Provider][] => {
        if (id.startsWith(LOCAL_CALL)) return [];
        const provider = {
          callId: id,
          step: before + 1,
          ...(signature !== undefined && { signature }),
        };
        return [[actionIdOf(threadId, before + 1, index), provider]];
      }),
    ),
  );
}

/** Brings the turn back into the classes that models take, signatures under their ids. */
export function toModelMessages(messages: readonly TurnMessage[]): BaseMessage[] {
  return messages.map((message) => {
    if (message.role === "tool") {
      const { callId, name, content, ok } = message;
      return new ToolMessage({
        content,
        name,
        tool_call_id: callId,
        status: ok ? "success" : "error",
      });
    }
    const signatures = message.calls.flatMap(({ id, signature }) =>
      signature === undefined ? [] : [[id, signature] as const],
    );
    return new AIMessage({
      content: message.text,
      tool_calls: message.calls.map(({ id, name, args }) => ({
        id,
        name,
        args,
        type: "tool_call",
      })),
      additional_kwargs: { [SIGNATURES]: Object.fromEntries<string>(signatures) },
    });
  });
}

type ToolMessageData = Extract<TurnMessage, { role: "tool" }>;

/** Answers a call with what its tool found or why it refused. */
export function answerOf(call: Call, result: ToolResult): ToolMessageData {
  const content = result.ok
    ? { success: true, summary: result.summary, args: result.args, data: result.data }
    : refusal(result);
  return {
    role: "tool",
    callId: call.id,
    name: call.name,
    ok: result.ok,
    content: JSON.stringify(content),
  };
}

/** Answers a call with the decision on it and what came of that. */
export function answerOfOutcome(
  callId: string,
  name: string,
  args: unknown,
  outcome: Outcome,
): ToolMessageData {
  const content = outcomeContent(args, outcome);
  return {
    role: "tool",
    callId,
    name,
    ok: outcome.status === "ok",
    content: JSON.stringify(content),
  };
}

function outcomeContent(args: unknown, outcome: Outcome): Record<string, unknown> {
  if (outcome.status === "ok") {
    return {
      success: true,
      summary: outcome.summary,
      args: outcome.args ?? args,
      ...(outcome.args === undefined ? {} : { editedByPerson: true }),
      data: outcome.result,
    };
  }
  if (outcome.status === "error")
    return { success: false, code: "failed", message: outcome.summary, args };
  return {
    success: false,
    code: "rejected",
    message: "A pessoa recusou esta ação. Não proponha de novo o mesmo.",
    ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
    args,
  };
}

function refusal({ code, message, options }: ToolFailure): Record<string, unknown> {
  return { success: false, code, message, ...(options === undefined ? {} : { options }) };
}

/** What a tool message says, read back for composing an answer. */
export const ToolContent = z.discriminatedUnion("success", [
  z.object({
    success: z.literal(true),
    summary: z.string(),
    args: z.record(z.string(), z.unknown()).catch({}),
    editedByPerson: z.boolean().optional(),
    data: z.unknown().optional(),
  }),
  z.object({
    success: z.literal(false),
    code: z.string(),
    message: z.string(),
    reason: z.string().optional(),
    args: z.record(z.string(), z.unknown()).optional(),
    options: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  }),
]);
export type ToolContent = z.infer<typeof ToolContent>;
