import { Client, escapeIdentifier, escapeLiteral } from "pg";

import { DbError } from "./errors.ts";
import { databaseOf, roleOf, ROLES, withDatabase, type DbUrls } from "./urls.ts";

const SERVING = ["app", "auth", "worker"] as const;

/** Opens one connection without limits on statements, for upkeep; ends it after `work`. */
export async function withClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: "vida-migrate",
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Makes the roles and the database that the connection strings name, where they are missing.
 *
 * With `urls.admin` (the embedded superuser) it makes the owner and the database too; without, the owner
 * makes the other three if it may, else a `setup` error spells out the SQL an administrator has to run.
 * Roles that exist are left as they are.
 */
export async function ensureRoles(urls: DbUrls): Promise<string[]> {
  for (const key of SERVING) {
    const { name } = roleOf(urls[key]);
    if (name !== ROLES[key])
      throw new DbError(
        "setup",
        `${key.toUpperCase()}_DATABASE_URL precisa entrar como ${ROLES[key]}, não ${name}: é a esse nome que as regras dão direitos.`,
      );
  }
  if (urls.admin) {
    const made = await withClient(withDatabase(urls.admin, "postgres"), (client) =>
      makeRoles(client, urls, ["owner", ...SERVING]),
    );
    return [...made, ...(await ensureDatabase(withDatabase(urls.admin, "postgres"), urls))];
  }
  return withClient(urls.owner, (client) => makeRoles(client, urls, SERVING));
}

async function makeRoles(
  client: Client,
  urls: DbUrls,
  keys: readonly (keyof typeof ROLES)[],
): Promise<string[]> {
  const made: string[] = [];
  for (const key of keys) {
    const { name, password } = roleOf(urls[key]);
    const known = await client.query("select 1 from pg_roles where rolname = $1", [name]);
    if (known.rowCount) continue;
    const statement = `create role ${escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${escapeLiteral(password)}`;
    try {
      await client.query(statement);
      made.push(name);
    } catch (cause) {
      if (sqlState(cause) === "42710" || sqlState(cause) === "23505") continue; // somebody else was faster
      throw new DbError(
        "setup",
        `Falta o papel ${name} e ${roleOf(urls.owner).name} não pode criar papéis. Rode como administrador: create role ${name} login password '…' (a da URL).`,
        { cause },
      );
    }
  }
  return made;
}

async function ensureDatabase(adminUrl: string, urls: DbUrls): Promise<string[]> {
  const database = databaseOf(urls.owner);
  return withClient(adminUrl, async (client) => {
    const known = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (known.rowCount) return [];
    try {
      await client.query(
        `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(roleOf(urls.owner).name)} encoding 'UTF8' template template0`,
      );
      return [database];
    } catch (cause) {
      if (sqlState(cause) === "42P04" || sqlState(cause) === "23505") return [];
      throw cause;
    }
  });
}

/** Refuses, with a sentence, a server or roles on which Vida's promises would not hold. */
export async function checkServer(urls: DbUrls): Promise<void> {
  await withClient(urls.owner, async (client) => {
    const version = Number(
      (await client.query<{ v: string }>("select current_setting('server_version_num') as v"))
        .rows[0]?.v,
    );
    if (version < 150_000) {
      throw new DbError(
        "setup",
        `O PostgreSQL ${Math.floor(version / 10_000)} é antigo demais: o Vida precisa do 15 ou mais novo.`,
      );
    }
    const missing = await client.query<{ name: string }>(
      "select name from unnest($1::text[]) as wanted(name) where not exists (select 1 from pg_available_extensions a where a.name = wanted.name)",
      [["unaccent", "pg_trgm", "fuzzystrmatch"]],
    );
    if (missing.rowCount) {
      throw new DbError(
        "setup",
        `Falta no servidor do banco de dados a extensão ${missing.rows.map((row) => row.name).join(", ")}: instale lá o pacote contrib do PostgreSQL.`,
      );
    }
    const mighty = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)",
      [SERVING.map((key) => ROLES[key])],
    );
    if (mighty.rowCount) {
      throw new DbError(
        "setup",
        `O papel ${mighty.rows.map((row) => row.rolname).join(", ")} é superusuário ou tem BYPASSRLS, e uma pessoa poderia ler as linhas de outra: alter role … nosuperuser nobypassrls.`,
      );
    }
    const rights = await client.query<{ enough: boolean }>(
      "select has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE') as enough",
    );
    if (rights.rows[0]?.enough !== true) {
      throw new DbError(
        "setup",
        `${roleOf(urls.owner).name} não pode criar esquemas e tabelas em ${databaseOf(urls.owner)}: torne-o dono do banco (alter database … owner to …).`,
      );
    }
  });
  for (const key of SERVING) {
    await withClient(urls[key], async () => undefined).catch((cause: unknown) => {
      throw new DbError(
        "setup",
        `${key.toUpperCase()}_DATABASE_URL não consegue entrar (${cause instanceof Error ? cause.message : "recusado"}): o papel tem outra senha, ou o servidor não é esse.`,
        { cause },
      );
    });
  }
}

export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
