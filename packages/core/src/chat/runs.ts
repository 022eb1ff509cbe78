import { Prisma } from "@vida/db/db";

import type { Ctx, Services } from "../context.ts";
import { fail } from "../errors.ts";
import type { LiveEvent } from "../live/events.ts";
import { inSession } from "../operation.ts";

/**
 * The life of a run in the database: queued → running → (waiting | completed | stopped | failed).
 *
 * A run belongs to the worker and attempt that claimed it last; every later write of that worker names both
 * (the fence), so one that was taken over can finish nothing. A run that has a card is never claimed again.
 */

/** A worker without a beat for this long counts as gone. */
export const WORKER_SILENCE_SECONDS = 15;

/** The lease of a claimed run: who holds it, and which attempt. */
export type Lease = {
  readonly userId: string;
  readonly runId: string;
  readonly conversationId: string;
  readonly workerId: string;
  readonly attempt: number;
};

/** Of a run that is stored in the transaction at work and that nobody else has seen: no worker, no attempt. */
export function freshLease(run: Pick<Lease, "userId" | "runId" | "conversationId">): Lease {
  return { ...run, workerId: "", attempt: 0 };
}

export type ClaimedRun = {
  readonly lease: Lease;
  readonly kind: "message" | "decision";
  readonly messageId: string | null;
  readonly confirmationId: string | null;
  readonly stopRequested: boolean;
  /** Runs of the conversation that wait behind this one. */
  readonly behind: number;
};

/**
 * Takes the oldest unfinished run of a conversation, whoever had it before, and reads with `read` in the same
 * transaction what the run starts from.
 *
 * Only for who carries the job of the conversation's queue: that is given to one at a time, and given anew
 * when its worker is gone or has lost it, so a run that still stands as running is nobody's. A worker that
 * lives is no sign: a database that went away made it drop the run and could not be told. Null when there is
 * no unfinished run. The claim emits `run_started`; on a later attempt the caller says `text_reset` for what
 * the first one had said. What `read` throws leaves the run unclaimed.
 */
export async function claimRun<T = undefined>(
  services: Services,
  job: { userId: string; conversationId: string; workerId: string },
  read?: (ctx: Ctx, claimed: ClaimedRun) => Promise<T>,
): Promise<(ClaimedRun & { readonly start: T | undefined }) | null> {
  return inSession(services, { userId: job.userId, actor: "assistant" }, async (ctx) => {
    // The claim tells itself, and nothing but reads comes behind it.
    const [row] = await ctx.tx.$queryRaw<Claimed[]>`
      with open as (
        select r.id, count(*) over () - 1 as behind from runs r
         where user_id = ${job.userId}::uuid and conversation_id = ${job.conversationId}::uuid
           and status in ('queued', 'running') order by seq limit 1
      ), claimed as (
      update runs r
         set status = 'running', worker_id = ${job.workerId}, attempts = r.attempts + 1,
             started_at = coalesce(r.started_at, ${ctx.nowDate})
        from open
       where r.user_id = ${job.userId}::uuid and r.id = open.id and r.status in ('queued', 'running')
      returning r.id, r.kind, r.message_id as "messageId", r.confirmation_id as "confirmationId", r.attempts,
                r.stop_requested_at is not null as "stopRequested", open.behind::int as behind)
      select claimed.*, append_events(jsonb_build_array(jsonb_build_object(
               'type', 'run_started', 'conversationId', ${job.conversationId}::uuid, 'data', jsonb_build_object('runId', claimed.id)))) as told
        from claimed`;
    if (!row) return null;
    const lease: Lease = {
      userId: job.userId,
      runId: row.id,
      conversationId: job.conversationId,
      workerId: job.workerId,
      attempt: row.attempts,
    };
    const { kind, messageId, confirmationId, stopRequested, behind } = row;
    const claimed = { lease, kind, messageId, confirmationId, stopRequested, behind };
    return { ...claimed, start: await read?.(ctx, claimed) };
  });
}

type Claimed = {
  id: string;
  kind: "message" | "decision";
  messageId: string | null;
  confirmationId: string | null;
  attempts: number;
  stopRequested: boolean;
  behind: number;
};

export type RunEnd = {
  readonly status: "waiting" | "completed" | "stopped" | "failed";
  readonly reason?: string | undefined;
  readonly usage?: unknown;
};

/** How a run ends beside something else: parts of its statement, and what follows from the row counted in `ended`. */
export type RunEnding = { readonly parts: Prisma.Sql; told(ended: number): void };

/**
 * The end of a run inside the transaction that stores what it led to, as parts of a statement whose last one
 * is `ended`, with a row when the lease still held. Without that row `told` is `conflict` (`chat.runLost`).
 *
 * With it ends the run whose card it carried out, and that one's checkpoint goes.
 */
export function endingOf(ctx: Ctx, lease: Lease, end: RunEnd, carriedOut?: string): RunEnding {
  const { userId, runId, conversationId } = lease;
  const usage = end.usage === undefined ? null : JSON.stringify(end.usage);
  const over = carriedOut ?? null;
  const held =
    lease.attempt === 0
      ? Prisma.sql`status = 'queued' and attempts = 0`
      : Prisma.sql`status = 'running' and worker_id = ${lease.workerId} and attempts = ${lease.attempt}`;
  const parts = Prisma.sql`
    spent as (
      delete from checkpoints where user_id = ${userId}::uuid and run_id = ${over}::uuid
    ), asked as (
      update runs set status = 'completed', finished_at = ${ctx.nowDate}
       where user_id = ${userId}::uuid and id = ${over}::uuid and status = 'waiting'
    ), ended as (
      update runs set status = ${end.status}, reason = ${end.reason ?? null}, usage = ${usage}::jsonb,
                      started_at = coalesce(started_at, ${ctx.nowDate}), attempts = greatest(attempts, 1),
                      finished_at = case when ${end.status} = 'waiting' then null else ${ctx.nowDate}::timestamptz end
       where user_id = ${userId}::uuid and id = ${runId}::uuid and ${held}
      returning id)`;
  return {
    parts,
    told(ended) {
      if (ended !== 1) fail("conflict", "chat.runLost", { runId });
      const event: LiveEvent = { type: "run_finished", conversationId, runId, status: end.status };
      ctx.emit(end.reason === undefined ? event : { ...event, reason: end.reason });
    },
  };
}

/** Ends a run that says nothing. */
export async function endSilently(ctx: Ctx, ending: RunEnding): Promise<void> {
  const [row] = await ctx.tx.$queryRaw<{ ended: number }[]>`
    with ${ending.parts} select count(*)::int as ended from ended`;
  ending.told(row?.ended ?? 0);
}

/**
 * Gives a run back to the queue at shutdown, for another worker to start again. Does nothing when the lease
 * is lost or the run is over.
 */
export async function handOver(services: Services, lease: Lease): Promise<void> {
  await inSession(services, { userId: lease.userId, actor: "assistant" }, async (ctx) => {
    const { count } = await ctx.tx.run.updateMany({
      where: {
        userId: lease.userId,
        id: lease.runId,
        status: "running",
        workerId: lease.workerId,
        attempts: lease.attempt,
      },
      data: { status: "queued", workerId: null },
    });
    if (count > 0)
      await ctx.enqueue(
        "chat.run",
        { userId: lease.userId, conversationId: lease.conversationId },
        { queue: `chat:${lease.conversationId}` },
      );
  });
}
