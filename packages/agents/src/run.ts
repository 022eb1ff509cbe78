import { finishRun, suspendRun } from "@vida/core/chat/answer";
import { handOver } from "@vida/core/chat/runs";
import type { Services } from "@vida/core/context";
import { isDomainError } from "@vida/core/errors";
import type { TextFlusher } from "@vida/core/live/flusher";
import type { CardAction } from "@vida/core/live/message";
import type { Understanding } from "@vida/core/ptbr/types";

import { buildContext } from "./context.ts";
import type { TurnContext } from "./context.ts";
import { carryOut, factsOf, speakerOf } from "./decision.ts";
import { endingOf, lateEnding } from "./endings.ts";
import { messageIdOf } from "./ids.ts";
import { LocalChatModel } from "./local/model.ts";
import { speaker } from "./local/speaker.ts";
import { providersOf } from "./messages.ts";
import { failureKind } from "./model-failure.ts";
import { mayUseCloud } from "./models.ts";
import { startOf } from "./start.ts";
import type { ClaimedTurn } from "./start.ts";
import type { PendingAction } from "./state.ts";
import { resumeThread, startThread, threadOf } from "./thread.ts";
import type { Settled } from "./thread.ts";
import { toolPorts } from "./tool-ports.ts";
import { registryOf } from "./tools.ts";
import { NO_TRACE } from "./trace.ts";
import type { Trace } from "./trace.ts";
import type { Brain, Turn } from "./turn.ts";
import type { Usage } from "./usage.ts";
import { createVoice } from "./voice.ts";
import type { Voice } from "./voice.ts";
import { decideByWords } from "./words.ts";

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

/** Both end a run: a person's stop with what was said, a shutdown by handing it over. */
export type RunSignals = { stop: AbortSignal; shutdown: AbortSignal };

/** A run that dies with its worker more often than this ends with an honest error. */
const MAX_ATTEMPTS = 8;

const SPENT = "O limite de gasto de hoje com o Gemini acabou, então respondo no modo local.\n\n";

const registry = registryOf();

