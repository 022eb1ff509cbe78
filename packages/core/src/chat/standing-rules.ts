import { z } from "zod";

import { instantToDate, isoInstant } from "../context.ts";
import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { CardAction, KeptDecision } from "../live/message.ts";
import { read, write } from "../operation.ts";
import { verdictRows } from "./decide.ts";
import { kindOf, mayGoByRule, OFFERED_AFTER, RULE_DAYS, RULE_TOOLS } from "./rule-kinds.ts";
import { AllowRuleInput, RulesInput, RulesView } from "./schemas.ts";
import type { RuleOffer, RuleView } from "./schemas.ts";
import { queueRun } from "./send.ts";

/** How many of the newest confirmed records are looked at for an offer. */
const LOOK_BACK = 60;

/**
 * The verdicts of the person's standing rules on a card, when they cover all of its actions.
 *
 * Null when any action has no rule that holds now, carries a warning or is none that a rule may decide: then
 * the card waits like any other. To be asked only for what the person typed this turn and the grammar read
 * with certainty.
 */
export async function verdictsByRule(
  ctx: Ctx,
  actions: readonly CardAction[],
): Promise<KeptDecision[] | null> {
  if (actions.length === 0 || !actions.every(mayGoByRule)) return null;
  const rules = await ctx.tx.standingRule.findMany({
    where: {
      userId: ctx.userId,
      revokedAt: null,
      suspendedAt: null,
      expiresAt: { gt: ctx.nowDate },
    },
  });
  const holding = new Set(rules.map(({ tool, kind }) => `${tool}/${kind}`));
  const covered = actions.every(({ tool, args }) => holding.has(`${tool}/${kindOf(tool, args)}`));
  if (!covered) return null;
  return actions.map(({ actionId }) => ({ actionId, verdict: "confirm", by: "rule" }));
}

/** Decides a stored card with the verdicts of rules, as a tap would: ledger rows and the run that acts on them. */
export async function decideByRules(
  ctx: Ctx,
  card: {
    confirmationId: string;
    conversationId: string;
    actions: readonly CardAction[];
    decisions: readonly KeptDecision[];
  },
): Promise<void> {
  const { confirmationId, conversationId, actions, decisions } = card;
  const verdicts = actions.flatMap((action) => {
    const decision = decisions.find(({ actionId }) => actionId === action.actionId);
    return decision === undefined ? [] : [{ action, decision, args: action.args }];
  });
  const runId = ctx.id();
  const run = { runId, conversationId, kind: "decision", messageId: null, confirmationId } as const;
  await queueRun(ctx, run, verdictRows(ctx, { confirmationId, runId, decisions, verdicts }));
  ctx.emit({
    type: "confirmation_resolved",
    conversationId,
    confirmationId,
    outcome: "decided",
    decisions: [...decisions],
  });
}

/** Suspends the rule by which an action was recorded, now that the person has taken it back. */
export async function suspendRuleOf(ctx: Ctx, actionId: string): Promise<void> {
  const [row] = await ctx.tx.$queryRaw<{ tool: string; args: unknown; decisions: unknown }[]>`
    select t.tool, t.args, c.decisions from tool_actions t
      join confirmations c on c.user_id = t.user_id and c.id = t.confirmation_id
     where t.user_id = ${ctx.userId}::uuid and t.id = ${actionId}::uuid`;
  if (row === undefined) return;
  const decision = Decisions.parse(row.decisions).find((one) => one.actionId === actionId);
  const kind = kindOf(row.tool, Args.parse(row.args));
  if (decision?.by !== "rule" || kind === null) return;
  await ctx.tx.standingRule.updateMany({
    where: { userId: ctx.userId, tool: row.tool, kind, suspendedAt: null, revokedAt: null },
    data: { suspendedAt: ctx.nowDate },
  });
  ctx.touch("chat");
}

const Args = z.record(z.string(), z.unknown());
const Decisions = z.array(KeptDecision).catch([]);

/** The person's standing rules, and the kinds of record that may have one. */
export const listRules = read({
  name: "chat.rules",
  input: RulesInput,
  output: RulesView,
  async run(ctx) {
    const rules = await ctx.tx.standingRule.findMany({
      where: { userId: ctx.userId },
      orderBy: { allowedAt: "desc" },
    });
    const items = rules
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, tool, title, allowedAt, expiresAt, suspendedAt }): RuleView => ({
        id,
        tool,
        title,
        allowedAt: isoInstant(allowedAt),
        expiresAt: isoInstant(expiresAt),
        state: suspendedAt !== null ? "suspended" : expiresAt <= ctx.nowDate ? "expired" : "active",
      }));
    // What was once answered, with yes or no, is not asked again; an ended rule is renewed from the list.
    const answered = new Set(rules.map(({ tool, kind }) => `${tool}/${kind}`));
    const kinds = await confirmedKinds(ctx);
    const offers = kinds
      .filter(
        ({ tool, kind, inARow }) => inARow >= OFFERED_AFTER && !answered.has(`${tool}/${kind}`),
      )
      .map(({ actionId, tool, title }): RuleOffer => ({ actionId, tool, title }));
    return { items, offers };
  },
});

