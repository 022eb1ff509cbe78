import { runAction } from "@vida/core/chat/ledger";
import type { LedgerEntry } from "@vida/core/chat/ledger";
import type { Lease } from "@vida/core/chat/runs";
import { readDecision } from "@vida/core/chat/turn-context";
import type { Ctx, Services } from "@vida/core/context";
import { DomainError } from "@vida/core/errors";
import type { CardAction } from "@vida/core/live/message";
import { execute } from "@vida/core/operation";
import { z } from "zod";

import { callKey } from "./call-key.ts";
import type { TurnContext } from "./context.ts";
import { refusalInWords } from "./failure-words.ts";
import { composeAnswer } from "./local/compose.ts";
import type { SpeakerContext } from "./local/speaker.ts";
import { answerOfOutcome, ToolContent } from "./messages.ts";
import type { Args, Outcome } from "./ports.ts";
import type { ToolEnv, ToolSpec } from "./tool-spec.ts";
import type { Registry } from "./tools.ts";
import { NO_TRACE } from "./trace.ts";
import type { Trace } from "./trace.ts";
import type { Voice } from "./voice.ts";

export type Decision = {
  threadRunId: string;
  cardMessageId: string | null;
  actions: readonly CardAction[];
  ledger: readonly LedgerEntry[];
  /** The thread to resume; a card that was captured or reopened has none. */
  checkpoint: string | null;
};

/** Reads a decided card with its verdicts as the ledger holds them. */
export async function readCard(ctx: Ctx, confirmationId: string): Promise<Decision> {
  const { checkpoint, ...decision } = await readDecision(ctx, confirmationId);
  return {
    ...decision,
    checkpoint: checkpoint === null ? null : new TextDecoder().decode(checkpoint),
  };
}

const Plain = z.record(z.string(), z.unknown()).catch({});

type Carry = {
  services: Services;
  lease: Lease;
  registry: Registry;
  env: ToolEnv;
  voice: Voice;
  trace?: Trace;
};

/**
 * Carries out the confirmed actions of a decision, one transaction each, and gives every outcome.
 *
 * Deaf to stops: a confirmed write is not a text that can be cut. Each action is done once however often
 * this runs, and told once, in the transaction that does it.
 */
export async function carryOut(carry: Carry, decision: Decision): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const entry of decision.ledger) {
    const shown = decision.actions.find(({ actionId }) => actionId === entry.actionId);
    const edited = shown !== undefined && callKey("", shown.args) !== callKey("", entry.args);
    const outcome =
      entry.status === "rejected" ? await putAside(carry, entry) : await carryOutOne(carry, entry);
    outcomes.push({ ...outcome, ...(edited ? { args: entry.args } : {}) });
  }
  return outcomes;
}

async function putAside({ voice }: Carry, entry: LedgerEntry): Promise<Outcome> {
  const { actionId, tool, args, reason } = entry;
  const summary = "descartado";
  voice.keep({ type: "tool", actionId, tool, args, status: "rejected", summary });
  await voice.emit({ type: "tool_result", actionId, tool, status: "rejected", summary });
  return { actionId, status: "rejected", summary, ...(reason === null ? {} : { reason }) };
}

async function carryOutOne(carry: Carry, entry: LedgerEntry): Promise<Outcome> {
  const { services, lease, registry, env, voice } = carry;
  const { actionId, tool, args } = entry;
  const { conversationId, userId } = lease;
  const spec = registry.find(tool);
  const call = spec?.call(args);
  if (spec === undefined || call?.operation.kind !== "write")
    throw new Error(`${tool} is no write`);
  const { operation, input } = call;
  const attributes = { "gen_ai.tool.name": tool, "vida.tool": "write" };
  const done = await (carry.trace ?? NO_TRACE).within("tool", attributes, async (span) => {
    const told = await runAction(services, {
      userId,
      conversationId,
      actionId,
      operation,
      args: input,
      summary: (output) => spec.summary(output, args, env),
      failure: refusalInWords,
      tell: (status, summary) => [
        { type: "tool_call", conversationId, actionId, tool, args },
        { type: "tool_result", conversationId, actionId, tool, status, summary },
      ],
    });
    span.set({ "vida.status": told.status });
    return told;
  });
  voice.keep({
    type: "tool",
    actionId,
    tool,
    args,
    status: done.status,
    summary: done.summary,
    result: done.result,
  });
  const after = done.status === "ok" ? await readAfter(carry, spec, done.result, args) : undefined;
  const result = after === undefined ? done.result : { ...Plain.parse(done.result), after };
  return { actionId, status: done.status, summary: done.summary, result };
}

/** What the person wants to know next (how the day now stands); it is worth no failure. */
async function readAfter(
  { services, lease, env }: Carry,
  spec: ToolSpec,
  output: unknown,
  args: Args,
): Promise<unknown> {
  const call = spec.after?.(output, args, env);
  if (call === undefined) return undefined;
  try {
    return await execute(services, call.operation, call.input, {
      userId: lease.userId,
      actor: "assistant",
    });
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Says what came of a decision, in words that need no model. */
export function factsOf(
  { actions }: Decision,
  outcomes: readonly Outcome[],
  context: TurnContext,
): string {
  const told = actions.flatMap(({ actionId, tool, args }) => {
    const outcome = outcomes.find((one) => one.actionId === actionId);
    if (outcome === undefined) return [];
    const answer = answerOfOutcome(actionId, tool, args, outcome);
    return [{ tool, content: ToolContent.parse(JSON.parse(answer.content)) }];
  });
  return composeAnswer(told, speakerOf(context));
}

/** What the local model knows of a turn. */
export function speakerOf({
  understanding,
  text,
  name,
  env,
  preferences,
}: TurnContext): SpeakerContext {
  const { waterGoal: water, sleepGoal: sleep } = preferences.tracking;
  return { understanding, text, name, today: env.today, targets: { water, sleep } };
}
