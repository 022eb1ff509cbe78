import { cloudOf, type ModelConfig } from "@vida/agents/models";
import type { Brain } from "@vida/agents/turn";

import type { Env } from "./env.ts";

/** The cloud half of the brain that this installation has, if any. */
export function cloudFrom(env: Env): Brain["cloud"] {
  return cloudOf(modelConfig(env));
}

/** How this installation reaches its cloud model. */
export function modelConfig({ models }: Env): ModelConfig {
  const { provider, geminiKey, geminiBaseUrl, agentModel, triageModel } = models;
  return { provider, apiKey: geminiKey, baseUrl: geminiBaseUrl, agentModel, triageModel };
}
