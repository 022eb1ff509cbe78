import { Prisma } from "@vida/db/db";
import { z } from "zod";

import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { storableJson, toJson } from "../json.ts";
import { CardAction } from "../live/message.ts";
import type { ActionDecision, KeptDecision } from "../live/message.ts";
import { write } from "../operation.ts";
import type { Write } from "../operation.ts";
import { DecideInput, DecidedView } from "./schemas.ts";
import { queueRun } from "./send.ts";

/** Checks the complete new arguments of an edited action like the tool's own. */
export type CheckArgs = (tool: string, args: Record<string, unknown>) => Record<string, unknown>;

/**
 * Makes the operation that stores a person's verdicts on a card, exactly one per action.
 *
 * One transaction: the card is decided (only while it is pending and its time has not come), every verdict
 * becomes a ledger row bound to the arguments' hash, and the run that carries them out is enqueued. Refusals:
 * `chat.alreadyDecided`, `chat.expired`, `chat.superseded` (conflict), `chat.cardNotFound` (not_found),
 * `chat.badDecisions` (invalid).
 */
export function decideCard(check: CheckArgs): Write<typeof DecideInput, typeof DecidedView> {
  return write({
    name: "chat.decide",
    input: DecideInput,
    output: DecidedView,
    touches: ["chat"],
    async run(ctx, { confirmationId, decisions }) {
      const card = await lockCard(ctx, confirmationId);
      const verdicts = pair(card.actions, decisions, check);
      const runId = ctx.id();
      const run = {
        runId,
        conversationId: card.conversationId,
        kind: "decision",
        messageId: null,
        confirmationId,
      } as const;
      await queueRun(ctx, run, verdictRows(ctx, { confirmationId, runId, decisions, verdicts }));
      ctx.emit({
        type: "confirmation_resolved",
        conversationId: card.conversationId,
        confirmationId,
        outcome: "decided",
        decisions,
      });
      return { runId };
    },
  });
}

export type Verdict = {
  readonly action: CardAction;
  readonly decision: KeptDecision;
  readonly args: unknown;
};

/** What closes the card and puts a ledger row in place of each of its actions. */
export function verdictRows(
  ctx: Ctx,
  decided: {
    confirmationId: string;
    runId: string;
    decisions: readonly KeptDecision[];
    verdicts: readonly Verdict[];
  },
): Prisma.Sql[] {
  const { confirmationId, runId, decisions, verdicts } = decided;
  const rows = verdicts.map(({ action, decision, args }) => ({
    id: action.actionId,
    tool: action.tool,
    args,
    hash: hashOf(args),
    status: decision.verdict === "reject" ? "rejected" : "confirmed",
    reason: decision.reason ?? null,
  }));
  const card = Prisma.sql`
    card as (
      update confirmations set status = 'decided', decisions = ${storableJson(decisions)}::jsonb, closed_at = ${ctx.nowDate}
       where user_id = ${ctx.userId}::uuid and id = ${confirmationId}::uuid)`;
  const verdicted = Prisma.sql`
    verdicts as (
      insert into tool_actions (user_id, id, confirmation_id, run_id, tool, args, args_hash, status, reason, created_at)
      select ${ctx.userId}::uuid, r.id, ${confirmationId}::uuid, ${runId}::uuid, r.tool, r.args, r.hash, r.status, r.reason, ${ctx.nowDate}
        from jsonb_to_recordset(${storableJson(rows)}::jsonb)
          as r (id uuid, tool text, args jsonb, hash text, status text, reason text))`;
  return [card, verdicted];
}

type Card = { conversationId: string; runId: string; actions: CardAction[] };

/** Locks a card that may still be decided; every other state is its own refusal. */
export async function lockCard(ctx: Ctx, confirmationId: string): Promise<Card> {
  const [card] = await ctx.tx.$queryRaw<
    { conversationId: string; runId: string; status: string; actions: unknown; late: boolean }[]
  >`
    select conversation_id as "conversationId", run_id as "runId", status, actions, expires_at <= ${ctx.nowDate} as late
      from confirmations where user_id = ${ctx.userId}::uuid and id = ${confirmationId}::uuid for update`;
  if (!card) fail("not_found", "chat.cardNotFound", { confirmationId });
  if (card.status === "decided") fail("conflict", "chat.alreadyDecided", { confirmationId });
  if (card.status === "superseded") fail("conflict", "chat.superseded", { confirmationId });
  if (card.status === "expired" || card.late) fail("conflict", "chat.expired", { confirmationId });
  return {
    conversationId: card.conversationId,
    runId: card.runId,
    actions: z.array(CardAction).parse(card.actions),
  };
}

function pair(
  actions: readonly CardAction[],
  decisions: readonly ActionDecision[],
  check: CheckArgs,
) {
  const byAction = new Map(decisions.map((decision) => [decision.actionId, decision]));
  if (byAction.size !== decisions.length || byAction.size !== actions.length) {
    fail("invalid", "chat.badDecisions", { fields: { decisions: ["uma decisão para cada ação"] } });
  }
  return actions.map((action) => {
    const decision = byAction.get(action.actionId);
    if (!decision)
      fail("invalid", "chat.badDecisions", {
        fields: { decisions: ["uma decisão para cada ação"] },
      });
    if (decision.verdict === "edit" && decision.args === undefined) {
      fail("invalid", "chat.badDecisions", { fields: { decisions: ["faltam os novos valores"] } });
    }
    const args =
      decision.verdict === "edit" ? check(action.tool, decision.args ?? {}) : action.args;
    return { action, decision, args: toJson(args) };
  });
}
