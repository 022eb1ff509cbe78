import type { StoredPart } from "@vida/core/chat/messages";
import type { Lease } from "@vida/core/chat/runs";
import type { LiveEvent } from "@vida/core/live/events";
import type { TextFlusher } from "@vida/core/live/flusher";

import type { TurnEvent } from "./ports.ts";

type ToolPart = Extract<StoredPart, { type: "tool" }>;

export type Provider = NonNullable<ToolPart["provider"]>;

export type Voice = {
  emit: (event: TurnEvent) => Promise<void>;
  text: (messageId: string, delta: string) => void;
  /** Keeps a part of which listeners hear from elsewhere. */
  keep: (part: StoredPart) => void;
  /** Adds to a call what its tool answered, for the model's later turns. */
  result: (actionId: string, result: unknown) => void;
  /** Keeps beside each call how its model named it. */
  sign: (providers: ReadonlyMap<string, Provider>) => void;
  /** Everything said so far, in order. */
  parts: () => StoredPart[];
  /**
   * Waits until all text is told and gives what was not told yet, for the transaction that ends the run.
   */
  rest: () => Promise<LiveEvent[]>;
};

/** How long an event may wait for text or the end of its run. */
const SOON_MS = 60;

/**
 * Speaks for one run: tells listeners in order what happens and keeps it as the parts of its message.
 *
 * Everything goes through the process's flusher. Events without text wait a moment for the transaction that
 * ends the run, so that a quick turn needs no other. What could not be told is thrown by `rest`.
 */
export function createVoice({ flusher }: { flusher: TextFlusher }, lease: Lease): Voice {
  const { runId, userId, conversationId } = lease;
  const parts: StoredPart[] = [];
  let waiting: LiveEvent[] = [];
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length > 0) flusher.tell({ runId, userId }, events);
  };

  const push = (messageId: string, delta: string): void => {
    tell();
    flusher.push({ runId, userId, conversationId, messageId, delta });
  };

  return {
    async emit(event) {
      if (event.type === "tool_call") parts.push(toolPart(event));
      if (event.type === "tool_result") complete(parts, event);
      waiting.push({ ...event, conversationId });
      if (event.type !== "text_reset") {
        timer ??= setTimeout(tell, SOON_MS);
        return;
      }
      // What earlier steps said stays: the clients drop all and are sent it again.
      while (parts.at(-1)?.type === "text") parts.pop();
      const kept = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
      tell();
      if (kept !== "") push(event.messageId, kept);
      await flusher.flush(runId);
    },
    text(messageId, delta) {
      if (delta === "") return;
      const last = parts.at(-1);
      if (last?.type === "text") parts[parts.length - 1] = { ...last, text: last.text + delta };
      else parts.push({ type: "text", text: delta });
      push(messageId, delta);
    },
    keep(part) {
      parts.push(part);
    },
    result(actionId, result) {
      const index = parts.findIndex((part) => part.type === "tool" && part.actionId === actionId);
      const part = parts[index];
      if (part?.type === "tool") parts[index] = { ...part, result };
    },
    sign(providers) {
      for (const [index, part] of parts.entries()) {
        const provider = part.type === "tool" ? providers.get(part.actionId) : undefined;
        if (part.type === "tool" && provider !== undefined) parts[index] = { ...part, provider };
      }
    },
    parts: () => [...parts],
    async rest() {
      clearTimeout(timer);
      await flusher.flush(runId);
      const events = waiting;
      waiting = [];
      return events;
    },
  };
}

function toolPart({ actionId, tool, args }: Extract<TurnEvent, { type: "tool_call" }>): ToolPart {
  // A call that never hears its result has failed.
  return { type: "tool", actionId, tool, args, status: "error", summary: "" };
}

function complete(parts: StoredPart[], event: Extract<TurnEvent, { type: "tool_result" }>): void {
  const { actionId, status, summary } = event;
  const index = parts.findIndex((part) => part.type === "tool" && part.actionId === actionId);
  const part = parts[index];
  if (part?.type === "tool") parts[index] = { ...part, status, summary };
}
