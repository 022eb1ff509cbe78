import { z } from "zod";
import type { Ctx } from "../context.ts";
import { CardAction } from "../live/message.ts";
import { findConversation } from "./conversations.ts";
import { partsOf, readBranch } from "./messages.ts";
import type { StoredPart } from "./messages.ts";

export type StoredMessage = { readonly id: string; readonly role: "user" | "assistant"; readonly parts: readonly StoredPart[]; readonly text: string; readonly createdAt: Date };

export type TurnStorage = {
  readonly conversation: { readonly id: string; readonly kind: "general" | "counselor"; readonly temporary: boolean };
  /** Newest turns of the shown branch, oldest first; the message to answer is the last of the person's. */
  readonly history: readonly StoredMessage[];
  /** Cards of this conversation that still wait, oldest first. */
  readonly openCards: readonly { readonly confirmationId: string; readonly actions: readonly CardAction[] }[];
};

/**
 * What a run reads of its conversation before it starts, and again when it resumes. `upTo` is the newest
 * message of the branch it may see; what was typed behind it waits for a run of its own.
 */
export async function readTurn(ctx: Ctx, conversationId: string, upTo: string | null, limit = 40): Promise<TurnStorage> {
  const conversation = await findConversation(ctx, conversationId);
  const rows = await readBranch(ctx, conversationId, upTo ?? conversation.headId, limit);
  const cards = await ctx.tx.confirmation.findMany({
    where: { userId: ctx.userId, conversationId, status: "pending", expiresAt: { gt: ctx.nowDate } },
    orderBy: { createdAt: "asc" },
  });
  return {
    conversation: { id: conversation.id, kind: conversation.kind === "counselor" ? "counselor" : "general", temporary: conversation.temporary },
    history: rows.map((row) => ({ id: row.id, role: row.role === "user" ? "user" : "assistant", parts: partsOf(row), text: row.text, createdAt: row.createdAt })),
    openCards: cards.map((card) => ({ confirmationId: card.id, actions: z.array(CardAction).parse(card.actions) })),
  };
}

/** The decided card of a decision run with the checkpoint of the thread it resumes. */
export async function readDecision(ctx: Ctx, confirmationId: string) {
  const card = await ctx.tx.confirmation.findFirstOrThrow({ where: { userId: ctx.userId, id: confirmationId } });
  const checkpoint = await ctx.tx.checkpoint.findFirst({ where: { userId: ctx.userId, runId: card.runId } });
  return { threadRunId: card.runId, cardMessageId: card.messageId, actions: z.array(CardAction).parse(card.actions), checkpoint: checkpoint?.state ?? null };
}
