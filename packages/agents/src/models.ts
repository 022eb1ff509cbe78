import type { Preferences } from "@vida/core/account/preferences";

import { googleModel } from "./google.ts";
import { ROUTE_SCHEMA } from "./triage.ts";
import { LIMITS } from "./turn.ts";
import type { Brain } from "./turn.ts";
import type { Price } from "./usage.ts";

/** Which brains there are, as read from the environment. */
export type ModelConfig = {
  provider: "google" | "local";
  apiKey?: string | undefined;
  baseUrl?: string | undefined;
  agentModel: string;
  triageModel: string;
  /** Dollars for a million tokens; without them a guess that is rather too high. */
  agentPrice?: Price | undefined;
  triagePrice?: Price | undefined;
};

export const AGENT_PRICE: Price = { input: 0.5, output: 3 };
const TRIAGE_PRICE: Price = { input: 0.1, output: 0.4 };

/** The cloud half of a brain, or nothing when there is no key or it is not wanted. */
export function cloudOf(config: ModelConfig): Brain["cloud"] {
  const { provider, apiKey, baseUrl } = config;
  if (provider !== "google" || apiKey === undefined || apiKey === "") return undefined;
  const agent = googleModel({
    apiKey,
    baseUrl,
    model: config.agentModel,
    maxOutputTokens: LIMITS.outputTokens,
    thinking: "LOW",
  });
  const triage = googleModel({
    apiKey,
    baseUrl,
    model: config.triageModel,
    maxOutputTokens: 200,
    responseSchema: ROUTE_SCHEMA,
  });
  return {
    agent,
    triage,
    agentPrice: config.agentPrice ?? AGENT_PRICE,
    triagePrice: config.triagePrice ?? TRIAGE_PRICE,
  };
}

/** Text goes to the cloud only for who has agreed to it. */
export function mayUseCloud(preferences: Preferences): boolean {
  return preferences.model.cloud === "agreed";
}
