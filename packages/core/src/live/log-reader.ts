import type { Db } from "@vida/db/db";

import { LiveEvent } from "./events.ts";

/** One stored event as readers pass it on; `json` is its wire form, so that nobody parses it twice. */
export type LogEntry = { id: number; conversationId: string | null; json: string };

/** Where a reader stands in the log of one person. */
export type ReadRequest = { userId: string; after: number };

/**
 * What a read found: the entries after the place in order, and the ends of the log in the same
 * snapshot. `more` tells that the page was full.
 */
export type ReadPage = { entries: LogEntry[]; lastId: number; prunedId: number; more: boolean };

const pageSize = 500;
const requestsPerQuery = 200;

/** Reads a place and everything after it for many people in one statement. */
const readManySql = `
  select r.n, h.last_id, h.pruned_id, e.id, e.conversation_id, e.type, e.data
  from unnest($1::uuid[], $2::bigint[]) with ordinality as r (user_id, after, n)
  left join event_heads h on h.user_id = r.user_id
  left join lateral (
    select id, conversation_id, type, data::text as data from events
    where events.user_id = r.user_id and events.id > r.after
    order by events.id limit ${pageSize}
  ) e on true
  order by r.n, e.id`;

type Row = {
  n: string;
  last_id: string | null;
  pruned_id: string | null;
  id: string | null;
  conversation_id: string | null;
  type: string;
  data: string;
};

function wireJson(row: Row): string {
  const conversation =
    row.conversation_id === null ? "" : `,"conversationId":"${row.conversation_id}"`;
  const rest = row.data === "{}" ? "}" : `,${row.data.slice(1)}`;
  return `{"type":${JSON.stringify(row.type)}${conversation}${rest}`;
}

async function readSome(db: Db, requests: readonly ReadRequest[]): Promise<ReadPage[]> {
  const pages = requests.map((request): ReadPage => {
    return { entries: [], lastId: request.after, prunedId: 0, more: false };
  });
  const { rows } = await db.workerPool.query<Row>({
    name: "live-read-many",
    text: readManySql,
    values: [requests.map((r) => r.userId), requests.map((r) => r.after)],
  });
  for (const row of rows) {
    const page = pages[Number(row.n) - 1];
    if (page === undefined) continue;
    page.lastId = Number(row.last_id ?? 0);
    page.prunedId = Number(row.pruned_id ?? 0);
    if (row.id === null) continue;
    page.entries.push({
      id: Number(row.id),
      conversationId: row.conversation_id,
      json: wireJson(row),
    });
    page.more = page.entries.length === pageSize;
  }
  return pages;
}

/** Reads the pages of all requests, in their order, with as few statements as memory allows. */
export async function readPages(db: Db, requests: readonly ReadRequest[]): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let start = 0; start < requests.length; start += requestsPerQuery) {
    pages.push(...(await readSome(db, requests.slice(start, start + requestsPerQuery))));
  }
  return pages;
}

/** Turns the wire form back into an event; what is stored was an event when it was written. */
export function entryEvent(json: string): LiveEvent {
  return LiveEvent.parse(JSON.parse(json));
}
