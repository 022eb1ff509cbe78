import { z } from "zod";

import { instantToDate, isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { toJson } from "../json.ts";
import { CardAction } from "../live/message.ts";
import { read, write } from "../operation.ts";
import { appendAssistantMessage } from "./append.ts";
import { expiryOf } from "./cards.ts";
import { PendingInput, ReopenInput, ReopenedView, UnconfirmedView } from "./schemas.ts";

/** How long an unanswered card can still be reopened. */
const KEPT_DAYS = 30;

/** Which cards expired unanswered and can still be reopened. */
export function unconfirmed(ctx: Ctx) {
  const since = instantToDate(ctx.now.subtract({ hours: 24 * KEPT_DAYS }));
  return { userId: ctx.userId, status: "expired", expiresAt: { gte: since } };
}

/** Cards that expired unanswered in the last 30 days and were not reopened, newest first. */
export const listUnconfirmed = read({
  name: "chat.unconfirmed",
  input: PendingInput,
  output: UnconfirmedView,
  async run(ctx) {
    const rows = await ctx.tx.confirmation.findMany({
      where: unconfirmed(ctx),
      orderBy: { expiresAt: "desc" },
      take: 50,
    });
    return {
      items: rows.map((row) => ({
        confirmationId: row.id,
        conversationId: row.conversationId,
        actions: z.array(CardAction).parse(row.actions),
        expiresAt: isoInstant(row.expiresAt),
        expiredAt: isoInstant(row.closedAt ?? row.expiresAt),
      })),
    };
  },
});

/** Shows an expired card again as a new one, with the very days and values that it had resolved. */
export const reopenCard = write({
  name: "chat.reopen",
  input: ReopenInput,
  output: ReopenedView,
  touches: ["chat", "dashboard"],
  async run(ctx, input) {
    const [old] = await ctx.tx.$queryRaw<
      { conversationId: string; actions: unknown; status: string; expiresAt: Date }[]
    >`
      select conversation_id as "conversationId", actions, status, expires_at as "expiresAt" from confirmations
       where user_id = ${ctx.userId}::uuid and id = ${input.confirmationId}::uuid for update`;
    if (!old) fail("not_found", "chat.cardNotFound", input);
    if (
      old.status !== "expired" ||
      old.expiresAt < instantToDate(ctx.now.subtract({ hours: 24 * KEPT_DAYS }))
    ) {
      fail("conflict", old.status === "superseded" ? "chat.superseded" : "chat.notExpired", input);
    }
    const { conversationId } = old;
    const [confirmationId, messageId, runId] = [ctx.id(), ctx.id(), ctx.id()];
    const actions = z
      .array(CardAction)
      .parse(old.actions)
      .map((action) => ({ ...action, actionId: ctx.id() }));
    const expiresAt = expiryOf(ctx);
    await ctx.tx.confirmation.update({
      where: { userId_id: { userId: ctx.userId, id: input.confirmationId } },
      data: { status: "superseded" },
    });
    const card = await ctx.tx.confirmation.create({
      data: {
        userId: ctx.userId,
        id: confirmationId,
        conversationId,
        runId,
        messageId,
        actions: toJson(actions),
        expiresAt,
        createdAt: ctx.nowDate,
      },
    });
    ctx.emit({
      type: "confirmation_required",
      conversationId,
      confirmationId,
      expiresAt: isoInstant(expiresAt),
      actions,
    });
    await appendAssistantMessage(
      ctx,
      { conversationId, messageId, runId: null, parts: [{ type: "confirmation", confirmationId }] },
      { cards: [card] },
    );
    return { confirmationId, conversationId, expiresAt: isoInstant(expiresAt) };
  },
});
