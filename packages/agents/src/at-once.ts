import { suspendWithin } from "@vida/core/chat/answer";
import { freshLease } from "@vida/core/chat/runs";
import type { FreshRun, PlayAtOnce } from "@vida/core/chat/send";
import { turnReading } from "@vida/core/chat/turn-context";
import type { ReadTurn } from "@vida/core/chat/turn-context";
import type { Ctx } from "@vida/core/context";
import type { LiveEvent } from "@vida/core/live/events";
import type { TextFlusher } from "@vida/core/live/flusher";

import { buildContext, NEWEST, rowsOf } from "./context.ts";
import type { TurnContext } from "./context.ts";
import { speakerOf } from "./decision.ts";
import { planAnswer } from "./local/plan.ts";
import { mayUseCloud } from "./models.ts";
import { attributesOf, cardOf, newRun, registry, suspensionOf, turnOf } from "./run-turn.ts";
import type { Run, RunDeps } from "./run-turn.ts";
import { planThread } from "./thread.ts";
import type { Settled } from "./thread.ts";

type AtOnceDeps = Pick<RunDeps, "services" | "cloud" | "runMs" | "trace">;

/**
 * Makes what plays a fresh run in the transaction that accepts its message: the graph's steps with the same
 * tools, for what the grammar alone reads as records to confirm. Message and card then stand together or not
 * at all, without a job, a claim and their commits in between.
 *
 * Everything else is left to the queue with nothing stored: reads, talk, verdicts, what stands behind another
 * run, a person whose words may go to a cloud, and a refused proposal, of which the turn then speaks. What it
 * throws is a fault of ours or of the database; the transaction is of no use after that.
 */
export function playingAtOnce(deps: AtOnceDeps): PlayAtOnce {
  return {
    reading(ctx, { conversationId, messageId }) {
      if (deps.cloud !== undefined && mayUseCloud(ctx.preferences)) return null;
      return turnReading(ctx, conversationId, { upTo: messageId, limit: NEWEST, lexicon: true });
    },
    play: (ctx, fresh, turn) => play(deps, ctx, fresh, turn),
  };
}

async function play(
  deps: AtOnceDeps,
  ctx: Ctx,
  { messageId: asked, ...fresh }: FreshRun,
  turn: ReadTurn,
): Promise<boolean> {
  // Read behind the conversation's lock: what another window sent just before has its turn first.
  if (turn.openRuns > 1) return false;
  const context = buildContext(rowsOf(ctx, turn), registry);
  if (!isForCard(context)) return false;
  const { flusher, told } = keepTold();
  const lease = freshLease(fresh);
  const waiting = { kind: "message", confirmationId: null, stopRequested: false } as const;
  const claimed = { ...waiting, lease, messageId: asked, behind: 0 };
  const signal = AbortSignal.timeout(deps.runMs ?? 60_000);
  const run = newRun({ ...deps, flusher, onBug: rethrow }, claimed, signal);
  return run.trace.within("run", attributesOf(claimed), async (trace) => {
    run.trace = trace;
    trace.content({ "input.value": context.text });
    const thread = turnOf(run, context, lease.runId, ctx);
    const settled = await planThread(thread, planAnswer(speakerOf(context)));
    return store(ctx, run, { settled, context, told, asked });
  });
}

async function store(
  ctx: Ctx,
  run: Run,
  played: { settled: Settled; context: TurnContext; told: LiveEvent[]; asked: string },
): Promise<boolean> {
  const { settled, context, told, asked } = played;
  const { pause } = settled;
  const { lease } = run.claimed;
  const writes = context.understanding.writes.length;
  if (pause === null || pause.card.actions.length !== writes) {
    await run.voice.rest();
    return false;
  }
  const suspension = await suspensionOf(run, { ...settled, pause }, cardOf(context, settled));
  const { conversationId, runId } = lease;
  const started: LiveEvent = { type: "run_started", conversationId, runId };
  const events = [started, ...told, ...(suspension.events ?? [])];
  await suspendWithin(ctx, lease, { ...suspension, events, behind: asked });
  return true;
}

/** Whether the grammar read records to confirm and nothing else. */
function isForCard({ understanding, conversationKind }: TurnContext): boolean {
  const { kind, writes, reads, ask, crisis, decision } = understanding;
  const records = kind === "actions" && decision === undefined;
  return (
    conversationKind === "general" &&
    (records || decision?.verdict === "correct") &&
    writes.length > 0 &&
    reads.length === 0 &&
    ask === undefined &&
    crisis === undefined
  );
}

/** Takes what is said for the transaction that stores it. */
function keepTold(): { flusher: TextFlusher; told: LiveEvent[] } {
  const told: LiveEvent[] = [];
  const flusher: TextFlusher = {
    push({ conversationId, messageId, delta }) {
      told.push({ type: "text_delta", conversationId, messageId, delta });
    },
    tell(_run, events) {
      told.push(...events);
    },
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { flusher, told };
}

function rethrow(error: unknown): never {
  throw error;
}
