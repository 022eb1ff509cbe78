import { AIMessage, ToolMessage } from "@langchain/core/messages";
import type { BaseMessage } from "@langchain/core/messages";
import type { Understanding } from "@vida/core/ptbr/types";

import { ToolContent } from "../messages.ts";
import { composeAnswer } from "./compose.ts";
import type { Told } from "./compose.ts";
import type { LocalAnswer } from "./model.ts";
import { planAnswer } from "./plan.ts";

export type SpeakerContext = {
  understanding: Understanding;
  /** The person's own words, for units and for choosing among phrasings. */
  text: string;
  name: string;
  today: string;
  /** What the person wants of a day: ml of water, hours of sleep. */
  targets?: { water: number; sleep: number };
};

/**
 * Makes the function behind the local model.
 *
 * Asked first it says what the grammar understood; asked after tools have answered it puts their results
 * into words.
 */
export function speaker(
  context: SpeakerContext,
): (messages: readonly BaseMessage[]) => LocalAnswer {
  return (messages) => {
    const told = toldThisTurn(messages);
    if (told.length === 0) return planAnswer(context);
    return { text: composeAnswer(told, context), calls: [] };
  };
}

/** The results of this turn's tools, that is those after the person's last words. */
function toldThisTurn(messages: readonly BaseMessage[]): Told[] {
  const start = messages.findLastIndex(({ type }) => type === "human");
  const turn = messages.slice(start + 1);
  const calls = turn.flatMap((message) =>
    AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [],
  );
  return turn.flatMap((message) => {
    if (!ToolMessage.isInstance(message)) return [];
    const call = calls.find(({ id }) => id === message.tool_call_id);
    const content = ToolContent.safeParse(JSON.parse(message.text));
    return content.success
      ? [{ tool: call?.name ?? message.name ?? "", content: content.data }]
      : [];
  });
}
