import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { escapeIdentifier } from "pg";

import { startEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { withClient } from "./roles.ts";
import { buildUrl, parseUrl, roleOf, ROLES, withDatabase, type DbUrls } from "./urls.ts";

const TEMPLATE = "vida_template";

/** A migrated database to clone from; `admin` is its superuser. Plain data, so that it can be handed to workers. */
export type TestServer = { template: DbUrls & { admin: string }; prefix: string };
export type StartedTestServer = TestServer & { stop(): Promise<void> };

/** Fast and forgetful: a test server that loses power is simply made again. */
const FORGETFUL = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "150",
};

/**
 * Starts a throw-away PostgreSQL in a temporary folder, or uses `externalUrl` (a superuser's), and
 * migrates a template in it. It ends with `stop`, or by itself when this process dies in any way.
 */
export async function startTestServer(
  options: { externalUrl?: string | undefined; durable?: boolean } = {},
): Promise<StartedTestServer> {
  const started = options.externalUrl
    ? externalServer(options.externalUrl)
    : await embeddedServer(options.durable === true);
  try {
    await migrate(started.template);
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
}

/** Makes an empty clone of the migrated template, or finds the one of that name. */
export async function cloneDatabase(
  server: TestServer,
  name: string,
): Promise<DbUrls & { admin: string }> {
  const database = server.prefix + name;
  const template = new URL(server.template.owner).pathname.slice(1);
  await withClient(withDatabase(server.template.admin, "postgres"), async (client) => {
    const known = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (known.rowCount) return;
    await client.query(
      `create database ${escapeIdentifier(database)} template ${escapeIdentifier(template)} owner ${escapeIdentifier(roleOf(server.template.owner).name)}`,
    );
  });
  return pointAt(server.template, database);
}

/** Removes a clone, whoever is still connected to it. */
export async function dropDatabase(server: TestServer, clone: { admin: string }): Promise<void> {
  const database = new URL(clone.admin).pathname.slice(1);
  await withClient(withDatabase(server.template.admin, "postgres"), (client) =>
    client.query(`drop database if exists ${escapeIdentifier(database)} with (force)`),
  );
}

function pointAt(urls: DbUrls & { admin: string }, database: string): DbUrls & { admin: string } {
  return {
    owner: withDatabase(urls.owner, database),
    app: withDatabase(urls.app, database),
    auth: withDatabase(urls.auth, database),
    worker: withDatabase(urls.worker, database),
    admin: withDatabase(urls.admin, database),
  };
}

async function embeddedServer(durable: boolean): Promise<StartedTestServer> {
  const folder = mkdtempSync(join(tmpdir(), "vida-test-"));
  chmodSync(folder, 0o755); // root's server runs as another account
  const server = await startEmbedded({
    dataDir: join(folder, "data"),
    settings: durable ? {} : FORGETFUL,
  });
  const guard = guardServer(server.pid, folder);
  const { admin } = server.urls;
  if (!admin) throw new Error("the embedded server has an administrator");
  return {
    template: pointAt({ ...server.urls, admin }, TEMPLATE),
    prefix: "vida_test_",
    async stop() {
      await server.stop();
      guard.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the server and removes its folder as soon as this process is gone, however it went: its pipe closes. */
function guardServer(pid: number, folder: string): { kill(signal: "SIGKILL"): boolean } {
  const script =
    'cat >/dev/null; kill -INT "$1" 2>/dev/null; n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done; rm -rf "$2"';
  const guard = spawn("sh", ["-c", script, "sh", String(pid), folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.on("error", () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

/** Somebody's own server: roles keep a password that follows from the URL, so that a second run logs in again. */
function externalServer(externalUrl: string): StartedTestServer {
  const { hostname, port } = parseUrl(externalUrl, "TEST_DATABASE_URL");
  const password = createHash("sha256")
    .update(`vida-test:${roleOf(externalUrl).password}`)
    .digest("base64url");
  const run = randomBytes(4).toString("hex");
  const url = (role: string) =>
    buildUrl({
      role,
      password,
      host: hostname,
      port: Number(port || "5432"),
      database: `${TEMPLATE}_${run}`,
    });
  const template = {
    owner: url(ROLES.owner),
    app: url(ROLES.app),
    auth: url(ROLES.auth),
    worker: url(ROLES.worker),
    admin: withDatabase(externalUrl, `${TEMPLATE}_${run}`),
  };
  return {
    template,
    prefix: `vida_test_${run}_`,
    async stop() {
      await withClient(withDatabase(externalUrl, "postgres"), async (client) => {
        const { rows } = await client.query<{ datname: string }>(
          "select datname from pg_database where datname like $1",
          [`vida\\_%${run}%`],
        );
        for (const row of rows)
          await client.query(
            `drop database if exists ${escapeIdentifier(row.datname)} with (force)`,
          );
      });
    },
  };
}
