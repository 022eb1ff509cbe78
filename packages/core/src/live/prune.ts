import { instantToDate, type Services } from "../context.ts";

const keptHours = 48;
const peoplePerTurn = 200;

/**
 * Drops events that are older than two days.
 *
 * Each person's head remembers where the log begins now, so a reader from before is told to start
 * afresh. One short transaction per person: appending to a log waits for no other's.
 */
export async function pruneEvents({ db, clock }: Services): Promise<{ people: number }> {
  const before = instantToDate(clock().subtract({ hours: keptHours }));
  let people = 0;
  for (;;) {
    const { rows } = await db.workerPool.query<{ user_id: string; id: string }>(
      `select user_id, max(id) as id from events where created_at < $1
        group by user_id limit ${peoplePerTurn}`,
      [before],
    );
    for (const { user_id: userId, id } of rows) {
      await db.workerPool.query(
        `with head as (
           update event_heads set pruned_id = greatest(pruned_id, $2) where user_id = $1
           returning user_id
         )
         delete from events using head where events.user_id = head.user_id and events.id <= $2`,
        [userId, id],
      );
    }
    people += rows.length;
    if (rows.length < peoplePerTurn) return { people };
  }
}
