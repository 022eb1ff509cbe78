import type { ChildProcess } from "node:child_process";

import { testDb } from "@vida/db/testing";
import { afterAll, describe, expect, it } from "vitest";

import { startServer } from "./testing-process.ts";
import { startTestApp, testEnv } from "./testing.ts";

const { urls, superPool } = await testDb();
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

const startProcess = async (changes: Record<string, string>) => {
  const server = await startServer(urls, changes);
  children.push(server.child);
  return server;
};

describe("the server as a process", () => {
  it("refuses a bad environment with one sentence for each value", async () => {
    const server = await startProcess({
      API_PORT: "none",
      SIGN_UP: "maybe",
      WORKER_DATABASE_URL: "",
    });
    expect(await server.ended).toBe(1);
    const lines = server.output().stderr.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines.join("\n")).toMatch(/API_PORT precisa ser um número de porta\./);
    expect(lines.join("\n")).toMatch(/SIGN_UP precisa ser open ou invite ou closed\./);
    expect(lines.join("\n")).toMatch(/WORKER_DATABASE_URL não está definida/);
  });

  it("ends cleanly at SIGTERM, streams open or not, and logs JSON lines alone", async () => {
    const server = await startProcess({ ROLE: "all" });
    await server.ready();
    const idle = await fetch(`${server.address}/healthz`);
    expect(idle.status).toBe(200);
    const started = performance.now();
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(5_000);
    const { stdout, stderr } = server.output();
    const lines = stdout.trim().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line)).at(-1)).toMatchObject({
      msg: "server stopped",
    });
    expect(stderr).toBe("");
  });

  it("killed in the middle of a job leaves it to another worker within seconds", async () => {
    const server = await startProcess({ ROLE: "worker" });
    await server.ready();
    const blocker = await superPool.connect();
    await blocker.query("begin");
    await blocker.query("lock table events in access exclusive mode");
    await superPool.query("select graphile_worker.add_job('upkeep.prune', '{}', job_key => 'k')");
    await until(async () => {
      const { rowCount } = await superPool.query(
        "select from graphile_worker._private_jobs where key = 'k' and locked_by is not null",
      );
      return rowCount === 1;
    });
    server.child.kill("SIGKILL");
    await server.ended;
    await blocker.query("rollback");
    blocker.release();
    const done = Promise.withResolvers<void>();
    const started = performance.now();
    const heir = await startTestApp(testEnv(urls, { role: "worker" }), {
      handlers: { "upkeep.prune": async () => done.resolve() },
    });
    await done.promise;
    expect(performance.now() - started).toBeLessThan(10_000);
    await heir.stop();
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
