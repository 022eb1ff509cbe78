import { Prisma } from "@vida/db/db";

import type { Ctx, Services } from "../context.ts";
import { fail } from "../errors.ts";
import { isUniqueViolation } from "../failures.ts";
import { storableJson } from "../json.ts";
import type { LiveEvent } from "../live/events.ts";
import type { CardAction } from "../live/message.ts";
import { inSession } from "../operation.ts";
import { appendAssistantMessage } from "./append.ts";
import { closeCard, expiryOf } from "./cards.ts";
import type { StoredPart } from "./messages.ts";
import { endingOf, endSilently } from "./runs.ts";
import type { Lease, RunEnd } from "./runs.ts";
import { decideByRules, verdictsByRule } from "./standing-rules.ts";

export type Answer = {
  /** The deterministic id of the message that this run says. */
  readonly messageId: string;
  readonly parts: readonly StoredPart[];
  /** Who answered. */
  readonly agents?: readonly string[] | undefined;
};

export type Finish = RunEnd & {
  readonly status: "completed" | "stopped" | "failed";
  readonly answer?: Answer | undefined;
  /** The run whose checkpoint is no longer needed. */
  readonly checkpointRunId?: string | undefined;
  /** What happened before the end and was not told yet. */
  readonly events?: readonly LiveEvent[] | undefined;
};

/** Stores what a run said and ends it, in one transaction. A lost lease stores nothing (`chat.runLost`). */
export async function finishRun(services: Services, lease: Lease, end: Finish): Promise<void> {
  await whileHeld(services, lease, async (ctx) => {
    for (const event of end.events ?? []) ctx.emit(event);
    const { conversationId, runId } = lease;
    const ending = endingOf(ctx, lease, end, end.checkpointRunId);
    if (end.answer && end.answer.parts.length > 0)
      await appendAssistantMessage(ctx, { conversationId, runId, ...end.answer }, { ending });
    else await endSilently(ctx, ending);
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
  /** Whether the person typed all of it this turn and the grammar read it with certainty. */
  readonly certain?: boolean | undefined;
  readonly usage?: unknown;
  /** What happened before the card and was not told yet. */
  readonly events?: readonly LiveEvent[] | undefined;
  /** The message it answers, when this transaction has put it at its place. */
  readonly behind?: string | undefined;
};

/**
 * Stores a card with everything that its decision needs (message, checkpoint, waiting run) in one
 * transaction: there is no moment in which a card exists that cannot be resumed. Where standing rules of
 * the person cover all of a certain card, its verdict is stored with it.
 */
export async function suspendRun(
  services: Services,
  lease: Lease,
  pause: Suspension,
): Promise<void> {
  await whileHeld(services, lease, (ctx) => suspendWithin(ctx, lease, pause));
}

/** Does what `suspendRun` does inside a transaction that is open. */
export async function suspendWithin(ctx: Ctx, lease: Lease, pause: Suspension): Promise<void> {
  const { conversationId, runId } = lease;
  for (const event of pause.events ?? []) ctx.emit(event);
  const expiresAt = expiryOf(ctx);
  const actions = [...pause.actions];
  if (pause.supersedes !== undefined) await closeCard(ctx, pause.supersedes, "superseded");
  const { confirmationId, answer, behind } = pause;
  ctx.emit({
    type: "confirmation_required",
    conversationId,
    confirmationId,
    expiresAt: expiresAt.toISOString(),
    actions,
  });
  // Standing rules decide in the same breath; without them the card waits.
  const decisions = pause.certain === true ? await verdictsByRule(ctx, actions) : null;
  const status = decisions === null ? "pending" : "decided";
  const card = { id: confirmationId, status, expiresAt, actions, decisions };
  await appendAssistantMessage(
    ctx,
    { conversationId, runId, ...answer },
    {
      cards: [card],
      // What decides needs the card's row before the end.
      ...(behind !== undefined && decisions === null && { behind }),
      storing: cardRows(ctx, lease, pause, expiresAt),
      ending: endingOf(ctx, lease, { status: "waiting", usage: pause.usage }),
    },
  );
  if (decisions !== null)
    await decideByRules(ctx, { confirmationId, conversationId, actions, decisions });
}

/** The card and the checkpoint that resumes its thread. When its time is over the sweep finds it. */
function cardRows(ctx: Ctx, lease: Lease, pause: Suspension, expiresAt: Date): Prisma.Sql {
  const { userId, conversationId, runId } = lease;
  const { confirmationId, actions, answer, threadRunId } = pause;
  return Prisma.sql`
      card as (
        insert into confirmations (user_id, id, conversation_id, run_id, message_id, actions, expires_at, created_at)
        values (${userId}::uuid, ${confirmationId}::uuid, ${conversationId}::uuid, ${runId}::uuid, ${answer.messageId}::uuid,
                ${storableJson(actions)}::jsonb, ${expiresAt}, ${ctx.nowDate})
      ), before as (
        delete from checkpoints where user_id = ${userId}::uuid and run_id = ${threadRunId}::uuid and run_id <> ${runId}::uuid
      ), point as (
        insert into checkpoints (user_id, run_id, state, created_at)
        values (${userId}::uuid, ${runId}::uuid, ${Buffer.from(pause.checkpoint)}, ${ctx.nowDate}))`;
}

/** What a run stores has ids of its own: when one is taken, another worker has ended this run. */
async function whileHeld(
  services: Services,
  lease: Lease,
  work: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  try {
    await inSession(services, { userId: lease.userId, actor: "assistant" }, work);
  } catch (error) {
    if (isUniqueViolation(error)) fail("conflict", "chat.runLost", { runId: lease.runId });
    throw error;
  }
}
