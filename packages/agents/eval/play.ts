import { listPending } from "@vida/core/chat/cards";
import { createConversation } from "@vida/core/chat/conversations";
import { decideCard } from "@vida/core/chat/decide";
import { sendMessage } from "@vida/core/chat/send";
import { readTurn } from "@vida/core/chat/turn-context";
import { newId } from "@vida/core/context";
import type { Services } from "@vida/core/context";
import { LiveEvent } from "@vida/core/live/events";
import { execute, inSession } from "@vida/core/operation";

import { checkToolArgs } from "../src/check-args.ts";
import type { RunDeps } from "../src/run-turn.ts";
import { executeRun } from "../src/run.ts";
import { claimTurn } from "../src/start.ts";
import type { Outcome } from "./match.ts";

export type Played = Outcome & { answer: string; results: unknown[]; ended: string };

type Row = { type: string; conversationId: string | null; data: object };

/**
 * Says one sentence in a conversation of its own, as the worker would carry it, and gathers what came of it;
 * `before` is said first and left as it stands: a question of ours, an open card.
 */
export async function play(
  deps: RunDeps,
  userId: string,
  workerId: string,
  text: string,
  before?: string,
): Promise<Played> {
  const conversationId = (await execute(deps.services, createConversation, {}, { userId })).id;
  const place = { userId, workerId, conversationId };
  if (before !== undefined) await sayIn(deps, place, before);
  return sayIn(deps, place, text);
}

/** Says a sentence, confirms what it proposes, and then says another in the same conversation. */
export async function playAfter(
  deps: RunDeps,
  userId: string,
  workerId: string,
  before: string,
  text: string,
): Promise<Played> {
  const conversationId = (await execute(deps.services, createConversation, {}, { userId })).id;
  const place = { userId, workerId, conversationId };
  await sayIn(deps, place, before);
  const { items } = await execute(deps.services, listPending, {}, { userId });
  for (const { confirmationId, actions } of items.filter(
    (card) => card.conversationId === conversationId,
  )) {
    const decisions = actions.map(({ actionId }) => ({ actionId, verdict: "confirm" as const }));
    await execute(
      deps.services,
      decideCard(checkToolArgs),
      { confirmationId, decisions },
      { userId },
    );
  }
  await carry(deps, place);
  return sayIn(deps, place, text);
}

type Place = { userId: string; workerId: string; conversationId: string };

async function carry(deps: RunDeps, place: Place): Promise<void> {
  const never = new AbortController().signal;
  for (;;) {
    const claimed = await claimTurn(deps, place);
    if (claimed === null) return;
    await executeRun(deps, claimed, { stop: never, shutdown: never });
  }
}

async function sayIn(deps: RunDeps, place: Place, text: string): Promise<Played> {
  const { services } = deps;
  const { userId, conversationId } = place;
  const { rows } = await services.db.workerPool.query<{ last: string | null }>(
    "select max(id)::text as last from events where user_id = $1",
    [userId],
  );
  await execute(
    services,
    sendMessage,
    { conversationId, messageId: newId(), content: text },
    { userId },
  );
  await carry(deps, place);
  const events = await eventsOf(services, userId, conversationId, rows[0]?.last ?? "0");
  const parts = events.flatMap((event) =>
    event.type === "message_saved" && event.message.role === "assistant" ? event.message.parts : [],
  );
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
    decides: events.flatMap((event) =>
      event.type === "confirmation_resolved" ? [verdictOf(event)] : [],
    )[0],
    answer,
    results: await resultsOf(services, place),
    ended:
      events.flatMap((event) => (event.type === "run_finished" ? [event.status] : [])).at(-1) ?? "",
  };
}

/** What was decided about a card, in the words of the grammar. */
function verdictOf(event: Extract<LiveEvent, { type: "confirmation_resolved" }>): string {
  if (event.outcome !== "decided") return "correct";
  const verdicts = new Set(event.decisions.map(({ verdict }) => verdict));
  return verdicts.size > 1 ? "mixed" : ([...verdicts][0] ?? "");
}

/** What tools told in a conversation, whole. */
async function resultsOf(
  services: Services,
  { userId, conversationId }: Place,
): Promise<unknown[]> {
  const { history } = await inSession(services, { userId }, async (ctx) =>
    readTurn(ctx, conversationId, { upTo: null, limit: 40, lexicon: false }),
  );
  return history.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === "tool" ? [part.result, part.args] : [])),
  );
}

async function eventsOf(
  services: Services,
  userId: string,
  conversationId: string,
  after: string,
): Promise<LiveEvent[]> {
  const { rows } = await services.db.workerPool.query<Row>(
    'select type, conversation_id as "conversationId", data from events where user_id = $1 and id > $3 and conversation_id = $2 order by id',
    [userId, conversationId, after],
  );
  return rows.map(({ type, conversationId: of, data }) =>
    LiveEvent.parse({ ...data, type, ...(of === null ? {} : { conversationId: of }) }),
  );
}
