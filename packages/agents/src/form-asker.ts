import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { z } from "zod";

import { googleModel } from "./google.ts";
import { callModel } from "./model-call.ts";
import type { Patience } from "./model-call.ts";
import { modelFailure } from "./model-failure.ts";
import { AGENT_PRICE } from "./models.ts";
import type { ModelConfig } from "./models.ts";
import { toolSchema } from "./tool-schema.ts";
import { addUsage } from "./usage.ts";

type Question = {
  /** What an answer looks like; the answer itself is still to be checked. */
  readonly form: z.ZodType;
  readonly prompt: string;
  readonly outputTokens: number;
  readonly patience: Patience;
};

/**
 * Makes a function that asks Gemini to fill in one form about a text, in one call, with what it cost in
 * dollars. Nothing when there is no key; a typed model failure when no JSON comes.
 */
export function formAsker(config: ModelConfig, question: Question) {
  const { provider, apiKey, baseUrl, agentModel, agentPrice = AGENT_PRICE } = config;
  if (provider !== "google" || apiKey === undefined || apiKey === "") return undefined;
  const model = googleModel({
    apiKey,
    baseUrl,
    model: agentModel,
    maxOutputTokens: question.outputTokens,
    thinking: "LOW",
    responseSchema: toolSchema(question.form),
  });
  return async (text: string, signal: AbortSignal) => {
    const answer = await callModel({
      model,
      messages: [new SystemMessage(question.prompt), new HumanMessage(text)],
      signal,
      patience: question.patience,
      onText: () => undefined,
      onReset: () => undefined,
    });
    const nothing = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
    const usage = addUsage(nothing, answer.usage_metadata, agentPrice);
    return { answer: parseJson(answer.text), usage };
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ""));
  } catch {
    throw modelFailure("malformed");
  }
}
