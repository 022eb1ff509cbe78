import { z } from "zod";

import { instantToDate, isoInstant } from "../context.ts";
import type { Ctx, Services } from "../context.ts";
import { CardAction } from "../live/message.ts";
import { inSession, quickRead } from "../operation.ts";
import { PendingInput, PendingView } from "./schemas.ts";

/** How long a card waits for its verdict; the sweep closes it within a minute after that. */
export const CARD_HOURS = 24;

export function expiryOf(ctx: Ctx): Date {
  return instantToDate(ctx.now.add({ hours: CARD_HOURS }));
}

/** Cards that wait for a verdict, in all conversations, oldest first. */
export const listPending = quickRead({
  name: "chat.pending",
  input: PendingInput,
  output: PendingView,
  async run(db, _input, userId) {
    const rows = await db.confirmation.findMany({
      where: { userId, status: "pending" },
      orderBy: { createdAt: "asc" },
      take: 100,
    });
    return {
      items: rows.map((row) => ({
        confirmationId: row.id,
        conversationId: row.conversationId,
        actions: z.array(CardAction).parse(row.actions),
        expiresAt: isoInstant(row.expiresAt),
      })),
    };
  },
});

/**
 * Closes a pending card without a verdict: its run is over, its checkpoint goes, listeners are told.
 * Does nothing when the card is closed already. Answers whether it closed it.
 */
export async function closeCard(
  ctx: Ctx,
  confirmationId: string,
  outcome: "expired" | "superseded",
): Promise<boolean> {
  const [card] = await ctx.tx.$queryRaw<{ conversationId: string; runId: string }[]>`
    update confirmations set status = ${outcome}, closed_at = ${ctx.nowDate}
     where user_id = ${ctx.userId}::uuid and id = ${confirmationId}::uuid and status = 'pending'
       and (${outcome} = 'superseded' or expires_at <= ${ctx.nowDate})
    returning conversation_id as "conversationId", run_id as "runId"`;
  if (!card) return false;
  await ctx.tx.run.updateMany({
    where: { userId: ctx.userId, id: card.runId, status: "waiting" },
    data: { status: "completed", reason: `chat.${outcome}`, finishedAt: ctx.nowDate },
  });
  await ctx.tx.checkpoint.deleteMany({ where: { userId: ctx.userId, runId: card.runId } });
  ctx.emit({
    type: "confirmation_resolved",
    conversationId: card.conversationId,
    confirmationId,
    outcome,
    decisions: [],
  });
  ctx.touch("chat");
  return true;
}

/** The job behind `chat.expire`. */
export async function expireCard(
  services: Services,
  job: { userId: string; confirmationId: string },
): Promise<{ expired: boolean }> {
  return inSession(services, { userId: job.userId, actor: "job" }, async (ctx) => ({
    expired: await closeCard(ctx, job.confirmationId, "expired"),
  }));
}
