import { EnvError, readEnv, type Env } from "./env.ts";
import { listJobs, retryFailed } from "./job-desk.ts";
import { runJob, type JobAnswer } from "./run-job.ts";

/**
 * `npm run job -- NAME ['{json payload}']` runs one job of the catalogue to its end; `list` tells what waits,
 * what failed and what ran last, and `retry ID` lets something that failed run again.
 */
const [name = "", payload] = process.argv.slice(2);
try {
  const { code, line } = await answer(readEnv());
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function answer(env: Env): Promise<JobAnswer> {
  if (name === "list") return listJobs(env);
  if (name === "retry") return retryFailed(env, payload ?? "");
  return runJob(env, name, payload ?? "{}");
}
