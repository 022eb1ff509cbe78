import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { Client } from "pg";

import { readDataEnv, writeDataEnv } from "./data-env.ts";
import {
  assertReachable,
  bestLocale,
  findBinaries,
  serverAccount,
  serverSettings,
  type ServerAccount,
} from "./embedded-binaries.ts";
import {
  explainFailure,
  freePort,
  initialise,
  isAlive,
  readPostmaster,
  spawnServer,
  stopServer,
  tail,
} from "./embedded-process.ts";
import { DbError } from "./errors.ts";
import { buildUrl, parseUrl, roleOf, ROLES, urlsFromEnv, urlsToEnv, type DbUrls } from "./urls.ts";

const DATABASE = "vida";
const MIN_FREE_BYTES = 200_000_000;
const READY_WITHIN_MS = 60_000;

export type EmbeddedDatabase = {
  urls: DbUrls;
  /** Everything in `DATA_DIR/env`, `AUTH_SECRET` included. */
  env: Record<string, string>;
  pid: number;
  /** True when a server that was already running was taken over instead of started. */
  adopted: boolean;
  /** Tells whether the server still runs; a watcher polls this and calls `startEmbedded` again. */
  alive(): boolean;
  /** Fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that already runs there.
 *
 * Makes the folder, the generated passwords and `AUTH_SECRET` on the first call; later calls keep them
 * and the port when it is still free. The server lives in a process group of its own and outlives a
 * killed starter. Roles and database are made by `migrate`. Fails with a `DbError` of code `setup`.
 */
export async function startEmbedded(options: {
  dataDir: string;
  settings?: Record<string, string>;
  onProgress?: (line: string) => void;
}): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  const pgData = join(dataDir, "postgres");
  const logFile = join(dataDir, "postgres.log");
  const binaries = findBinaries();
  const account = serverAccount();
  assertReachable(binaries.postgres, account, "os programas dele");
  assertReachable(pgData, account, "os dados dele");
  prepareFolder(dataDir);
  assertReachable(pgData, account, "os dados dele");

  const running = readPostmaster(pgData);
  if (running) {
    const adopted = await adopt(dataDir, running.pid, pgData);
    if (adopted) return adopted;
  }

  const remembered = readDataEnv(dataDir);
  const port = await freePort(rememberedPort(remembered));
  const env = writeDataEnv(dataDir, connectionEnv(remembered, port));
  const urls = urlsFromEnv(env);
  if (!existsSync(pgData)) {
    options.onProgress?.("preparing the embedded database");
    createCluster(binaries, account, pgData, roleOf(urls.admin ?? "").password);
  }
  const settings = {
    ...serverSettings(),
    unix_socket_directories: socketFolder(pgData),
    ...options.settings,
  };
  const pid = await launch({ binaries, account, pgData, port, logFile, settings }, urls);
  return handle(env, pid, false);
}

/** Tells whether a server of this data folder runs, without starting anything. */
export function isEmbeddedRunning(dataDir: string): boolean {
  return readPostmaster(join(resolve(dataDir), "postgres")) !== undefined;
}

function handle(env: Record<string, string>, pid: number, adopted: boolean): EmbeddedDatabase {
  return {
    urls: urlsFromEnv(env),
    env,
    pid,
    adopted,
    alive: () => isAlive(pid),
    stop: () => stopServer(pid),
  };
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, ".writable"), "");
    rmSync(join(dataDir, ".writable"));
  } catch (cause) {
    throw new DbError(
      "setup",
      `Não é possível escrever na pasta de dados ${dataDir}: ajuste as permissões ou escolha outra com DATA_DIR.`,
      { cause },
    );
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < MIN_FREE_BYTES) {
    throw new DbError(
      "setup",
      `O disco de ${dataDir} tem menos de ${MIN_FREE_BYTES / 1e6} MB livres: libere espaço e inicie de novo.`,
    );
  }
}

function rememberedPort(env: Record<string, string>): number | undefined {
  const url = env["DATABASE_URL"];
  return url ? Number(parseUrl(url).port) || undefined : undefined;
}

