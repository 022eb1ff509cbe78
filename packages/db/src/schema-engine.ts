import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";

import { withClient } from "./roles.ts";

// TypeScript knows WebAssembly only with the browser's types.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: Record<string, object>,
  ) => { exports: { __wbindgen_start(): void } };
};

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const MIGRATIONS_DIR = join(ROOT, "prisma", "migrations");
export const SCHEMA_DIR = join(ROOT, "prisma", "schema");

const FILTERS = { externalTables: [], externalEnums: [] };

/** Commits with the script that a migration is done, so that a killed run is never half recorded. */
const MARK_DONE = `\n;update public._prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null;`;

let loaded = false;
function load(): typeof engine {
  if (!loaded) {
    const wasm = createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
      .replace(/\.js$/, ".wasm");
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
      "./schema_engine_bg.js": engine,
    });
    engine.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    loaded = true;
  }
  return engine;
}

/** Reads the names and texts of `prisma/migrations`, in order. */
export function readMigrations(dir = MIGRATIONS_DIR): { name: string; sql: string }[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => existsSync(join(dir, entry.name, "migration.sql")))
    .map(({ name }) => ({ name, sql: readFileSync(join(dir, name, "migration.sql"), "utf8") }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readSchema(): { path: string; content: string }[] {
  return readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith(".prisma"))
    .toSorted()
    .map((path) => ({ path, content: readFileSync(join(SCHEMA_DIR, path), "utf8") }));
}

/**
 * Opens Prisma's own schema engine, compiled to WebAssembly, on a database for the time of `work`.
 *
 * The adapter's `executeScript` splits on semicolons and breaks function bodies, so scripts are sent as
 * one simple-protocol query: one implicit transaction, all or nothing. The engine keeps an advisory lock
 * on its connection, so the pool has to end with it.
 */
async function withEngine<T>(
  connectionString: string,
  runScript: (script: string) => Promise<void>,
  work: (schemaEngine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = load();
  const pool = new Pool({ connectionString, max: 2 });
  pool.on("connect", (client) => client.on("error", () => undefined));
  const factory = new PrismaPg(pool, { schema: "public", onPoolError: () => undefined });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = runScript;
    return adapter;
  };
  const files = readSchema();
  try {
    const schemaEngine = await SchemaEngine.new(
      { datamodels: files.map(({ path, content }) => [path, content]) },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    try {
      return await work(schemaEngine);
    } finally {
      schemaEngine.free();
    }
  } finally {
    await pool.end();
  }
}

/** Applies the given migrations that are not applied yet and returns their names. Scripts hold no BEGIN or COMMIT. */
export async function applyMigrations(
  connectionString: string,
  migrations: readonly { name: string; sql: string }[],
): Promise<string[]> {
  let failure: Error | undefined;
  const runScript = (script: string) =>
    withClient(connectionString, async (client) => {
      const { rows } = await client.query<{ known: boolean }>(
        "select to_regclass('public._prisma_migrations') is not null as known",
      );
      await client.query(rows[0]?.known === true ? script + MARK_DONE : script);
    }).catch((cause: unknown) => {
      // The engine forgets what its adapter raised.
      const name = migrations.find(({ sql }) => script.includes(sql))?.name ?? "the first script";
      failure = new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
      throw failure;
    });
  const migrationsList = {
    baseDir: MIGRATIONS_DIR,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
  return withEngine(connectionString, runScript, async (schemaEngine) => {
    try {
      const answer = await schemaEngine.applyMigrations({ migrationsList, filters: FILTERS });
      return answer.appliedMigrationNames;
    } catch (error) {
      throw failure ?? error;
    }
  });
}

/** The SQL that would make an empty database fit the Prisma schema; the drift test compares its catalogs. */
export async function schemaAsSql(connectionString: string): Promise<string> {
  return withEngine(
    connectionString,
    async () => undefined,
    async (schemaEngine) => {
      const answer = await schemaEngine.diff({
        from: { tag: "empty" },
        to: { tag: "schemaDatamodel", files: readSchema() },
        script: true,
        exitCode: null,
        filters: FILTERS,
      });
      return answer.stdout ?? "";
    },
  );
}
