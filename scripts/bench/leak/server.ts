/** A whole server, site and worker in one process, that tells its memory after a collection. */
import { systemClock } from "@vida/core/context";

import { startApp } from "../../../apps/server/src/app.ts";
import { makeHandlers } from "../../../apps/server/src/jobs/handlers.ts";
import { createLog } from "../../../apps/server/src/log.ts";
import { testEnv } from "../../../apps/server/src/testing.ts";
import { Urls } from "../stream/orders.ts";

const urls = Urls.parse(JSON.parse(process.argv[2] ?? "{}"));
const app = await startApp({
  env: testEnv(urls, { role: "all", logLevel: "silent" }),
  log: createLog("silent"),
  clock: systemClock,
  makeHandlers,
});

process.on("message", () => {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapMb: (heapUsed + external) / 1024 / 1024, rssMb: rss / 1024 / 1024 });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ address: app.address });
