import type { Db } from "@vida/db/db";
import { isUnavailable } from "@vida/db/errors";

import type { EventRow } from "./events.ts";

/** Events of one person in the batch that `append_events_bulk` takes. */
export type PersonBatch = { userId: string; events: EventRow[] };

const lookUpMs = 200;
const lookUps = 150;

/**
 * Appends the events of many people in one transaction, as the worker role.
 *
 * `batch` is ordered by user id. When the answer to COMMIT is lost, the transaction's own id tells
 * whether it was committed; only then does this throw, so a caller may safely write it again.
 */
export async function appendBatch(db: Db, batch: readonly PersonBatch[]): Promise<void> {
  if (batch.length === 0) return;
  const client = await db.workerPool.connect();
  let transaction: string | undefined;
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const begun = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
    transaction = begun.rows[0]?.id;
    await client.query({
      name: "append-events-bulk",
      text: "select append_events_bulk($1::jsonb)",
      values: [JSON.stringify(batch)],
    });
    await client.query("commit");
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throwUnlessInDoubt(broken, transaction);
  } finally {
    client.release(broken);
  }
  if (broken !== undefined && transaction !== undefined && !(await committed(db, transaction))) {
    throw broken;
  }
}

function throwUnlessInDoubt(error: Error, transaction: string | undefined): void {
  if (transaction === undefined || !isUnavailable(error)) throw error;
}

/** Asks until it is known how a transaction ended; a database that is away is waited for a while. */
async function committed(db: Db, transaction: string): Promise<boolean> {
  for (let attempt = 0; attempt < lookUps; attempt += 1) {
    try {
      const { rows } = await db.workerPool.query<{ status: string | null }>(
        "select pg_xact_status($1::text::xid8) as status",
        [transaction],
      );
      const status = rows[0]?.status;
      if (status !== "in progress") return status === "committed";
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, lookUpMs));
  }
  return false;
}
