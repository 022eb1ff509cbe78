import { Prisma } from "@vida/db/db";
import { v5 } from "uuid";
import { z } from "zod";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { JOBS } from "../jobs.ts";
import { storableJson } from "../json.ts";
import { write } from "../operation.ts";
import type { Write } from "../operation.ts";
import { cutText } from "../text.ts";
import { toMessageView } from "./messages.ts";
import type { StoredPart } from "./messages.ts";
import { SendInput, SentView } from "./schemas.ts";
import type { ReadTurn, TurnReading } from "./turn-context.ts";

const NAMESPACE = "0b1f8d2e-6f0c-5c9e-8a34-51c9d2f5a7b1";

/** The run that answers a message; sending the message again names the same run. */
export function runIdOf(messageId: string): string {
  return v5(`run/${messageId}`, NAMESPACE);
}

/** The first words of a message as a conversation's title. */
export function titleFrom(content: string): string {
  const line = content.trim().replace(/\s+/g, " ");
  if (line.length <= 50) return line;
  const cut = cutText(line, 48);
  return `${cutText(cut, Math.max(cut.lastIndexOf(" "), 30))}…`;
}

/** A message with the run that shall answer it, stored in this transaction and taken by nobody. */
export type FreshRun = { userId: string; runId: string; conversationId: string; messageId: string };

/** Plays a fresh run inside the transaction that accepts its message, as far as its card. */
export type PlayAtOnce = {
  /** What it reads in the flight that stores the message; null when it plays nothing of this person. */
  reading(ctx: Ctx, fresh: FreshRun): TurnReading | null;
  /** False when the message is none of its business and nothing was stored. */
  play(ctx: Ctx, fresh: FreshRun, turn: ReadTurn): Promise<boolean>;
};

/**
 * Makes the operation that accepts a message: it is stored with its run and the job that carries the run, in
 * one transaction. Where `playAtOnce` brings the run to its card, the card is stored instead of the job.
 *
 * The same `messageId` with the same content answers the same run and stores nothing; with other content it
 * is `conflict` (`chat.messageReused`). While a run of the conversation is going, this one waits behind it.
 */
export function sendingMessage(playAtOnce?: PlayAtOnce): Write<typeof SendInput, typeof SentView> {
  return write({
    name: "chat.send",
    input: SendInput,
    output: SentView,
    touches: [],
    async run(ctx, message) {
      const { conversationId, messageId } = message;
      const { userId } = ctx;
      const fresh = { userId, runId: runIdOf(messageId), conversationId, messageId };
      const reading = playAtOnce?.reading(ctx, fresh) ?? null;
      if (playAtOnce === undefined || reading === null) {
        const { runId } = await storeMessage(ctx, message, { run: "queued" });
        return { runId, messageId };
      }
      const beside = reading.query;
      const { runId, isNew, found } = await storeMessage(ctx, message, { run: "fresh", beside });
      if (isNew && !(await playAtOnce.play(ctx, fresh, reading.understood(found))))
        await ctx.enqueue(
          "chat.run",
          { userId, conversationId },
          { queue: queueOf(conversationId) },
        );
      return { runId, messageId };
    },
  });
}

/** Accepts a message and leaves its run to the queue. */
export const sendMessage = sendingMessage();

/** One queue per conversation: its turns are serial. */
const queueOf = (conversationId: string): string => `chat:${conversationId}`;

/** Whether a message's run is stored with its job, without it, or not at all. */
type StoredRun = "queued" | "fresh" | "none";

/**
 * Stores what a person typed, once per `messageId`, and names the run it leads to. The conversation is titled
 * once, by its first message. `found` are the rows of the statement `beside`, which sees the message.
 */
