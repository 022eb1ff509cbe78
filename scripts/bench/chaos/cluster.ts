import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbedded, type EmbeddedDatabase } from "@vida/db/embedded";
import { migrate } from "@vida/db/migrate";
import { Client, type QueryResultRow } from "pg";

import {
  freePort,
  startServer,
  type ServerProcess,
} from "../../../apps/server/src/testing-process.ts";
import { startBouncer, startNginx, type Front } from "./front.ts";
import { mountSmallDisk } from "./small-disk.ts";

type Replica = { role: "web-api" | "worker"; port: string; server: ServerProcess };

/** Two of each part on one PostgreSQL, every part a process that can be killed. */
export type Cluster = {
  /** Addresses of the two sites; they stay the same when a site is started anew. */
  readonly sites: readonly string[];
  readonly faults: Readonly<Record<string, () => Promise<void>>>;
  /** Everything runs again and answers that it is ready. */
  heal(): Promise<void>;
  query<T extends QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Lines that a server logged as a bug. */
  bugs(): string[];
  stop(): Promise<void>;
};

const roles = ["web-api", "web-api", "worker", "worker"] as const;
const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "vida-chaos-"));
  chmodSync(folder, 0o755);
  const disk = mountSmallDisk(folder, 900);
  // Few connections, so that taking what is left is soon done; little log, so that the disk holds it.
  const settings = { max_connections: "80", max_wal_size: "128MB" };
  const database = { dataDir: join(folder, "data"), settings };
  let postgres: EmbeddedDatabase = await startEmbedded(database);
  const { env } = postgres;
  const admin = new URL(env["ADMIN_DATABASE_URL"] ?? "");
  admin.pathname = new URL(env["DATABASE_URL"] ?? "").pathname;
  await migrate(postgres.urls);

  // What stands between: `CHAOS_FRONT=nginx,pgbouncer`, when the machine has them.
  const wanted = (process.env["CHAOS_FRONT"] ?? "").split(",");
  const fronts: Front[] = [];
  const urls = { ...postgres.urls };
  if (wanted.includes("pgbouncer")) {
    const bouncer = await startBouncer(urls.app, urls.auth).catch(async (error: unknown) => {
      await postgres.stop();
      disk?.unmount();
      throw error;
    });
    fronts.push(bouncer);
    for (const role of ["app", "auth"] as const)
      urls[role] = Object.assign(new URL(urls[role]), { port: String(bouncer.port) }).href;
  }

  const ended: string[] = [];
  const open = async (role: Replica["role"], port: string): Promise<Replica> => {
    const changes = { ROLE: role, API_PORT: port, RATE_LIMITS: "off" };
    const secret = { AUTH_SECRET: env["AUTH_SECRET"] ?? "" };
    return { role, port, server: await startServer(urls, { ...changes, ...secret }) };
  };
  const replicas: Replica[] = [];
  for (const role of roles) replicas.push(await open(role, String(await freePort())));
  await Promise.all(replicas.map(({ server }) => server.ready()));

  let sites = replicas.filter(({ role }) => role === "web-api").map(({ server }) => server.address);
  if (wanted.includes("nginx")) {
    const nginx = await startNginx(sites);
    fronts.push(nginx);
    sites = [`http://127.0.0.1:${nginx.port}`];
  }

  const connect = async (): Promise<Client> => {
    for (;;) {
      const client = new Client({ connectionString: admin.href });
      client.on("error", () => undefined);
      try {
        await client.connect();
        return client;
      } catch {
        await client.end().catch(() => undefined);
        await pause(50);
      }
    }
  };
  const query: Cluster["query"] = async <T extends QueryResultRow>(
    sql: string,
    values: unknown[] = [],
  ) => {
    const client = await connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  const restartDead = async (): Promise<void> => {
    for (const [n, { role, port, server }] of replicas.entries()) {
      if (server.child.exitCode === null && server.child.signalCode === null) continue;
      ended.push(server.output().stdout);
      replicas[n] = await open(role, port);
    }
  };
  const kill = async (role: Replica["role"]): Promise<void> => {
    const victim = pick(replicas.filter((one) => one.role === role));
    victim?.server.child.kill("SIGKILL");
    await victim?.server.ended;
    await restartDead();
  };

  return {
    sites,
    faults: {
      "kill a site": () => kill("web-api"),
      "kill a worker": () => kill("worker"),
      "kill both workers": async () => {
        const workers = replicas.filter(({ role }) => role === "worker");
        for (const { server } of workers) server.child.kill("SIGKILL");
        await Promise.all(workers.map(({ server }) => server.ended));
        await restartDead();
      },
      "drop every connection": async () => {
        await query(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
        );
      },
      "drop some connections": async () => {
        await query(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend' and random() < 0.3",
        );
      },
      "restart PostgreSQL": async () => {
        await postgres.stop();
        postgres = await startEmbedded(database);
      },
      "kill PostgreSQL": async () => {
        process.kill(postgres.pid, "SIGKILL");
        while (postgres.alive()) await pause(20);
        postgres = await startEmbedded(database);
      },
      ...(disk && {
        "fill the disk": async () => {
          disk.fill();
          await pause(1_500);
          disk.empty();
          // It may have given up; whoever keeps it starts it again.
          if (!postgres.alive()) postgres = await startEmbedded(database);
        },
      }),
      "take every connection": async () => {
        const taken: Client[] = [];
        for (let n = 0; n < 100; n += 1) {
          const client = new Client({ connectionString: env["APP_DATABASE_URL"] ?? "" });
          client.on("error", () => undefined);
          taken.push(client);
        }
        await Promise.allSettled(taken.map((client) => client.connect()));
        await pause(700);
        await Promise.allSettled(taken.map((client) => client.end()));
      },
      "stop a worker": async () => {
        const victim = pick(replicas.filter(({ role }) => role === "worker"));
        victim?.server.child.kill("SIGTERM");
        await victim?.server.ended;
        await restartDead();
      },
    },
    async heal() {
      await restartDead();
      await Promise.all(replicas.map(({ server }) => server.ready()));
    },
    query,
    bugs: () =>
      [...ended, ...replicas.map(({ server }) => server.output().stdout)]
        .flatMap((text) => text.split("\n"))
        .filter((line) => line.includes('"msg":"bug"')),
    async stop() {
      for (const { server } of replicas) server.child.kill("SIGKILL");
      await Promise.all(replicas.map(({ server }) => server.ended));
      for (const front of fronts) await front.stop();
      await postgres.stop();
      disk?.unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
