import type { Trace } from "@vida/agents/trace";
import type { Services } from "@vida/core/context";
import { createTextFlusher, type TextFlusher } from "@vida/core/live/flusher";

import type { Env } from "./env.ts";
import type { JobHandlers } from "./job-runner.ts";
import type { Log } from "./log.ts";
import { createStops, type Stops } from "./stops.ts";
import { startWorker } from "./worker.ts";

/** What the handlers of jobs are built from. */
export type JobDeps = {
  services: Services;
  env: Env;
  log: Log;
  flusher: TextFlusher;
  stops: Stops;
  /** Where chat runs are traced, when they are. */
  trace?: Trace | undefined;
};

export type WorkOptions = {
  services: Services;
  env: Env;
  log: Log;
  makeHandlers: (deps: JobDeps) => JobHandlers;
  trace?: Trace | undefined;
  /** How long what runs may take to end at `stop`. */
  drainMs?: number | undefined;
};

/** Starts everything a process needs that carries jobs and chat runs. */
export async function startWork(options: WorkOptions): Promise<{ stop(): Promise<void> }> {
  const { services, env, log, makeHandlers, trace, drainMs } = options;
  const onError = (error: unknown): void => log.warn({ err: error }, "work");
  const stops = await createStops(services.db, onError);
  const flusher = createTextFlusher(services.db, { onError });
  const handlers = makeHandlers({ services, env, log, flusher, stops, trace });
  const timing = drainMs === undefined ? {} : { drainMs };
  const worker = await startWorker({ services, handlers, log, ...timing });
  return {
    async stop() {
      await worker.stop();
      await Promise.all([flusher.close(), stops.close()]);
    },
  };
}
