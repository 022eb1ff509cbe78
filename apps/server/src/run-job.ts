import { newId, systemClock, type Services } from "@vida/core/context";
import { JOBS, type JobName } from "@vida/core/jobs";
import { openDb } from "@vida/db/db";

import type { Env } from "./env.ts";
import { hasWorker } from "./health.ts";
import { createOutcomes, type Outcome } from "./job-outcomes.ts";
import { cliPrefix, isJobName } from "./job-runner.ts";
import { makeHandlers } from "./jobs/handlers.ts";
import { createLog } from "./log.ts";
import { startWork } from "./work.ts";

const lookEveryMs = 100;
/** A worker that has not begun by then is helped. */
const patienceMs = 5_000;

/** What a command line gets: the code to exit with and the line to print. */
export type JobAnswer = { code: 0 | 1; line: string };

/**
 * Enqueues one job of the catalogue and waits for its end.
 *
 * Works with or without a running server: when no worker takes the job, this process does.
 */
export async function runJob(env: Env, name: string, payloadJson: string): Promise<JobAnswer> {
  const payload = readPayload(name, payloadJson);
  if ("problem" in payload) return { code: 1, line: payload.problem };
  const db = openDb({ appUrl: env.urls.app, workerUrl: env.urls.worker, authUrl: env.urls.auth });
  const services: Services = { db, clock: systemClock };
  const key = `${cliPrefix}${newId()}`;
  try {
    await db.workerPool.query(
      "select graphile_worker.add_job($1, $2::json, job_key => $3, max_attempts => 3)",
      [payload.name, JSON.stringify(payload.value), key],
    );
    return answerOf(await waitFor(services, env, { name: payload.name, key }));
  } finally {
    await db.close();
  }
}

type Payload = { name: JobName; value: unknown } | { problem: string };

function readPayload(name: string, json: string): Payload {
  if (!isJobName(name)) {
    return { problem: `Não há a tarefa "${name}". Há: ${Object.keys(JOBS).join(", ")}.` };
  }
  try {
    const parsed = JOBS[name].safeParse(JSON.parse(json));
    if (parsed.success) return { name, value: parsed.data };
    const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { problem: `Os dados não servem para ${name}: ${fields.join("; ")}` };
  } catch {
    return { problem: "Os dados da tarefa precisam ser JSON." };
  }
}

async function waitFor(
  services: Services,
  env: Env,
  job: { name: JobName; key: string },
): Promise<Outcome> {
  const outcomes = createOutcomes(services.db, services.clock);
  const started = performance.now();
  let helper = (await hasWorker(services.db)) ? undefined : await startHelper(services, env);
  try {
    for (;;) {
      const outcome = await outcomes.find({ ...job, userId: null });
      if (outcome !== null && outcome.status !== "running") return outcome;
      if (helper === undefined && performance.now() - started > patienceMs) {
        helper = await startHelper(services, env);
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  } finally {
    await helper?.stop();
  }
}

async function startHelper(services: Services, env: Env): Promise<{ stop(): Promise<void> }> {
  return startWork({ services, env, log: createLog("silent"), makeHandlers });
}

function answerOf(outcome: Outcome): JobAnswer {
  if (outcome.status === "done") return { code: 0, line: JSON.stringify(outcome.result ?? null) };
  return { code: 1, line: outcome.status === "failed" ? outcome.error : "running" };
}
