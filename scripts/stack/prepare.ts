// A process of its own, so that what migrations load does not stay in memory beside a running Vida.
import { migrate } from "@vida/db/migrate";
import { urlsFromEnv } from "@vida/db/urls";

import { EnvError, readEnv } from "../../apps/server/src/env.ts";
import { explain } from "./say.ts";

try {
  readEnv(process.env);
  const urls = urlsFromEnv(process.env);
  await migrate(urls);
  // Idle connections of the schema engine would hold the process for ten seconds more.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : explain(error)}\n`);
  process.exit(1);
}
