import { cloudOf } from "@vida/agents/models";
import type { Brain } from "@vida/agents/turn";

import type { Env } from "./env.ts";

/** The cloud half of the brain that this installation has, if any. */
export function cloudFrom({ models }: Env): Brain["cloud"] {
  const { provider, geminiKey, geminiBaseUrl, agentModel, triageModel } = models;
  return cloudOf({
    provider,
    apiKey: geminiKey,
    baseUrl: geminiBaseUrl,
    agentModel,
    triageModel,
  });
}