export async function storeMessage(
  ctx: Ctx,
  message: { conversationId: string; messageId: string; content: string },
  { run, beside }: { run: StoredRun; beside?: Prisma.Sql },
): Promise<{ runId: string; isNew: boolean; found: readonly object[] }> {
  const { conversationId, messageId, content } = message;
  const runId = runIdOf(messageId);
  const inserting = messageInsert(ctx, message, runId, run);
  const stored = beside
    ? ctx.flights.together([inserting, beside])
    : ctx.tx.$queryRaw<object[]>(inserting).then((rows) => [rows]);
  const [places = [], found = []] = await stored.catch((error: unknown) => {
    // The same message arrived twice at once; the other one wins and this request is told to ask again.
    if (isUniqueViolation(error)) fail("conflict", "action.running");
    throw error;
  });
  const place = Place.optional().parse(places[0]);
  if (place === undefined) {
    const known = await ctx.tx.message.findFirst({ where: { userId: ctx.userId, id: messageId } });
    if (!known) return fail("not_found", "chat.conversationNotFound", { conversationId });
    if (known.conversationId !== conversationId || known.text !== content)
      fail("conflict", "chat.messageReused", { messageId });
    return { runId: known.runId ?? runId, isNew: false, found };
  }
  const view = toMessageView(
    {
      id: messageId,
      conversationId,
      parentId: place.parentId,
      runId,
      role: "user",
      agents: [],
      parts: partsOf(content),
      feedback: null,
      createdAt: ctx.nowDate,
    },
    [],
    { index: 0, count: 1 },
  );
  ctx.emit({ type: "message_saved", conversationId, message: view });
  if (place.titled !== null) ctx.emit({ type: "title", conversationId, title: place.titled });
  ctx.touch("chat");
  return { runId, isNew: true, found };
}

const partsOf = (content: string): StoredPart[] => [{ type: "text", text: content }];

const Place = z.object({ parentId: z.string().nullable(), titled: z.string().nullable() });

/**
 * Locks the conversation, moves its head to the new message and stores that one behind the old head, with
 * its run and job as `stored` says. No row when there is no such conversation, or the message is stored.
 */
function messageInsert(
  ctx: Ctx,
  message: { conversationId: string; messageId: string; content: string },
  runId: string,
  stored: StoredRun,
): Prisma.Sql {
  const { conversationId, messageId, content } = message;
  const title = titleFrom(content);
  const run = { runId, conversationId, kind: "message", messageId, confirmationId: null } as const;
  const { rows, job } = queuing(ctx, run);
  return Prisma.sql`
    with old as (
      select user_id, id, head_id, title from conversations
       where user_id = ${ctx.userId}::uuid and id = ${conversationId}::uuid and deleted_at is null
         and not exists (select 1 from messages m where m.user_id = ${ctx.userId}::uuid and m.id = ${messageId}::uuid) for update
    ), place as (
      update conversations c
         set head_id = ${messageId}::uuid, last_activity_at = ${ctx.nowDate},
             title = coalesce(c.title, ${title}::text),
             titled_by = case when c.title is null and ${title}::text is not null then 'auto' else c.titled_by end
        from old where c.user_id = old.user_id and c.id = old.id
      returning old.head_id, case when old.title is null then c.title end as titled
    ), stored as (
      insert into messages (user_id, id, conversation_id, parent_id, role, parts, text, run_id, created_at)
      select ${ctx.userId}::uuid, ${messageId}::uuid, ${conversationId}::uuid, head_id, 'user',
             ${storableJson(partsOf(content))}::jsonb, ${content}, ${runId}::uuid, ${ctx.nowDate}
        from place
    ), run as (${rows} where ${stored !== "none"} and exists (select 1 from place))
    select head_id as "parentId", titled, case when ${stored === "queued"} then ${job} end as queued from place`;
}

export type NewRun = {
  readonly runId: string;
  readonly conversationId: string;
  readonly kind: "message" | "decision";
  readonly messageId: string | null;
  readonly confirmationId: string | null;
};

/**
 * Stores a run behind the conversation's others and enqueues the job that carries it. `beside` are further
 * parts (`name as (…)`) of the same statement.
 */
export async function queueRun(
  ctx: Ctx,
  run: NewRun,
  beside: readonly Prisma.Sql[] = [],
): Promise<void> {
  const { rows, job } = queuing(ctx, run);
  const parts = Prisma.join([Prisma.sql`run as (${rows})`, ...beside]);
  await ctx.tx.$executeRaw`with ${parts} select ${job}`;
}

/** A run's row and the call that sends its job. */
function queuing(ctx: Ctx, run: NewRun): { rows: Prisma.Sql; job: Prisma.Sql } {
  const { userId } = ctx;
  const { runId, conversationId, kind, messageId, confirmationId } = run;
  const payload = JSON.stringify(JOBS["chat.run"].parse({ userId, conversationId }));
  return {
    rows: Prisma.sql`
      insert into runs (user_id, id, conversation_id, kind, message_id, confirmation_id, created_at)
      select ${userId}::uuid, ${runId}::uuid, ${conversationId}::uuid, ${kind},
             ${messageId}::uuid, ${confirmationId}::uuid, ${ctx.nowDate}`,
    job: Prisma.sql`enqueue('chat.run', ${payload}::json, ${queueOf(conversationId)}, null, null)::text`,
  };
}
