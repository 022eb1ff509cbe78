import type { Services } from "@vida/core/context";
import { isDomainError } from "@vida/core/errors";
import { JOBS, type JobName } from "@vida/core/jobs";
import { isUnavailable } from "@vida/db/errors";
import { z } from "zod";

import { createOutcomes, type OutcomeKey, type Outcomes } from "./job-outcomes.ts";
import type { Log } from "./log.ts";

/** What a handler may use besides its payload. */
export type JobContext = {
  services: Services;
  log: Log;
  /** Aborts when the process must end; what is not done then is done by another worker. */
  signal: AbortSignal;
  workerId: string;
};

/** Runs one job from what the queue stored; made by `job`, which checks it. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<unknown>;

/** One handler per name of the catalogue; a missing one does not compile. */
export type JobHandlers = Readonly<Record<JobName, JobHandler>>;

/** Makes a handler out of a catalogue entry's schema and the work for it. */
export function job<S extends z.ZodType>(
  schema: S,
  work: (payload: z.output<S>, context: JobContext) => Promise<unknown>,
): JobHandler {
  return (payload, context) => work(schema.parse(payload), context);
}

/** A job as the queue hands it out. `key` starts with `cliPrefix` when a command line waits for it. */
export type QueuedJob = { name: JobName; payload: unknown; key: string | null };

export const cliPrefix = "cli:";

/** What is done once for a person: a job of a local day, or of one of their records. */
const OnceJob = z
  .looseObject({ userId: z.uuid(), day: z.iso.date().optional(), itemId: z.uuid().optional() })
  .transform(({ userId, day, itemId }) => ({ userId, key: day ?? itemId }));

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}

/**
 * Runs jobs by their handlers, with the rules that hold for all of them.
 *
 * A job of a person and a day, or of one of their records, is done once. Only what is `unavailable`, or cut off by shutdown,
 * throws and is tried again by the queue; any other failure ends the job and is logged whole. What
 * a command line waits for fails at once and leaves its outcome.
 */
export function createJobRunner(
  handlerOf: (name: JobName) => JobHandler,
  context: Omit<JobContext, "signal">,
) {
  const { services, log } = context;
  const outcomes = createOutcomes(services.db, services.clock);

  const perform = async (job: QueuedJob, signal: AbortSignal): Promise<unknown> => {
    const work = () => handlerOf(job.name)(job.payload, { ...context, signal });
    const { userId, key } = OnceJob.safeParse(job.payload).data ?? {};
    if (userId === undefined || key === undefined) return work();
    return once(outcomes, { name: job.name, key, userId }, work);
  };

  return async (job: QueuedJob, signal: AbortSignal): Promise<void> => {
    const asked = job.key?.startsWith(cliPrefix) === true;
    const told: OutcomeKey = { name: job.name, key: job.key ?? "", userId: null };
    const started = performance.now();
    try {
      const result = await perform(job, signal);
      if (asked) await outcomes.finish(told, { status: "done", result });
      const ms = Math.round(performance.now() - started);
      log.debug({ job: job.name, ms }, "job done");
    } catch (error) {
      const again = signal.aborted || mayPass(error);
      log[again ? "warn" : "error"]({ job: job.name, again, err: error }, "job failed");
      if (asked) await outcomes.finish(told, { status: "failed", error: sentence(error) });
      else if (again) throw error;
    }
  };
}

async function once(
  outcomes: Outcomes,
  key: OutcomeKey,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!(await outcomes.claim(key))) return { skipped: true };
  try {
    const result = await work();
    await outcomes.finish(key, { status: "done", result });
    return result;
  } catch (error) {
    await outcomes.finish(key, { status: "failed", error: sentence(error) });
    throw error;
  }
}

function mayPass(error: unknown): boolean {
  return (isDomainError(error) && error.code === "unavailable") || isUnavailable(error);
}

function sentence(error: unknown): string {
  if (isDomainError(error)) return `${error.code}: ${error.reason}`;
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
}
