import { systemClock } from "@vida/core/context";

import { startApp } from "./app.ts";
import { EnvError, readEnv, type Env } from "./env.ts";
import { makeHandlers } from "./jobs/handlers.ts";
import { createLog } from "./log.ts";

/** Whatever still runs then is cut off; the next worker takes it over. */
const hardLimitMs = 13_500;

await main(envOrExit());

async function main(env: Env): Promise<void> {
  const log = createLog(env.logLevel);
  const stopped = Promise.withResolvers<string>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => stopped.resolve(signal));
  }
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event);
      process.exit(1);
    });
  }
  try {
    const app = await startApp({ env, log, clock: systemClock, makeHandlers });
    const signal = await stopped.promise;
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error("stopped before everything was done");
      process.exit(1);
    }, hardLimitMs).unref();
    await app.stop();
    process.exit(0);
  } catch (error) {
    log.fatal({ err: error }, "server not started");
    process.exit(1);
  }
}

function envOrExit(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}
