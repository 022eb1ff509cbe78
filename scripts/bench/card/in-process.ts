import { LocalChatModel } from "@vida/agents/local/model";
import { planAnswer } from "@vida/agents/local/plan";
import { speaker } from "@vida/agents/local/speaker";
import { planThread, startThread } from "@vida/agents/thread";
import { registryOf } from "@vida/agents/tools";
import type { Turn } from "@vida/agents/turn";
import { understand } from "@vida/core/ptbr/understand";

const TODAY = "2026-11-22";
const registry = registryOf();

/** The graph with nothing durable behind it: milliseconds from the sentence to the card. */
export async function cardByGraph(text: string): Promise<number> {
  const start = performance.now();
  const { pause } = await startThread(turnOf(text));
  if (pause === null) throw new Error(`no card for "${text}"`);
  return performance.now() - start;
}

/** The same by the graph's steps alone, as a card is made that stands with its message. */
export async function cardBySteps(text: string): Promise<number> {
  const start = performance.now();
  const turn = turnOf(text);
  const { understanding } = turn;
  const { pause } = await planThread(
    turn,
    planAnswer({ understanding, text, name: "Ana", today: TODAY }),
  );
  if (pause === null) throw new Error(`no card for "${text}"`);
  return performance.now() - start;
}

function turnOf(text: string): Turn {
  const understanding = understand(text, {}, { today: TODAY, now: `${TODAY}T12:00` });
  const runId = crypto.randomUUID();
  return {
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
  };
}
