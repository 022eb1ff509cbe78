import { systemClock, type Services } from "@vida/core/context";
import { isDomainError } from "@vida/core/errors";
import { readOverview, retryJob } from "@vida/core/upkeep/operator";
import { openDb } from "@vida/db/db";

import type { Env } from "./env.ts";
import type { JobAnswer } from "./run-job.ts";

/** The operator's page on a command line: what waits, what failed, what ran last, and the back-ups. */
export async function listJobs(env: Env): Promise<JobAnswer> {
  return withServices(env, async (services) => {
    const { queue, failures, failedRuns, lastRuns, workers, backups } =
      await readOverview(services);
    const lines = [
      `Trabalhadores: ${workers.length}`,
      ...queue.map(
        ({ name, waiting, running }) => `Fila  ${name}  ${waiting} esperando, ${running} agora`,
      ),
      ...lastRuns.map(
        ({ name, at, done, failed }) =>
          `Último  ${name}  ${at}  (24 h: ${done} certas, ${failed} com erro)`,
      ),
      ...backups
        .slice(0, 3)
        .map(({ day, rows, error }) => `Backup  ${day}  ${error ?? `${rows} linhas`}`),
      ...failures.map(
        ({ jobId, name, tries, mostTries, error }) =>
          `Falhou  ${jobId}  ${name}  ${tries}/${mostTries}  ${error}`,
      ),
      ...failedRuns.map(
        ({ outcomeId, name, key, error }) => `Falhou  ${outcomeId}  ${name}  ${key}  ${error}`,
      ),
    ];
    return { code: 0, line: lines.join("\n") };
  });
}

/** Lets a failed job or night run again; its id stands in the list. */
export async function retryFailed(env: Env, id: string): Promise<JobAnswer> {
  if (!/^\d{1,19}$/.test(id) && !/^[0-9a-f-]{36}$/.test(id))
    return {
      code: 1,
      line: "Diga o que tentar de novo: npm run job -- retry ID (o ID está em npm run job -- list).",
    };
  return withServices(env, async (services) => {
    try {
      const { name } = await retryJob(
        services,
        /^\d+$/.test(id) ? { jobId: id } : { outcomeId: id },
      );
      return { code: 0, line: `${name} vai rodar de novo.` };
    } catch (error) {
      if (!isDomainError(error, "operator.jobNotFound")) throw error;
      return { code: 1, line: `Não há nada com o ID ${id} que tenha falhado.` };
    }
  });
}

async function withServices(
  env: Env,
  work: (services: Services) => Promise<JobAnswer>,
): Promise<JobAnswer> {
  const db = openDb({ appUrl: env.urls.app, workerUrl: env.urls.worker, authUrl: env.urls.auth });
  try {
    return await work({ db, clock: systemClock });
  } finally {
    await db.close();
  }
}
