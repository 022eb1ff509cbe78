import type { Suspension } from "@vida/core/chat/answer";
import type { Ctx, Services } from "@vida/core/context";
import type { TextFlusher } from "@vida/core/live/flusher";
import type { CardAction } from "@vida/core/live/message";
import type { Understanding } from "@vida/core/ptbr/types";

import type { TurnContext } from "./context.ts";
import { speakerOf } from "./decision.ts";
import { messageIdOf } from "./ids.ts";
import { LocalChatModel } from "./local/model.ts";
import { speaker } from "./local/speaker.ts";
import { providersOf } from "./messages.ts";
import { mayUseCloud } from "./models.ts";
import type { ClaimedTurn } from "./start.ts";
import type { PendingAction } from "./state.ts";
import type { Settled } from "./thread.ts";
import { toolPorts } from "./tool-ports.ts";
import { registryOf } from "./tools.ts";
import { NO_TRACE } from "./trace.ts";
import type { Trace } from "./trace.ts";
import type { Brain, Turn } from "./turn.ts";
import type { Usage } from "./usage.ts";
import { createVoice } from "./voice.ts";
import type { Voice } from "./voice.ts";

export type RunDeps = {
  services: Services;
  flusher: TextFlusher;
  /** The cloud half of the brain, for who has agreed to it. */
  cloud?: Brain["cloud"];
  /** Hears of errors that are no refusals. */
  onBug: (error: unknown, runId: string) => void;
  /** Dollars that a person's runs may cost in a day. */
  dailyCostLimit?: number | undefined;
  /** How long a run may take in all. */
  runMs?: number;
  patience?: Turn["patience"];
  /** Where runs are traced, when they are. */
  trace?: Trace;
};

/** One run as it is played: what it was given, and what it has come to so far. */
export type Run = {
  deps: RunDeps;
  claimed: ClaimedTurn;
  messageId: string;
  voice: Voice;
  signal: AbortSignal;
  /** The run whose checkpoint this one resumes. */
  threadRunId: string | undefined;
  /** Who answers. */
  agents: readonly string[];
  /** What was done, in words that need no model. */
  facts: string;
  /** What model calls have used so far. */
  usage: Usage | undefined;
  trace: Trace;
};

/** A run at its beginning. */
export function newRun(deps: RunDeps, claimed: ClaimedTurn, signal: AbortSignal): Run {
  return {
    deps,
    claimed,
    messageId: messageIdOf(claimed.lease.runId),
    voice: createVoice(deps, claimed.lease),
    signal,
    threadRunId: undefined,
    agents: [],
    facts: "",
    usage: undefined,
    trace: deps.trace ?? NO_TRACE,
  };
}

const SPENT = "O limite de gasto de hoje com o Gemini acabou, então respondo no modo local.\n\n";

export const registry = registryOf();

/** What a trace tells of a run. */
export function attributesOf({ kind, lease }: ClaimedTurn) {
  return {
    "vida.run.id": lease.runId,
    "vida.run.kind": kind,
    "vida.run.attempt": lease.attempt,
    "session.id": lease.conversationId,
  };
}

/** The turn that a run plays; with `ctx` what it proposes is looked up in that transaction. */
export function turnOf(run: Run, context: TurnContext, threadId: string, ctx?: Ctx): Turn {
  const { deps, claimed, voice, messageId, signal } = run;
  const { userId, runId } = claimed.lease;
  const { env, understanding } = context;
  const agreed = mayUseCloud(context.preferences) ? deps.cloud : undefined;
  const spent = context.spentToday >= (deps.dailyCostLimit ?? Infinity);
  const cloud = spent ? undefined : agreed;
  const ports = toolPorts({
    services: deps.services,
    userId,
    registry,
    env,
    understood: understanding.writes,
    ctx,
    onBug: (error) => deps.onBug(error, runId),
  });
  return {
    threadId,
    runId,
    messageId,
    conversationKind: context.conversationKind,
    text: context.text,
    understanding,
    previousAgents: context.previousAgents,
    given: [context.preferences.tracking, context.background, env.now, env.today],
    history: context.history,
    prompt: context.prompt,
    brain: {
      local: new LocalChatModel(speaker(speakerOf(context))),
      ...(cloud && { cloud }),
    },
    ...(agreed && spent && { notice: SPENT }),
    registry,
    ports: {
      ...ports,
      async read(tool, args, actionId) {
        const result = await ports.read(tool, args, actionId);
        if (result.ok) voice.result(actionId, result.data);
        return result;
      },
      emit: voice.emit,
      text: voice.text,
      spent(usage) {
        run.usage = usage;
      },
      signal,
    },
    ...(deps.patience && { patience: deps.patience }),
    trace: run.trace,
  };
}

/** Takes over who answered and what it has cost. */
export function take(run: Run, { threadId, state }: Settled): void {
  run.usage = state.usage;
  run.agents = state.agents;
  run.trace.set({ "vida.run.agents": run.agents.join(",") });
  run.voice.sign(providersOf(threadId, state));
}

export type CardKind = Pick<Suspension, "supersedes" | "certain">;

/** What the card of a message's turn stands for. */
export function cardOf({ understanding, hasRules }: TurnContext, settled: Settled): CardKind {
  const { decision } = understanding;
  return {
    supersedes: decision?.verdict === "correct" ? decision.confirmationId : undefined,
    certain: hasRules && isPlain(understanding, settled),
  };
}

/** All that is stored of a turn that came to its card, once everything it said is told. */
export async function suspensionOf(
  run: Run,
  settled: Settled & { pause: NonNullable<Settled["pause"]> },
  card: CardKind,
): Promise<Suspension> {
  take(run, settled);
  const { claimed, voice, messageId, usage } = run;
  const { checkpoint, card: pending } = settled.pause;
  run.trace.set({
    "vida.run.status": "waiting",
    ...(usage && { "vida.run.cost_usd": usage.costUsd }),
  });
  voice.keep({ type: "confirmation", confirmationId: pending.confirmationId });
  return {
    answer: { messageId, parts: voice.parts(), agents: run.agents },
    confirmationId: pending.confirmationId,
    actions: pending.actions.map(toCardAction),
    checkpoint: new TextEncoder().encode(checkpoint),
    threadRunId: run.threadRunId ?? claimed.lease.runId,
    events: await voice.rest(),
    ...card,
    usage,
  };
}

/** Whether the card is what the grammar read of the message, all of it and for certain. */
function isPlain({ kind, certainty, ...said }: Understanding, { state, pause }: Settled): boolean {
  const { ask, decision, crisis, writes } = said;
  const clear = ask === undefined && decision === undefined && crisis === undefined;
  const whole = writes.length === pause?.card.actions.length && state.origin === "grammar";
  return kind === "actions" && certainty === "certain" && clear && whole;
}

function toCardAction(pending: PendingAction): CardAction {
  const { callId: _, ...action } = pending;
  return action;
}
