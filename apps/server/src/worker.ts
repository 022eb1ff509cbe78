import { EventEmitter } from "node:events";

import type { Services } from "@vida/core/context";
import { JOBS } from "@vida/core/jobs";
import { QUEUE_SCHEMA } from "@vida/db/queue-schema";
import { Logger, parseCronItems, run, type Runner, type TaskList } from "graphile-worker";

import { startHeartbeat, type Heartbeat } from "./heartbeat.ts";
import { createJobRunner, isJobName, type JobHandlers } from "./job-runner.ts";
import { scrub, type Log } from "./log.ts";
import { collectQueues } from "./queue-upkeep.ts";

/** Model calls wait for the network, so many runs may be under way in one process. */
const concurrency = 128;
/** A run has this long to end at shutdown, then it is aborted and handed over. */
const drainMs = 10_000;
const restartMs = 1_000;

/** UTC; what belongs to a person's local time is found by the sweep. */
const crontab = parseCronItems([
  {
    task: "upkeep.sweep",
    match: "* * * * *",
    identifier: "upkeep.sweep",
    options: { jobKey: "upkeep.sweep", maxAttempts: 1 },
  },
  {
    task: "upkeep.backup",
    match: "17 6 * * *",
    identifier: "upkeep.backup",
    // A machine that slept through the hour makes up for it at its next start.
    options: { jobKey: "upkeep.backup", maxAttempts: 3, backfillPeriod: 86_400_000 },
  },
  {
    task: "upkeep.prune",
    match: "7 * * * *",
    identifier: "upkeep.prune",
    options: { jobKey: "upkeep.prune", maxAttempts: 3 },
  },
]);

export type Worker = {
  /** The name under which this process holds jobs and runs; another one after a restart of the queue. */
  readonly id: () => string;
  /** Takes no more jobs, waits for those that run, hands the rest over. */
  stop(): Promise<void>;
};

type Options = { services: Services; handlers: JobHandlers; log: Log; drainMs?: number };

/** Runs the queue: jobs, the clock's jobs, signs of life, and the jobs of workers that are gone. */
export async function startWorker(options: Options): Promise<Worker> {
  const stopping = new AbortController();
  let session = await openSession(options);

  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await session.runner.promise.catch((error: unknown) => {
        options.log.error({ err: error }, "queue stopped");
      });
      await session.heartbeat.stop();
      if (stopping.signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, restartMs));
      const next = await openSession(options).catch((error: unknown) => {
        options.log.error({ err: error }, "queue not started");
      });
      if (next !== undefined) session = next;
    }
  };
  const running = keepRunning();

  return {
    id: () => session.id,
    async stop() {
      stopping.abort();
      await session.runner.stop().catch((error: unknown) => {
        options.log.warn({ err: error }, "queue did not stop cleanly");
      });
      await running;
    },
  };
}

type Session = { id: string; runner: Runner; heartbeat: Heartbeat };

async function openSession({ services, handlers, log, ...timing }: Options): Promise<Session> {
  const pgPool = services.db.workerPool;
  const events = new EventEmitter();
  let id = "";
  events.once("pool:create", ({ workerPool }: { workerPool: { id: string } }) => {
    id = workerPool.id;
  });
  const work = (): ReturnType<typeof createJobRunner> =>
    createJobRunner((name) => handlers[name], { services, log, workerId: id });
  let perform: ReturnType<typeof createJobRunner> | undefined;
  const held = new Set<string>();
  const taskList: TaskList = {};
  for (const name of Object.keys(JOBS).filter(isJobName)) {
    taskList[name] = async (payload: unknown, { job, abortSignal }) => {
      perform ??= work();
      const signal = abortSignal ?? new AbortController().signal;
      held.add(job.id);
      try {
        await perform({ name, payload, key: job.key }, signal);
      } finally {
        held.delete(job.id);
      }
    };
  }
  const logger = queueLogger(log);
  await collectQueues(services.db);
  const runner = await run({
    pgPool,
    schema: QUEUE_SCHEMA,
    taskList,
    events,
    logger,
    noHandleSignals: true,
    concurrency,
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: timing.drainMs ?? drainMs,
    parsedCronItems: crontab,
    preset: { worker: { localQueue: { size: concurrency, ttl: 60_000 } } },
  });
  const heartbeat = await startHeartbeat(services.db, {
    workerId: id,
    held,
    capacity: concurrency,
    onError: (error) => log.warn({ err: error }, "no sign of life"),
    onTakeover: (workers) => log.warn({ workers }, "took over jobs of workers that are gone"),
  });
  log.info({ workerId: id }, "worker started");
  return { id, runner, heartbeat };
}

function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    // Many runs share few connections on purpose: they wait for models, not for the database.
    if (message.includes("maxPoolSize")) return;
    if (level === "error") log.error({ queue: scrub(message) }, "queue");
    else if (level === "warning") log.warn({ queue: scrub(message) }, "queue");
    else log.trace({ queue: scrub(message) }, "queue");
  });
}
