import type { Services } from "@vida/core/context";
import { sweepClocks } from "@vida/core/upkeep/clocks";

const perSweep = 1_000;

/** What a sweep found to do. */
export type Swept = { cards: number; runs: number; reminders: number; nights: number };

/**
 * Looks across people for what is due and enqueues a job for each.
 *
 * Cards whose time is over, reminders whose wall time has come, and conversations with an unfinished
 * run that no job carries any more.
 * Every job has a key, so two sweeps at once enqueue it once.
 */
export async function sweep(services: Services): Promise<Swept> {
  const { db, clock } = services;
  const now = clock().toString();
  const cards = await db.workerPool.query(
    `select graphile_worker.add_job('chat.expire',
              json_build_object('userId', user_id, 'confirmationId', id),
              job_key => 'chat.expire:' || id, max_attempts => 12)
       from confirmations where status = 'pending' and expires_at <= $1::timestamptz
      order by expires_at limit ${perSweep}`,
    [now],
  );
  const runs = await db.workerPool.query(
    `select graphile_worker.add_job('chat.run',
              json_build_object('userId', user_id, 'conversationId', conversation_id),
              queue_name => 'chat:' || conversation_id, job_key => 'chat.run:' || conversation_id,
              max_attempts => 12)
       from (select distinct user_id, conversation_id from runs
              where status in ('queued', 'running')
                and created_at < $1::timestamptz - interval '1 minute'
                and not exists (
                  select from graphile_worker._private_job_queues q
                    join graphile_worker._private_jobs j on j.job_queue_id = q.id
                   where q.queue_name = 'chat:' || runs.conversation_id
                     and j.attempts < j.max_attempts)
              limit ${perSweep}) as lost`,
    [now],
  );
  const clocks = await sweepClocks(services);
  return { cards: cards.rowCount ?? 0, runs: runs.rowCount ?? 0, ...clocks };
}
