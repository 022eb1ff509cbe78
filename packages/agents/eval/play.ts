import { createConversation } from "@vida/core/chat/conversations";
import { listMessages } from "@vida/core/chat/messages";
import { claimRun } from "@vida/core/chat/runs";
import { sendMessage } from "@vida/core/chat/send";
import { newId } from "@vida/core/context";
import type { Services } from "@vida/core/context";
import { LiveEvent } from "@vida/core/live/events";
import { execute } from "@vida/core/operation";

import { executeRun } from "../src/run.ts";
import type { RunDeps } from "../src/run.ts";
import type { Outcome } from "./match.ts";

export type Played = Outcome & { answer: string; results: unknown[]; ended: string };

type Row = { type: string; conversationId: string | null; data: object };

/** Says one sentence in a conversation of its own, as the worker would carry it, and gathers what came of it. */
export async function play(
  deps: RunDeps,
  userId: string,
  workerId: string,
  text: string,
): Promise<Played> {
  const { services } = deps;
  const conversationId = (await execute(services, createConversation, {}, { userId })).id;
  await execute(
    services,
    sendMessage,
    { conversationId, messageId: newId(), content: text },
    { userId },
  );
  for (;;) {
    const claimed = await claimRun(services, { userId, conversationId, workerId });
    if (claimed === null) break;
    const never = new AbortController().signal;
    await executeRun(deps, claimed, { stop: never, shutdown: never });
  }
  const events = await eventsOf(services, userId, conversationId);
  const { items } = await execute(services, listMessages, { conversationId }, { userId });
  const parts = items
    .filter(({ role }) => role === "assistant")
    .flatMap((message) => message.parts);
  const answer = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
  const writes = events.flatMap((event) =>
    event.type === "confirmation_required"
      ? event.actions.map(({ tool, args }) => ({ tool, args }))
      : [],
  );
  return {
    writes,
    reads: events.flatMap((event) => (event.type === "tool_call" ? [event.tool] : [])),
    agents: events.flatMap((event) => (event.type === "routed" ? event.agents : [])),
    asked: writes.length === 0 && answer.includes("?"),
    answer,
    results: events.flatMap((event) => (event.type === "tool_result" ? [event] : [])),
    ended:
      events.flatMap((event) => (event.type === "run_finished" ? [event.status] : [])).at(-1) ?? "",
  };
}

async function eventsOf(
  services: Services,
  userId: string,
  conversationId: string,
): Promise<LiveEvent[]> {
  const { rows } = await services.db.workerPool.query<Row>(
    'select type, conversation_id as "conversationId", data from events where user_id = $1 and conversation_id = $2 order by id',
    [userId, conversationId],
  );
  return rows.map(({ type, conversationId: of, data }) =>
    LiveEvent.parse({ ...data, type, ...(of === null ? {} : { conversationId: of }) }),
  );
}
