import { systemClock, type Services } from "@vida/core/context";
import { DomainError } from "@vida/core/errors";
import { testDb } from "@vida/db/testing";
import { afterEach, describe, expect, it } from "vitest";

import { createOutcomes } from "./job-outcomes.ts";
import {
  createJobRunner,
  type JobContext,
  type JobHandler,
  type JobHandlers,
} from "./job-runner.ts";
import { createLog } from "./log.ts";
import { runJob } from "./run-job.ts";
import { startTestApp, testEnv, type TestApp } from "./testing.ts";

const { urls, db, superPool, newPerson } = await testDb();
const services: Services = { db, clock: systemClock };
const env = testEnv(urls, { role: "worker" });
const apps: TestApp[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.stop()));
});

async function startWorker(handlers: Partial<JobHandlers>, drainMs = 10_000) {
  const app = await startTestApp(env, { handlers, drainMs });
  apps.push(app);
  return app;
}

async function enqueue(key: string): Promise<void> {
  await superPool.query(
    "select graphile_worker.add_job('upkeep.prune', '{}', job_key => $1, max_attempts => 5)",
    [key],
  );
}

/** A promise for the moment a handler is called, with what it was called with. */
function called() {
  const { promise, resolve } = Promise.withResolvers<JobContext>();
  return { promise, resolve };
}

describe("a job at shutdown", () => {
  it("may end by itself, and the server waits for it", async () => {
    const begun = called();
    let ended = false;
    const app = await startWorker({
      "upkeep.prune": async (_payload, context) => {
        begun.resolve(context);
        await new Promise((resolve) => setTimeout(resolve, 300));
        ended = true;
      },
    });
    await enqueue("ends");
    await begun.promise;
    await Promise.all(apps.splice(0).map((one) => one.stop()));
    expect(ended).toBe(true);
    const failed = app.logged.filter((line) => line.includes("job failed"));
    expect(failed.filter((line) => line.includes("upkeep.prune"))).toEqual([]);
  });

  it("is aborted after the time for draining and done by another worker", async () => {
    const begun = called();
    await startWorker(
      {
        "upkeep.prune": (_payload, context) => {
          begun.resolve(context);
          return new Promise((_resolve, reject) => {
            context.signal.addEventListener("abort", () => reject(new Error("aborted")));
          });
        },
      },
      200,
    );
    await enqueue("handed-over");
    await begun.promise;
    const started = performance.now();
    await Promise.all(apps.splice(0).map((one) => one.stop()));
    expect(performance.now() - started).toBeLessThan(5_000);
    const again = called();
    await startWorker({ "upkeep.prune": async (_payload, context) => again.resolve(context) });
    await again.promise;
  });
});

describe("a worker that is gone", () => {
  it("loses its jobs to the next one when it has been silent for 15 seconds", async () => {
    await enqueue("orphan-1");
    await enqueue("orphan-2");
    await superPool.query(
      `update graphile_worker._private_jobs set locked_by = key || '-worker', locked_at = now(), attempts = 1
        where key like 'orphan-%'`,
    );
    await superPool.query(
      `insert into worker_heartbeats (worker_id, pid, host, started_at, beat_at)
       values ('orphan-1-worker', 1, 'elsewhere', now(), now() - interval '14 seconds'),
              ('orphan-2-worker', 1, 'elsewhere', now(), now() - interval '16 seconds')`,
    );
    const seen: string[] = [];
    const all = Promise.withResolvers<void>();
    const app = await startWorker({
      "upkeep.prune": async () => {
        seen.push("taken over");
        if (seen.length === 2) all.resolve();
      },
    });
    await all.promise;
    expect(app.logged.join("")).toContain("orphan-2-worker");
  });
});

describe("a worker whose connections are cut", () => {
  it("goes on by itself with the jobs that came meanwhile", async () => {
    const done = called();
    await startWorker({ "upkeep.prune": async (_payload, context) => done.resolve(context) });
    await superPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'vida_worker'`,
    );
    await enqueue("meanwhile");
    expect((await done.promise).workerId).toMatch(/^pool-/);
  });
});

describe("what a job leaves", () => {
  const runWith = (handler: JobHandler, clock = services.clock) => {
    const log = createLog("silent");
    const perform = createJobRunner(() => handler, { services: { db, clock }, log, workerId: "w" });
    return async (payload: unknown, key: string | null = null) =>
      perform({ name: "upkeep.prune", payload, key }, new AbortController().signal);
  };

  it("is one outcome per person and day, however often it comes", async () => {
    const { userId } = await newPerson();
    let count = 0;
    const perform = runWith(async () => ({ count: (count += 1) }));
    const payload = { userId, day: "2026-11-22" };
    await Promise.all([perform(payload), perform(payload)]);
    await perform(payload, "cli:again");
    expect(count).toBe(1);
    const outcomes = createOutcomes(db, systemClock);
    expect(await outcomes.find({ name: "upkeep.prune", key: "cli:again", userId: null })).toEqual({
      status: "done",
      result: { skipped: true },
    });
  });

  it("is another try for what is unavailable, and an end for anything else", async () => {
    const away = runWith(() => Promise.reject(new DomainError("unavailable", "x.away")));
    await expect(away({})).rejects.toThrow("x.away");
    const bug = runWith(() => Promise.reject(new Error("bug")));
    await expect(bug({})).resolves.toBeUndefined();
  });
});

describe("npm run job", () => {
  it("does the job itself when no worker is there", async () => {
    expect(await runJob(env, "upkeep.prune", "{}")).toMatchObject({
      code: 0,
      line: `{"people":0,"abandoned":0}`,
    });
  });

  it("lets a running worker do it and prints the result", async () => {
    await startWorker({ "upkeep.prune": async () => ({ by: "the worker" }) });
    expect(await runJob(env, "upkeep.prune", "{}")).toEqual({
      code: 0,
      line: '{"by":"the worker"}',
    });
  });

  it("says what went wrong", async () => {
    await startWorker({ "upkeep.prune": () => Promise.reject(new DomainError("conflict", "a.b")) });
    expect(await runJob(env, "upkeep.prune", "{}")).toEqual({ code: 1, line: "conflict: a.b" });
    expect((await runJob(env, "no.such", "{}")).line).toContain("upkeep.sweep");
    expect((await runJob(env, "upkeep.prune", "{")).line).toContain("JSON");
    expect((await runJob(env, "upkeep.prune", '{"userId":"x"}')).line).toContain("userId");
  });
});
