import type { Ctx, Services } from "../context.ts";
import { fail } from "../errors.ts";
import { toJson } from "../json.ts";
import type { CardAction } from "../live/message.ts";
import { inSession } from "../operation.ts";
import { closeCard, expiryOf } from "./cards.ts";
import { textOf, withCards } from "./messages.ts";
import type { StoredPart } from "./messages.ts";
import { endRun } from "./runs.ts";
import type { Lease, RunEnd } from "./runs.ts";

export type Answer = {
  /** The deterministic id of the message that this run says. */
  readonly messageId: string;
  readonly parts: readonly StoredPart[];
};

export type Finish = RunEnd & {
  readonly status: "completed" | "stopped" | "failed";
  readonly answer?: Answer | undefined;
  /** The run whose checkpoint is no longer needed. */
  readonly checkpointRunId?: string | undefined;
};

/** Stores what a run said and ends it, in one transaction. A lost lease stores nothing (`chat.runLost`). */
export async function finishRun(services: Services, lease: Lease, end: Finish): Promise<void> {
  await inSession(services, { userId: lease.userId, actor: "assistant" }, async (ctx) => {
    if (end.answer && end.answer.parts.length > 0) await saveAnswer(ctx, lease, end.answer);
    if (end.checkpointRunId !== undefined) {
      await ctx.tx.checkpoint.deleteMany({ where: { userId: lease.userId, runId: end.checkpointRunId } });
      await ctx.tx.run.updateMany({
        where: { userId: lease.userId, id: end.checkpointRunId, status: "waiting" },
        data: { status: "completed", finishedAt: ctx.nowDate },
      });
    }
    await endRun(ctx, lease, end);
  });
}

export type Suspension = {
  readonly answer: Answer;
  readonly confirmationId: string;
  readonly actions: readonly CardAction[];
  /** The serialised checkpoint, and the run that names its thread. */
  readonly checkpoint: Uint8Array<ArrayBuffer>;
  readonly threadRunId: string;
  /** A card that this one replaces: a correction typed by the person. */
  readonly supersedes?: string | undefined;
  readonly usage?: unknown;
};

/**
 * Stores a card with everything that its decision needs (message, checkpoint, waiting run, expiry job) in
 * one transaction: there is no moment in which a card exists that cannot be resumed.
 */
export async function suspendRun(services: Services, lease: Lease, pause: Suspension): Promise<void> {
  await inSession(services, { userId: lease.userId, actor: "assistant" }, async (ctx) => {
    const { userId, conversationId, runId } = lease;
    const expiresAt = expiryOf(ctx);
    const actions = pause.actions.map((action) => action);
    if (pause.supersedes !== undefined) await closeCard(ctx, pause.supersedes, "superseded");
    await ctx.tx.confirmation.create({
      data: {
        userId,
        id: pause.confirmationId,
        conversationId,
        runId,
        messageId: pause.answer.messageId,
        actions: toJson(actions),
        expiresAt,
        createdAt: ctx.nowDate,
      },
    });
    const state = { state: Buffer.from(pause.checkpoint), createdAt: ctx.nowDate };
    if (pause.threadRunId !== runId) await ctx.tx.checkpoint.deleteMany({ where: { userId, runId: pause.threadRunId } });
    await ctx.tx.checkpoint.create({ data: { userId, runId, ...state } });
    ctx.emit({ type: "confirmation_required", conversationId, confirmationId: pause.confirmationId, expiresAt: expiresAt.toISOString(), actions });
    await saveAnswer(ctx, lease, pause.answer);
    await ctx.enqueue("chat.expire", { userId, confirmationId: pause.confirmationId }, { runAt: ctx.now.add({ hours: 24 }) });
    await endRun(ctx, lease, { status: "waiting", usage: pause.usage });
  });
}

async function saveAnswer(ctx: Ctx, lease: Lease, answer: Answer): Promise<void> {
  const { userId, conversationId } = lease;
  const parentId = await placeOf(ctx, lease);
  const [place] = await ctx.tx.$queryRaw<{ seq: number }[]>`
    update conversations c
       set head_id = case when c.head_id = ${parentId}::uuid then ${answer.messageId}::uuid else c.head_id end,
           last_activity_at = ${ctx.nowDate}
     where user_id = ${userId}::uuid and id = ${conversationId}::uuid
    returning (select coalesce(max(seq), 0) + 1 from messages m where m.user_id = c.user_id and m.conversation_id = c.id)::int as seq`;
  if (!place) fail("not_found", "chat.conversationNotFound", { conversationId });
  await ctx.tx.message.updateMany({ where: { userId, conversationId, parentId, role: "user" }, data: { parentId: answer.messageId } });
  const row = await ctx.tx.message.create({
    data: {
      userId,
      id: answer.messageId,
      conversationId,
      seq: place.seq,
      parentId,
      role: "assistant",
      parts: toJson(answer.parts),
      text: textOf(answer.parts),
      runId: lease.runId,
      createdAt: ctx.nowDate,
    },
  });
  const [message] = await withCards(ctx, [row]);
  if (!message) fail("unavailable", "chat.messageLost");
  ctx.emit({ type: "message_saved", conversationId, message });
}

/**
 * The message that an answer follows: the one it replies to, or for a decision the newest that is not
 * itself still waiting for its run. What was typed meanwhile moves behind the answer.
 */
async function placeOf(ctx: Ctx, lease: Lease): Promise<string | null> {
  const [row] = await ctx.tx.$queryRaw<{ id: string | null }[]>`
    with recursive run as (
      select message_id from runs where user_id = ${lease.userId}::uuid and id = ${lease.runId}::uuid
    ), head as (
      select head_id from conversations
       where user_id = ${lease.userId}::uuid and id = ${lease.conversationId}::uuid for update
    ), up as (
      select m.id, m.parent_id, 0 as depth, m.role = 'user' and r.status = 'queued' as waits
        from head join messages m on m.user_id = ${lease.userId}::uuid and m.id = head.head_id
        left join runs r on r.user_id = m.user_id and r.id = m.run_id
      union all
      select m.id, m.parent_id, up.depth + 1, m.role = 'user' and r.status = 'queued'
        from up join messages m on m.user_id = ${lease.userId}::uuid and m.id = up.parent_id
        left join runs r on r.user_id = m.user_id and r.id = m.run_id
       where up.waits
    )
    select coalesce((select message_id from run), (select id from up where not waits order by depth limit 1)) as id`;
  return row?.id ?? null;
}
