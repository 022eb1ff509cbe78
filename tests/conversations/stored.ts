import type { Pool } from "pg";
import { z } from "zod";

import type { Stored } from "./model.ts";

const StoredRows = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      role: z.string(),
      runId: z.string().nullable(),
      parentId: z.string().nullable(),
      empty: z.boolean(),
    }),
  ),
  runs: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      status: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  cards: z.array(z.object({ id: z.string(), runId: z.string(), status: z.string() })),
  ledger: z.array(
    z.object({ id: z.string(), status: z.string(), corrects: z.string().nullable() }),
  ),
  water: z.array(z.number()),
  checkpoints: z.array(z.string()),
  events: z.array(z.object({ id: z.number(), type: z.string(), key: z.string().nullable() })),
});

const SQL = Object.entries({
  messages: `select id, role, run_id as "runId", parent_id as "parentId", parts = '[]'::jsonb as empty from messages where user_id = $1 order by seq`,
  runs: "select id, kind, status, reason from runs where user_id = $1 order by seq",
  cards: `select id, run_id as "runId", status from confirmations where user_id = $1 order by created_at, id`,
  ledger: `select a.id, a.status, (select r.id from tool_actions r where r.user_id = a.user_id and r.tool = 'record_metric'
                and r.result ->> 'id' = a.args ->> 'entryId') as corrects
              from tool_actions a where a.user_id = $1 order by a.finished_at, a.created_at, a.id`,
  events:
    "select id, type, coalesce(data ->> 'runId', data ->> 'confirmationId') as key from events where user_id = $1 order by id",
})
  .map(([name, sql]) => `'${name}', (select coalesce(jsonb_agg(r), '[]') from (${sql}) r)`)
  .join(", ");

/** What the database holds of a person's conversations, all in one snapshot. */
export async function readStored(pool: Pool, userId: string): Promise<Stored> {
  const { rows } = await pool.query<{ stored: unknown }>(
    `select jsonb_build_object(${SQL},
       'water', (select coalesce(jsonb_agg(value::float8), '[]') from tracking_entries where user_id = $1),
       'checkpoints', (select coalesce(jsonb_agg(run_id), '[]') from checkpoints where user_id = $1)) as stored`,
    [userId],
  );
  return StoredRows.parse(rows[0]?.stored);
}