type Run = {
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

/**
 * Drives one claimed run to its end: an answer, a card, a stop or an honest error.
 *
 * Everything that it leads to is stored in the one transaction that ends it, bound to its lease; a run
 * whose lease was lost ends silently. Throws only when the database cannot be reached, so that the job is
 * tried again.
 */
export async function executeRun(
  deps: RunDeps,
  claimed: ClaimedTurn,
  signals: RunSignals,
): Promise<void> {
  const late = AbortSignal.timeout(deps.runMs ?? 60_000);
  const run: Run = {
    deps,
    claimed,
    messageId: messageIdOf(claimed.lease.runId),
    voice: createVoice(deps, claimed.lease),
    signal: AbortSignal.any([signals.stop, signals.shutdown, late]),
    threadRunId: undefined,
    agents: [],
    facts: "",
    usage: undefined,
    trace: deps.trace ?? NO_TRACE,
  };
  await run.trace.within("run", attributesOf(claimed), async (trace) => {
    run.trace = trace;
    try {
      await (claimed.kind === "decision" ? decisionRun(run) : messageRun(run));
    } catch (error) {
      await endEarly(run, signals, error).catch((again: unknown) => {
        if (!isDomainError(again, "chat.runLost")) throw again;
      });
    }
  });
}

function attributesOf({ kind, lease }: ClaimedTurn) {
  return {
    "vida.run.id": lease.runId,
    "vida.run.kind": kind,
    "vida.run.attempt": lease.attempt,
    "session.id": lease.conversationId,
  };
}

async function messageRun(run: Run): Promise<void> {
  const { claimed, voice, messageId, deps } = run;
  const { lease } = claimed;
  if (claimed.stopRequested) return finish(run, "stopped");
  // The first attempt may have said something; this one says all of it.
  if (lease.attempt > 1) await voice.emit({ type: "text_reset", messageId });
  if (lease.attempt > MAX_ATTEMPTS)
    throw new Error(`run ${lease.runId} was taken ${lease.attempt} times`);
  const context = buildContext((await startOf(deps, claimed)).rows, registry);
  run.trace.content({ "input.value": context.text });
  const said = await decideByWords(deps.services, lease, context.understanding);
  if (said !== undefined) {
    voice.text(messageId, said);
    return finish(run, "completed");
  }
  const { decision } = context.understanding;
  const settled = await startThread(turnOf(run, context, lease.runId));
  return conclude(run, settled, {
    supersedes: decision?.verdict === "correct" ? decision.confirmationId : undefined,
    certain: context.hasRules && isPlain(context.understanding, settled),
  });
}

async function decisionRun(run: Run): Promise<void> {
  const { claimed, voice, messageId, deps } = run;
  const { lease } = claimed;
  if (lease.attempt > 1) await voice.emit({ type: "text_reset", messageId });
  const { decision, rows } = await startOf(deps, claimed);
  if (decision === undefined) throw new Error(`decision run ${lease.runId} without its card`);
  run.threadRunId = decision.threadRunId;
  const context = buildContext(rows, registry);
  const { services } = deps;
  const { env } = context;
  const { trace } = run;
  const outcomes = await carryOut({ services, lease, registry, env, voice, trace }, decision);
  run.facts = factsOf(decision, outcomes, context);
  if (claimed.stopRequested) return finish(run, "stopped");
  if (decision.checkpoint === null) {
    voice.text(messageId, run.facts);
    return finish(run, "completed");
  }
  run.signal.throwIfAborted();
  const turn = turnOf(run, context, threadOf(decision.checkpoint));
  return conclude(run, await resumeThread(turn, decision.checkpoint, outcomes), {});
}

function turnOf(run: Run, context: TurnContext, threadId: string): Turn {
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

/** Stores the answer, or the card with everything that resumes it. */
async function conclude(
  run: Run,
  { threadId, state, pause }: Settled,
  card: { supersedes?: string | undefined; certain?: boolean },
): Promise<void> {
  const { deps, claimed, voice, messageId } = run;
  run.usage = state.usage;
  run.agents = state.agents;
  run.trace.set({ "vida.run.agents": run.agents.join(",") });
  voice.sign(providersOf(threadId, state));
  if (pause === null) return finish(run, "completed");
  const { confirmationId, actions } = pause.card;
  run.trace.set({ "vida.run.status": "waiting", "vida.run.cost_usd": run.usage.costUsd });
  voice.keep({ type: "confirmation", confirmationId });
  await suspendRun(deps.services, claimed.lease, {
    answer: { messageId, parts: voice.parts(), agents: run.agents },
    confirmationId,
    actions: actions.map(toCardAction),
    checkpoint: new TextEncoder().encode(pause.checkpoint),
    threadRunId: run.threadRunId ?? claimed.lease.runId,
    events: await voice.rest(),
    ...card,
    usage: run.usage,
  });
}

/** Whether the card is what the grammar read of the message, all of it and for certain. */
function isPlain({ kind, certainty, ...said }: Understanding, { state, pause }: Settled): boolean {
  const { ask, decision, crisis, writes } = said;
  const clear = ask === undefined && decision === undefined && crisis === undefined;
  const whole = writes.length === pause?.card.actions.length && state.origin === "grammar";
  return kind === "actions" && certainty === "certain" && clear && whole;
}

async function finish(
  run: Run,
  status: "completed" | "stopped" | "failed",
  more: { reason?: string } = {},
): Promise<void> {
  const { deps, claimed, voice, messageId, threadRunId, usage } = run;
  run.trace.set({
    "vida.run.status": status,
    ...(more.reason && { "vida.run.reason": more.reason }),
    ...(usage && { "vida.run.cost_usd": usage.costUsd }),
  });
  const events = await voice.rest();
  await finishRun(deps.services, claimed.lease, {
    status,
    ...more,
    ...(usage && { usage }),
    answer: { messageId, parts: voice.parts(), agents: run.agents },
    checkpointRunId: threadRunId,
    events,
  });
}

/** Ends a run that could not go on, by what ended it. */
async function endEarly(run: Run, signals: RunSignals, error: unknown): Promise<void> {
  const { deps, claimed, voice, messageId } = run;
  const { lease } = claimed;
  if (isDomainError(error, "chat.runLost")) return;
  if (signals.shutdown.aborted || outOfReach(error)) return handOver(deps.services, lease);
  if (signals.stop.aborted) return finish(run, "stopped");
  const { reason, sentence } = run.signal.aborted ? lateEnding() : endingOf(error);
  if (reason === "chat.bug") deps.onBug(error, lease.runId);
  const said = voice.parts().some(({ type }) => type === "text");
  const facts = said || run.facts === "" ? "" : `${run.facts}\n\n`;
  voice.text(messageId, `${said ? "\n\n" : ""}${facts}${sentence}`);
  return finish(run, "failed", { reason });
}

/** The database did not answer: another attempt will find it again. */
function outOfReach(error: unknown): boolean {
  return isDomainError(error) && error.code === "unavailable" && failureKind(error) === undefined;
}

function toCardAction(pending: PendingAction): CardAction {
  const { callId: _, ...action } = pending;
  return action;
}
