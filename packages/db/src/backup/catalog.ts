import { escapeIdentifier, type Client } from "pg";

import type { Sequence } from "./format.ts";

export type Name = { schema: string; table: string };

export const quote = escapeIdentifier;

/** Makes the text form of every value exact and the same on every server. */
export const sessionForText = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off;
  set local statement_timeout = 0;`;

/** Whoever makes the schema fills these: Prisma's and the queue's own lists of migrations. */
const madeByMigrations = ["public._prisma_migrations", "graphile_worker.migrations"];

const ours = `n.nspname in ('public', 'login', 'graphile_worker')`;

/** Every table with content, in a fixed order. */
export async function tablesOf(client: Client): Promise<Name[]> {
  const { rows } = await client.query<Name>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind = 'r' and n.nspname || '.' || c.relname <> all ($1) order by 1, 2`,
    [madeByMigrations],
  );
  return rows;
}

/** The columns of a table that are stored as given, so without generated ones. */
export async function columnsOf(client: Client, { schema, table }: Name): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = to_regclass($1)
        and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`${quote(schema)}.${quote(table)}`],
  );
  return rows.map(({ name }) => name);
}

/** The type of each column, as SQL spells it. */
export async function typesOf(
  client: Client,
  { schema, table }: Name,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`${quote(schema)}.${quote(table)}`],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Where every sequence stands. */
export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    `select n.nspname as schema, c.relname as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind = 'S' order by 1, 2`,
  );
  const found: Sequence[] = [];
  for (const { schema, sequence } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quote(schema)}.${quote(sequence)}`,
    );
    const row = state.rows[0];
    if (row) found.push({ schema, sequence, ...row });
  }
  return found;
}