/** Keeps passwords and secrets that exist, makes those that do not, and points all at `port`. */
function connectionEnv(known: Record<string, string>, port: number): Record<string, string> {
  const secret = () => randomBytes(24).toString("base64url");
  const url = (name: string, role: string) =>
    buildUrl({
      role,
      password: known[name] ? roleOf(known[name]).password : secret(),
      host: "127.0.0.1",
      port,
      database: DATABASE,
    });
  return {
    ...urlsToEnv({
      owner: url("DATABASE_URL", ROLES.owner),
      app: url("APP_DATABASE_URL", ROLES.app),
      auth: url("AUTH_DATABASE_URL", ROLES.auth),
      worker: url("WORKER_DATABASE_URL", ROLES.worker),
      admin: url("ADMIN_DATABASE_URL", "postgres"),
    }),
    AUTH_SECRET: known["AUTH_SECRET"] ?? randomBytes(32).toString("base64url"),
  };
}

/** Makes the cluster beside its final place first, so that a killed first start leaves nothing half made. */
function createCluster(
  binaries: { initdb: string; postgres: string },
  account: ServerAccount,
  pgData: string,
  password: string,
): void {
  const draft = `${pgData}.new`;
  const secretFolder = mkdtempSync(join(tmpdir(), "vida-init-"));
  const passwordFile = join(secretFolder, "password");
  const give = (path: string) =>
    "uid" in account ? chownSync(path, account.uid, account.gid) : undefined;
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    for (const path of [draft, secretFolder, passwordFile]) give(path);
    initialise({ binaries, account, pgData: draft, passwordFile, locale: bestLocale() });
    renameSync(draft, pgData);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

/** A socket path has at most about 100 characters; a longer one is left out and TCP serves. */
function socketFolder(pgData: string): string {
  return process.platform !== "win32" && pgData.length < 80 ? pgData : "";
}

async function launch(server: Parameters<typeof spawnServer>[0], urls: DbUrls): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const logFrom = existsSync(server.logFile) ? statSync(server.logFile).size : 0;
    const child = spawnServer(server);
    for (let waited = 0; child.exited() === undefined; waited += 50) {
      if (await answers(urls)) return child.pid;
      if (waited > READY_WITHIN_MS) {
        await stopServer(child.pid);
        throw new DbError(
          "setup",
          `O PostgreSQL não ficou pronto em ${READY_WITHIN_MS / 1000} s; o log dele está em ${server.logFile}.`,
        );
      }
      await pause(50);
    }
    const output = tail(server.logFile, logFrom);
    // The helpers of a server that was killed hold its shared memory for a moment longer.
    const lingering = /pre-existing shared memory block|lock file .* already exists/i.test(output);
    if (!lingering || attempt >= 20) throw explainFailure(output, dirname(server.logFile));
    await pause(500);
  }
}

/** Takes over a running server when it answers to the remembered password; ends one that does not. */
async function adopt(
  dataDir: string,
  pid: number,
  pgData: string,
): Promise<EmbeddedDatabase | undefined> {
  const env = readDataEnv(dataDir);
  for (let waited = 0; isAlive(pid); waited += 100) {
    const port = readPostmaster(pgData)?.port;
    if (port && env["ADMIN_DATABASE_URL"]) {
      const current = connectionEnv(env, port);
      if (await answers(urlsFromEnv(current)))
        return handle(writeDataEnv(dataDir, current), pid, true);
    }
    if (waited >= 15_000) {
      throw new DbError(
        "setup",
        `Um PostgreSQL (processo ${pid}) já roda em ${pgData} mas não aceita a senha de ${dataDir}/env: pare-o e inicie de novo.`,
      );
    }
    await pause(100);
  }
  return undefined;
}

async function answers(urls: DbUrls): Promise<boolean> {
  const { hostname, port } = parseUrl(urls.admin ?? urls.owner);
  const { password } = roleOf(urls.admin ?? urls.owner);
  const client = new Client({
    host: hostname,
    port: Number(port),
    user: "postgres",
    password,
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
