import { EnvError, readEnv } from "./env.ts";
import { runJob } from "./run-job.ts";

/** `npm run job -- NAME ['{json payload}']`: one job of the catalogue, to its end. */
const [name = "", payload = "{}"] = process.argv.slice(2);
try {
  const { code, line } = await runJob(readEnv(), name, payload);
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
