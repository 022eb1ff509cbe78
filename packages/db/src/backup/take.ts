import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import type { Client } from "pg";

import { withClient } from "../roles.ts";
import { columnsOf, type Name, quote, sequencesOf, sessionForText, tablesOf } from "./catalog.ts";
import type { End, Head, Sequence, Table } from "./format.ts";

const rowsAtOnce = 500;

/**
 * Writes everything a database holds to one file, as of one moment, while it goes on serving.
 *
 * Needs a role that sees past row-level security. The schema is not in the file but the names of its
 * migrations are: a restore makes it from them.
 */
export async function takeBackup(adminUrl: string, file: string): Promise<End> {
  const draft = `${file}.${process.pid}.part`;
  try {
    const end = await withClient(adminUrl, async (client) => {
      await client.query("begin isolation level repeatable read, read only");
      await client.query(sessionForText);
      const counts: End = { end: true, tables: 0, rows: 0 };
      await pipeline(
        lines(client, counts),
        createGzip(),
        createWriteStream(draft, { mode: 0o600, flush: true }),
      );
      await client.query("commit");
      return counts;
    });
    await rename(draft, file);
    return end;
  } finally {
    await rm(draft, { force: true });
  }
}

async function* lines(client: Client, counts: End): AsyncGenerator<string> {
  yield line(await headOf(client));
  for (const name of await tablesOf(client)) {
    const columns = await columnsOf(client, name);
    counts.tables += 1;
    yield line({ ...name, columns } satisfies Table);
    for await (const rows of rowsOf(client, name, columns)) {
      counts.rows += rows.length;
      yield rows.map(line).join("");
    }
  }
  for (const sequence of await sequencesOf(client)) yield line(sequence satisfies Sequence);
  yield line(counts);
}

async function headOf(client: Client): Promise<Head> {
  const { rows } = await client.query<{ name: string; version: string }>(
    `select migration_name as name, current_setting('server_version') as version
       from public._prisma_migrations
      where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return {
    vida: 1,
    migrations: rows.map(({ name }) => name),
    takenFrom: `PostgreSQL ${rows[0]?.version ?? ""}`,
  };
}

async function* rowsOf(client: Client, name: Name, columns: readonly string[]) {
  const texts = columns.map((column) => `${quote(column)}::text`).join(", ");
  const from = `${quote(name.schema)}.${quote(name.table)}`;
  await client.query(`declare rows no scroll cursor for select ${texts} from ${from}`);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${rowsAtOnce} from rows`,
      rowMode: "array",
    });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query("close rows");
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
