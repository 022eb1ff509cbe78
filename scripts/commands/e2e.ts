import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isEmbeddedRunning, startEmbedded } from "@vida/db/embedded";

import { buildWeb, generateClient } from "../stack/build.ts";
import { findFreePort } from "../stack/ports.ts";
import { stopWith } from "../stack/say.ts";
import { orSentence } from "./or-sentence.ts";
import { runLoudly } from "./run-loudly.ts";

await orSentence(async () => {
  const chromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  if (!existsSync(chromium)) {
    stopWith(`Não há Chromium em ${chromium}: instale-o ou diga onde está com CHROMIUM_PATH.`);
  }
  await generateClient();
  await buildWeb();
  const folder = mkdtempSync(join(tmpdir(), "vida-e2e-"));
  // Root's PostgreSQL runs under another account, which has to get in.
  chmodSync(folder, 0o755);
  try {
    process.exitCode = await runLoudly(
      ["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)],
      {
        env: {
          ...process.env,
          E2E_PORT: String(await findFreePort()),
          E2E_API_PORT: String(await findFreePort()),
          E2E_DATA_DIR: join(folder, "data"),
        },
      },
    );
  } finally {
    const dataDir = join(folder, "data");
    // A stack that had to be killed leaves its database behind.
    if (isEmbeddedRunning(dataDir)) await (await startEmbedded({ dataDir })).stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
