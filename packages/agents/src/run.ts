import { finishRun, suspendRun } from "@vida/core/chat/answer";
import { handOver } from "@vida/core/chat/runs";
import { isDomainError } from "@vida/core/errors";

import { buildContext } from "./context.ts";
import { carryOut, factsOf } from "./decision.ts";
import { endingOf, lateEnding } from "./endings.ts";
import { failureKind } from "./model-failure.ts";
import { attributesOf, cardOf, newRun, registry, suspensionOf, take, turnOf } from "./run-turn.ts";
import type { CardKind, Run, RunDeps } from "./run-turn.ts";
import { startOf } from "./start.ts";
import type { ClaimedTurn } from "./start.ts";
import { resumeThread, startThread, threadOf } from "./thread.ts";
import type { Settled } from "./thread.ts";
import { decideByWords } from "./words.ts";

/** Both end a run: a person's stop with what was said, a shutdown by handing it over. */
export type RunSignals = { stop: AbortSignal; shutdown: AbortSignal };

/** A run that dies with its worker more often than this ends with an honest error. */
const MAX_ATTEMPTS = 8;

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
  const signal = AbortSignal.any([signals.stop, signals.shutdown, late]);
  const run = newRun(deps, claimed, signal);
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
  const settled = await startThread(turnOf(run, context, lease.runId));
  return conclude(run, settled, cardOf(context, settled));
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

/** Stores the answer, or the card with everything that resumes it. */
async function conclude(run: Run, settled: Settled, card: CardKind): Promise<void> {
  const { pause } = settled;
  if (pause === null) {
    take(run, settled);
    return finish(run, "completed");
  }
  const { services } = run.deps;
  const suspension = await suspensionOf(run, { ...settled, pause }, card);
  await suspendRun(services, run.claimed.lease, suspension);
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
