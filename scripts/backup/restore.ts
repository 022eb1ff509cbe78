import { quote, sessionForText, tablesOf, typesOf } from "@vida/db/backup/catalog";
import type { End, Head, Row, Sequence, Table } from "@vida/db/backup/format";
import { migrate } from "@vida/db/migrate";
import { withClient } from "@vida/db/roles";
import { readMigrations } from "@vida/db/schema-engine";
import { databaseOf, type DbUrls, roleOf, withDatabase } from "@vida/db/urls";
import type { Client } from "pg";

import { stopWith } from "../stack/say.ts";
import { readBackup } from "./format.ts";

const rowsAtOnce = 500;

/**
 * Replaces the content of a database by that of a back-up, all of it or nothing.
 *
 * A database beside it gets the schema of the back-up's day, then the rows, then the migrations since;
 * only then does it take the place of the old one, which is dropped. Nothing may be connected meanwhile.
 */
export async function restoreBackup(urls: DbUrls & { admin: string }, file: string): Promise<End> {
  const { head, end } = await inspect(file);
  const known = readMigrations();
  const unknown = head.migrations.filter((name) => !known.some((one) => one.name === name));
  if (unknown.length > 0) {
    stopWith(
      `O backup é de uma versão mais nova do Vida (${unknown.join(", ")}): atualize e tente de novo.`,
    );
  }
  const name = databaseOf(urls.owner);
  const beside = `${name}_restore_${process.pid}`;
  const server = withDatabase(urls.admin, "postgres");
  const besideUrls = moved(urls, beside);
  try {
    await migrate(besideUrls, {
      migrations: known.filter((one) => head.migrations.includes(one.name)),
    });
    await withClient(besideUrls.admin, (client) => load(client, file));
    await migrate(besideUrls);
    await withClient(server, (client) => swap(client, name, beside));
  } finally {
    await withClient(server, (client) =>
      client.query(`drop database if exists ${quote(beside)} with (force)`),
    );
  }
  return end;
}

/** Reads the whole file once, so that a damaged one is refused before anything is touched. */
async function inspect(file: string): Promise<{ head: Head; end: End }> {
  let head: Head | undefined;
  let rows = 0;
  for await (const entry of readBackup(file)) {
    if (entry.kind === "head") head = entry.head;
    if (entry.kind === "row") rows += 1;
    if (entry.kind === "end" && head && entry.end.rows === rows) return { head, end: entry.end };
  }
  return stopWith(`${file} não é um backup completo do Vida.`);
}

function moved(urls: DbUrls & { admin: string }, database: string): DbUrls & { admin: string } {
  return {
    owner: withDatabase(urls.owner, database),
    app: withDatabase(urls.app, database),
    auth: withDatabase(urls.auth, database),
    worker: withDatabase(urls.worker, database),
    admin: withDatabase(urls.admin, database),
  };
}

async function load(client: Client, file: string): Promise<void> {
  await client.query("begin");
  await client.query(sessionForText);
  // Rows come as they were: no triggers (trail, new people's defaults), no order between tables.
  await client.query("set local session_replication_role = replica");
  const tables = await tablesOf(client);
  const all = tables.map(({ schema, table }) => `${quote(schema)}.${quote(table)}`);
  await client.query(`truncate ${all.join(", ")}`);
  let table: Table | undefined;
  let insert = "";
  let waiting: Row[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await client.query(insert, [JSON.stringify(waiting)]);
    waiting = [];
  };
  for await (const entry of readBackup(file)) {
    if (entry.kind !== "row" || waiting.length >= rowsAtOnce) await flush();
    if (entry.kind === "table") {
      table = entry.table;
      insert = await insertInto(client, table);
    } else if (entry.kind === "row") waiting.push(entry.row);
    else if (entry.kind === "sequence") await setSequence(client, entry.sequence);
  }
  // Whoever held a job when the back-up was taken is gone.
  await client.query("update graphile_worker._private_jobs set locked_at = null, locked_by = null");
  await client.query(
    "update graphile_worker._private_job_queues set locked_at = null, locked_by = null",
  );
  await client.query("commit");
  await client.query("analyze");
}

async function insertInto(client: Client, table: Table): Promise<string> {
  const types = await typesOf(client, table);
  const missing = table.columns.filter((column) => !types.has(column));
  if (missing.length > 0) {
    stopWith(
      `O backup tem colunas que esta versão não conhece: ${table.table}.${missing.join(", ")}.`,
    );
  }
  const values = table.columns.map((column, i) => `(r ->> ${i})::${types.get(column) ?? "text"}`);
  return `insert into ${quote(table.schema)}.${quote(table.table)} (${table.columns.map(quote).join(", ")})
    overriding system value select ${values.join(", ")} from json_array_elements($1::json) as r`;
}

async function setSequence(
  client: Client,
  { schema, sequence, last, called }: Sequence,
): Promise<void> {
  const name = `${quote(schema)}.${quote(sequence)}`;
  await client.query("select setval($1::text::regclass, $2::bigint, $3)", [name, last, called]);
}

async function swap(client: Client, name: string, beside: string): Promise<void> {
  const { rows } = await client.query<{ open: number }>(
    "select count(*)::int as open from pg_stat_activity where datname = $1",
    [name],
  );
  if ((rows[0]?.open ?? 0) > 0) {
    stopWith("O banco de dados está em uso: pare o Vida antes de restaurar.");
  }
  const old = `${beside}_old`;
  await client.query(`alter database ${quote(name)} rename to ${quote(old)}`);
  await client.query(`alter database ${quote(beside)} rename to ${quote(name)}`);
  await client.query(`drop database ${quote(old)} with (force)`);
}

/** The connection strings with the one that back-up and restore need. */
export function withAdmin(urls: DbUrls): DbUrls & { admin: string } {
  const { admin } = urls;
  if (admin !== undefined) return { ...urls, admin };
  return stopWith(
    "Backup e restauração precisam de ADMIN_DATABASE_URL: um superusuário de " +
      `${databaseOf(urls.owner)}, não ${roleOf(urls.owner).name}.`,
  );
}
