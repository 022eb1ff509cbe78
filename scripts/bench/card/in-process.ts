import { LocalChatModel } from "@vida/agents/local/model";
import { speaker } from "@vida/agents/local/speaker";
import { startThread } from "@vida/agents/thread";
import { registryOf } from "@vida/agents/tools";
import { understand } from "@vida/core/ptbr/understand";

const TODAY = "2026-11-22";
const registry = registryOf();

/** The same graph with nothing durable behind it: milliseconds from the sentence to the card. */
export async function cardInProcess(text: string): Promise<number> {
  const start = performance.now();
  const understanding = understand(text, {}, { today: TODAY, now: `${TODAY}T12:00` });
  const runId = crypto.randomUUID();
  const { pause } = await startThread({
    threadId: runId,
    runId,
    messageId: crypto.randomUUID(),
    conversationKind: "general",
    text,
    understanding,
    previousAgents: [],
    history: [],
    prompt: () => "",
    brain: {
      local: new LocalChatModel(speaker({ understanding, text, name: "Ana", today: TODAY })),
    },
    registry,
    ports: {
      read: () => Promise.reject(new Error("nothing to read")),
      propose: (_tool, args) =>
        Promise.resolve({
          ok: true,
          args: typeof args === "object" && args !== null ? { ...args } : {},
          title: "Água",
          details: [],
          warnings: [],
          weight: "line",
        }),
      emit: () => undefined,
      text: () => undefined,
      signal: new AbortController().signal,
    },
  });
  if (pause === null) throw new Error(`no card for "${text}"`);
  return performance.now() - start;
}
