import { spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Client, escapeLiteral } from "pg";
import { afterAll, afterEach, expect, test } from "vitest";

import { openDb } from "./db.ts";
import { startEmbedded, type EmbeddedDatabase } from "./embedded.ts";
import { DbError } from "./errors.ts";
import { migrate } from "./migrate.ts";

const folder = mkdtempSync(join(tmpdir(), "vida-embedded-"));
chmodSync(folder, 0o755);
const dataDir = join(folder, "data");
const running: EmbeddedDatabase[] = [];

async function start(dir = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir: dir });
  running.push(database);
  return database;
}

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server from a process of its own, as `npm start` does, and answers that process and the server's id. */
async function startElsewhere(): Promise<{ starter: number; server: number }> {
  const script = `import { startEmbedded } from ${JSON.stringify(fileURLToPath(new URL("./embedded.ts", import.meta.url)))};
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(database.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const server = await new Promise<number>((resolve, reject) => {
    child.stdout.once("data", (bytes: Buffer) => resolve(Number(bytes.toString().trim())));
    child.once("exit", () => reject(new Error("the starter ended")));
  });
  if (child.pid === undefined) throw new Error("the starter has no process");
  return { starter: child.pid, server };
}

const answer = async (connectionString: string) => {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("select current_user as name");
  await client.end();
  return rows[0]?.name;
};

/** What a refused call says, with its code in front. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "it was done",
    (error: unknown) =>
      error instanceof DbError ? `${error.code}: ${error.message}` : String(error),
  );
}

test("the first start makes secrets that only this account reads, and later starts keep them", async () => {
  const first = await start();
  expect(first.adopted).toBe(false);
  expect(Object.keys(first.env).toSorted()).toEqual([
    "ADMIN_DATABASE_URL",
    "APP_DATABASE_URL",
    "AUTH_DATABASE_URL",
    "AUTH_SECRET",
    "DATABASE_URL",
    "WORKER_DATABASE_URL",
  ]);
  expect(statSync(join(dataDir, "env")).mode & 0o777).toBe(0o600);
  expect(await answer(new URL("/postgres", first.urls.admin).href)).toBe("postgres");
  await first.stop();
  expect(first.alive()).toBe(false);
  const second = await start();
  expect(second.env).toEqual(first.env);
});

test("a wrong password is refused, also from this machine", async () => {
  const { urls } = await start();
  const wrong = new URL("/postgres", urls.admin);
  wrong.password = "wrong";
  await expect(answer(wrong.href)).rejects.toMatchObject({ code: "28P01" });
});

test("a second start while one runs adopts it instead of starting another", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ pid: first.pid, adopted: true, urls: first.urls });
});

test("the server survives the death of its starter and of its starter's group, and is adopted", async () => {
  for (const signal of ["SIGKILL", "SIGINT"] as const) {
    const { starter, server } = await startElsewhere();
    process.kill(-starter, signal); // the whole group, as Ctrl-C in a terminal does
    const adopted = await start();
    expect(adopted).toMatchObject({ pid: server, adopted: true });
    await adopted.stop();
    expect(adopted.alive()).toBe(false);
  }
});

test("a server that is killed is started again with all it had committed", async () => {
  const first = await start();
  await migrate(first.urls);
  const db = openDb({ appUrl: first.urls.app, authUrl: first.urls.auth });
  const id = "00000000-0000-4000-8000-000000000001";
  await db.auth.loginUser.create({ data: { id, name: "Ana", email: "ana@example.com" } });
  process.kill(first.pid, "SIGKILL");
  const second = await start();
  expect(second).toMatchObject({ adopted: false, urls: first.urls });
  // The same pools, on the same address, recover by themselves.
  const found = await db.readOnce(id, (once) => once.person.count());
  expect(found).toBe(1);
  await db.close();
});

test("an owner that may not make roles is told which, and one that may makes them", async () => {
  const { urls } = await start(join(folder, "roles"));
  const { admin = "", ...serving } = urls;
  const postgres = new Client({ connectionString: new URL("/postgres", admin).href });
  await postgres.connect();
  const { password } = new URL(urls.owner);
  await postgres.query(`create role vida_owner login password ${escapeLiteral(password)}`);
  await postgres.query("create database vida owner vida_owner");
  expect(await refusal(migrate(serving))).toMatch(
    /^setup: Falta o papel vida_app e vida_owner não pode criar papéis.*create role vida_app/,
  );
  await postgres.query("alter role vida_owner createrole");
  expect((await migrate(serving)).made).toEqual(["vida_app", "vida_auth", "vida_worker"]);
  await postgres.end();
});

test("a port that somebody else took meanwhile is left to them", async () => {
  const first = await start();
  const port = Number(new URL(first.urls.owner).port);
  await first.stop();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  const second = await start();
  expect(new URL(second.urls.owner).port).not.toBe(String(port));
  expect(readFileSync(join(dataDir, "env"), "utf8")).toContain(second.urls.app);
  await new Promise((resolve) => other.close(resolve));
});

test("a process id left by a crash and taken by another program is not mistaken for the server", async () => {
  const first = await start();
  await first.stop();
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n/nowhere\n0\n1\n`);
  const second = await start();
  expect(second.adopted).toBe(false);
});

test("a data folder that is a file ends the start with a sentence", async () => {
  const path = join(folder, "file");
  writeFileSync(path, "");
  expect(await refusal(start(path))).toMatch(/^setup: .*Não é possível escrever.*DATA_DIR/);
});

test.runIf(userInfo().uid === 0)(
  "a private folder that root's database account não pode entrar em ends the start with a sentence",
  async () => {
    const path = join(folder, "private", "data");
    mkdirSync(join(folder, "private"), { mode: 0o700 });
    expect(await refusal(start(path))).toMatch(/^setup: .*não pode entrar em .*private/);
  },
);

test("the server keeps every commit and listens to this machine alone", async () => {
  const { urls } = await start();
  const client = new Client({ connectionString: new URL("/postgres", urls.admin).href });
  await client.connect();
  const { rows } = await client.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('listen_addresses') as listen, current_setting('timezone') as zone,
            lower('ÁÇÃO') as lower, 'ção' = any (regexp_matches('a ção b', '\\w{3}')) as words`,
  );
  expect(rows).toEqual([
    {
      fsync: "on",
      commit: "on",
      listen: "127.0.0.1",
      zone: "UTC",
      lower: "ação".replace("a", "á"),
      words: true,
    },
  ]);
  await client.end();
});
