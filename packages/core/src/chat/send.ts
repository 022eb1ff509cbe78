import { v5 } from "uuid";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { JOBS } from "../jobs.ts";
import { write } from "../operation.ts";
import { toMessageView } from "./messages.ts";
import { SendInput, SentView } from "./schemas.ts";

const NAMESPACE = "0b1f8d2e-6f0c-5c9e-8a34-51c9d2f5a7b1";

/** The run that answers a message; sending the message again names the same run. */
export function runIdOf(messageId: string): string {
  return v5(`run/${messageId}`, NAMESPACE);
}

/** The first words of a message as a conversation's title. */
export function titleFrom(content: string): string {
  const line = content.trim().replace(/\s+/g, " ");
  if (line.length <= 50) return line;
  const cut = line.slice(0, 48);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 30))}…`;
}

/**
 * Accepts a message: stores it with its run and the job that carries the run, in one transaction.
 *
 * The same `messageId` with the same content answers the same run and stores nothing; with other content it
 * is `conflict` (`chat.messageReused`). While a run of the conversation is going, this one waits behind it.
 */
export const sendMessage = write({
  name: "chat.send",
  input: SendInput,
  output: SentView,
  touches: [],
  async run(ctx, message) {
    const { conversationId, messageId } = message;
    const { runId, isNew } = await storeMessage(ctx, message);
    if (isNew)
      await queueRun(ctx, {
        runId,
        conversationId,
        kind: "message",
        messageId,
        confirmationId: null,
      });
    return { runId, messageId };
  },
});

/** Stores what a person typed, once per `messageId`, and names the run it leads to. */
export async function storeMessage(
  ctx: Ctx,
  message: { conversationId: string; messageId: string; content: string },
): Promise<{ runId: string; isNew: boolean }> {
  const { conversationId, messageId, content } = message;
  const runId = runIdOf(messageId);
  const place = await claimPlace(ctx, conversationId, messageId, titleFrom(content));
  if (place === undefined) {
    const known = await ctx.tx.message.findFirst({ where: { userId: ctx.userId, id: messageId } });
    if (!known) return fail("not_found", "chat.conversationNotFound", { conversationId });
    if (known.conversationId !== conversationId || known.text !== content)
      fail("conflict", "chat.messageReused", { messageId });
    return { runId: known.runId ?? runId, isNew: false };
  }
  const data = {
    userId: ctx.userId,
    id: messageId,
    conversationId,
    seq: place.seq,
    parentId: place.parentId,
    role: "user",
    parts: [{ type: "text", text: content }],
    text: content,
    runId,
    createdAt: ctx.nowDate,
  };
  const row = await ctx.tx.message.create({ data }).catch((error: unknown) => {
    // The same message arrived twice at once; the other one wins and this request is told to ask again.
    if (isUniqueViolation(error)) fail("conflict", "action.running");
    throw error;
  });
  ctx.emit({
    type: "message_saved",
    conversationId,
    message: toMessageView(row, [], { index: 0, count: 1 }),
  });
  if (place.titled !== null) ctx.emit({ type: "title", conversationId, title: place.titled });
  ctx.touch("chat");
  return { runId, isNew: true };
}

type Place = { seq: number; parentId: string | null; titled: string | null };

/**
 * Locks the conversation, moves its head to the new message and hands out its place; titles it once. Nothing
 * when there is no such conversation, or when the message is stored already.
 */
async function claimPlace(
  ctx: Ctx,
  conversationId: string,
  messageId: string,
  title: string | null,
): Promise<Place | undefined> {
  const [place] = await ctx.tx.$queryRaw<Place[]>`
    with old as (
      select user_id, id, head_id, title from conversations
       where user_id = ${ctx.userId}::uuid and id = ${conversationId}::uuid and deleted_at is null
         and not exists (select 1 from messages m where m.user_id = ${ctx.userId}::uuid and m.id = ${messageId}::uuid) for update
    )
    update conversations c
       set head_id = ${messageId}::uuid, last_activity_at = ${ctx.nowDate},
           title = coalesce(c.title, ${title}::text),
           titled_by = case when c.title is null and ${title}::text is not null then 'auto' else c.titled_by end
      from old where c.user_id = old.user_id and c.id = old.id
    returning old.head_id as "parentId", case when old.title is null then c.title end as titled,
              (select coalesce(max(seq), 0) + 1 from messages m
                where m.user_id = c.user_id and m.conversation_id = c.id)::int as seq`;
  return place;
}

export type NewRun = {
  readonly runId: string;
  readonly conversationId: string;
  readonly kind: "message" | "decision";
  readonly messageId: string | null;
  readonly confirmationId: string | null;
};

/** Stores a run behind the conversation's others and enqueues the job that carries it. */
export async function queueRun(ctx: Ctx, run: NewRun): Promise<void> {
  const { job, queue } = chatJob(ctx, run.conversationId);
  await ctx.tx.$executeRaw`
    with run as (
    insert into runs (user_id, id, conversation_id, seq, kind, message_id, confirmation_id, created_at)
    select ${ctx.userId}::uuid, ${run.runId}::uuid, ${run.conversationId}::uuid, coalesce(max(seq), 0) + 1, ${run.kind},
           ${run.messageId}::uuid, ${run.confirmationId}::uuid, ${ctx.nowDate}
      from runs where user_id = ${ctx.userId}::uuid and conversation_id = ${run.conversationId}::uuid)
    select enqueue('chat.run', ${job}::json, ${queue}, null, null)`;
}

/** One queue per conversation: its turns are serial. */
function chatJob({ userId }: Ctx, conversationId: string): { job: string; queue: string } {
  return {
    job: JSON.stringify(JOBS["chat.run"].parse({ userId, conversationId })),
    queue: `chat:${conversationId}`,
  };
}
