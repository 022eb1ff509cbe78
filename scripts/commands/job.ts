import { migrate } from "@vida/db/migrate";

import { generateClient } from "../stack/build.ts";
import { serverEnv } from "../stack/parts.ts";
import { orSentence } from "./or-sentence.ts";
import { runLoudly } from "./run-loudly.ts";
import { withDatabase } from "./with-database.ts";

await orSentence(async () => {
  await generateClient();
  await withDatabase({ alone: false }, async ({ urls, settings, env }) => {
    await migrate(urls);
    process.exitCode = await runLoudly(["apps/server/src/job-cli.ts", ...process.argv.slice(2)], {
      env: serverEnv(settings, { ...env, ...process.env }),
    });
  });
});