/**
 * Lets records of one kind through without a card for 90 days: one that is offered, named by the action that
 * it is offered on, or one that was suspended or has ended. `chat.ruleNotOffered` (conflict) for all else.
 */
export const allowRule = write({
  name: "chat.allowRule",
  input: AllowRuleInput,
  output: RulesView,
  touches: ["chat"],
  async run(ctx, input) {
    const times = {
      allowedAt: ctx.nowDate,
      expiresAt: instantToDate(ctx.now.add({ hours: RULE_DAYS * 24 })),
      suspendedAt: null,
      revokedAt: null,
    };
    if (input.ruleId !== undefined) {
      const { count } = await ctx.tx.standingRule.updateMany({
        where: { userId: ctx.userId, id: input.ruleId, revokedAt: null },
        data: times,
      });
      if (count === 0) fail("not_found", "chat.ruleNotFound", input);
    } else if (input.actionId !== undefined) {
      await answerOffer(ctx, input.actionId, times);
    }
    return listRules.run(ctx, {});
  },
});

/** Ends a rule, or answers an offer with no: that kind is asked for every time and not offered again. */
export const revokeRule = write({
  name: "chat.revokeRule",
  input: AllowRuleInput,
  output: RulesView,
  touches: ["chat"],
  async run(ctx, input) {
    const ended = { allowedAt: ctx.nowDate, expiresAt: ctx.nowDate, revokedAt: ctx.nowDate };
    if (input.ruleId !== undefined) {
      const { count } = await ctx.tx.standingRule.updateMany({
        where: { userId: ctx.userId, id: input.ruleId },
        data: { revokedAt: ctx.nowDate },
      });
      if (count === 0) fail("not_found", "chat.ruleNotFound", input);
    } else if (input.actionId !== undefined) {
      await answerOffer(ctx, input.actionId, ended);
    }
    return listRules.run(ctx, {});
  },
});

type Times = { allowedAt: Date; expiresAt: Date; suspendedAt?: null; revokedAt: Date | null };

async function answerOffer(ctx: Ctx, actionId: string, times: Times): Promise<void> {
  const kinds = await confirmedKinds(ctx);
  const named = kinds.find((one) => one.actionIds.includes(actionId));
  const where = { userId: ctx.userId, id: actionId };
  if (named === undefined && (await ctx.tx.toolAction.count({ where })) === 0)
    fail("not_found", "chat.actionNotFound", { actionId });
  if (named === undefined || named.inARow < OFFERED_AFTER)
    return fail("conflict", "chat.ruleNotOffered", { actionId });
  const { tool, kind, title } = named;
  const { userId } = ctx;
  await ctx.tx.standingRule.upsert({
    where: { userId_tool_kind: { userId, tool, kind } },
    create: { userId, id: ctx.id(), tool, kind, title, ...times },
    update: { title, ...times },
  });
}

type ConfirmedKind = {
  tool: string;
  kind: string;
  title: string;
  /** The newest action of the kind, and all of those looked at. */
  actionId: string;
  actionIds: string[];
  /** Confirmed as they stood, up to the first that was adjusted. */
  inARow: number;
};

/** The kinds of what the person lately let be recorded, newest first; what was taken back counts for nothing. */
async function confirmedKinds(ctx: Ctx): Promise<ConfirmedKind[]> {
  const rows = await ctx.tx.$queryRaw<
    { id: string; tool: string; actions: unknown; decisions: unknown }[]
  >`
    select t.id, t.tool, c.actions, c.decisions from tool_actions t
      join confirmations c on c.user_id = t.user_id and c.id = t.confirmation_id
     where t.user_id = ${ctx.userId}::uuid and t.tool = any(${[...RULE_TOOLS]}) and t.status = 'done'
       and not exists (select 1 from actions a where a.user_id = t.user_id and a.id = t.id and a.undone_by is not null)
     order by t.created_at desc, t.id desc limit ${LOOK_BACK}`;
  const kinds = new Map<string, ConfirmedKind>();
  const broken = new Set<string>();
  for (const row of rows) {
    const action = z
      .array(CardAction)
      .parse(row.actions)
      .find(({ actionId }) => actionId === row.id);
    const decision = Decisions.parse(row.decisions).find(({ actionId }) => actionId === row.id);
    const kind = action === undefined ? null : kindOf(action.tool, action.args);
    if (action === undefined || decision === undefined || kind === null) continue;
    const key = `${row.tool}/${kind}`;
    const known = kinds.get(key) ?? {
      tool: row.tool,
      kind,
      title: action.title.slice(0, 255),
      actionId: row.id,
      actionIds: [],
      inARow: 0,
    };
    known.actionIds.push(row.id);
    if (decision.verdict !== "confirm") broken.add(key);
    else if (!broken.has(key) && decision.by === undefined) known.inARow += 1;
    kinds.set(key, known);
  }
  return [...kinds.values()];
}
