import { enableCompileCache } from "node:module";
import { join } from "node:path";

import { EnvError, readEnv, type Env } from "./env.ts";
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
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "bug");
    process.exit(1);
  });
  // A library that drops a promise must not take down everybody's streams and runs.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "bug"));
  try {
    const app = await start(env, log);
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

/** Loads what is heavy only now: a bad environment is told at once, and compiled code is kept. */
async function start(
  env: Env,
  log: ReturnType<typeof createLog>,
): Promise<{ stop(): Promise<void> }> {
  enableCompileCache(join(env.dataDir, "cache", "compiled"));
  const [{ startApp }, { makeHandlers }, { systemClock }] = await Promise.all([
    import("./app.ts"),
    import("./jobs/handlers.ts"),
    import("@vida/core/context"),
  ]);
  return startApp({ env, log, clock: systemClock, makeHandlers });
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
