import { decideCard } from "@vida/core/chat/decide";
import { listMessages } from "@vida/core/chat/messages";
import { liveWorker, say, startConversation } from "@vida/core/chat/testing";
import { LiveEvent } from "@vida/core/live/events";
import { createTextFlusher } from "@vida/core/live/flusher";
import type { ActionDecision } from "@vida/core/live/message";
import type { testServices } from "@vida/core/testing";
import { testDb } from "@vida/db/testing";
import { z } from "zod";

import { checkToolArgs } from "../check-args.ts";
import type { RunDeps } from "../run-turn.ts";
import { executeRun } from "../run.ts";
import type { RunSignals } from "../run.ts";
import { claimTurn } from "../start.ts";

type Services = Awaited<ReturnType<typeof testServices>>;
type Row = { type: string; conversationId: string | null; data: object };
type Card = Extract<LiveEvent, { type: "confirmation_required" }>;

const never = (): RunSignals => ({
  stop: new AbortController().signal,
  shutdown: new AbortController().signal,
});

/** A person with a conversation and a worker that carries its runs, on a real database. */
export async function testChat(services: Services, parts: Partial<RunDeps> = {}) {
  const person = await services.person();
  const { userId } = person;
  const conversationId = await startConversation(services, userId);
  const workerId = await liveWorker(services);
  const bugs: unknown[] = [];
  const deps: RunDeps = {
    services,
    flusher: createTextFlusher(services.db, { everyMs: 5 }),
    onBug: (error) => bugs.push(error),
    patience: { timeoutMs: 2000, backoffMs: [1, 1, 1] },
    ...parts,
  };

  /** Carries all runs of the conversation to their ends, as the worker does. */
  async function work(signals = never()): Promise<void> {
    for (;;) {
      const claimed = await claimTurn(deps, { userId, conversationId, workerId });
      if (claimed === null) return;
      await executeRun(deps, claimed, signals);
    }
  }

  async function events(): Promise<LiveEvent[]> {
    const { rows } = await services.db.workerPool.query<Row>(
      'select type, conversation_id as "conversationId", data from events where user_id = $1 order by id',
      [userId],
    );
    return rows.map(({ type, conversationId: of, data }) =>
      LiveEvent.parse({ ...data, type, ...(of === null ? {} : { conversationId: of }) }),
    );
  }

  return {
    person,
    userId,
    conversationId,
    workerId,
    deps,
    bugs,
    work,
    events,
    say: async (text: string) => say(services, userId, conversationId, text),
    tell: async (text: string) => {
      await say(services, userId, conversationId, text);
      await work();
    },
    cards: async (): Promise<Card[]> =>
      (await events()).filter((event) => event.type === "confirmation_required"),
    decideOnly: async (confirmationId: string, decisions: ActionDecision[]) => {
      await person.run(decideCard(checkToolArgs), { confirmationId, decisions });
    },
    decide: async (confirmationId: string, decisions: ActionDecision[]) => {
      const decided = await person.run(decideCard(checkToolArgs), { confirmationId, decisions });
      await work();
      return z.object({ runId: z.string() }).parse(decided);
    },
    messages: async () => (await person.run(listMessages, { conversationId })).items,
    /** Lets text of this person go to the cloud. */
    agree: async () => {
      const { superPool } = await testDb();
      const agreed = JSON.stringify({ model: { cloud: "agreed" } });
      await superPool.query("update users set preferences = $2 where id = $1", [userId, agreed]);
    },
    /** The names of all events, repeats in a row as one, without the chat's own `changed`. */
    story: async (): Promise<string[]> =>
      (await events())
        .filter((event) => event.type !== "changed" || event.touches.includes("tracking"))
        .map(({ type }) => type)
        .filter((type, index, all) => type !== all[index - 1]),
    /** The text of the newest answer. */
    answer: async (): Promise<string> => {
      const { items } = await person.run(listMessages, { conversationId });
      const parts = items.at(-1)?.parts ?? [];
      return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
    },
  };
}

export const confirm = (actionId: string): ActionDecision => ({ actionId, verdict: "confirm" });
