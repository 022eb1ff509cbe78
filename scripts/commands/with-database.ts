import { isEmbeddedRunning, startEmbedded } from "@vida/db/embedded";
import { type DbUrls, urlsFromEnv } from "@vida/db/urls";

import { runningAt } from "../stack/instance.ts";
import { stopWith } from "../stack/say.ts";
import { loadDotEnv, readSettings, type Settings } from "../stack/settings.ts";

type Database = { urls: DbUrls; settings: Settings; env: Record<string, string> };

/**
 * Runs a command against the configured database.
 *
 * The embedded one is joined when it is up, else started and stopped again. With `alone`, a Vida that
 * serves from the data folder is a sentence.
 */
export async function withDatabase(
  options: { alone: boolean },
  work: (database: Database) => Promise<void>,
): Promise<void> {
  loadDotEnv();
  const settings = readSettings(process.env);
  if (settings.external) {
    return work({ urls: urlsFromEnv(process.env), settings, env: {} });
  }
  const address = runningAt(settings.dataDir);
  if (options.alone && address) {
    stopWith(`O Vida está no ar em ${address}: pare-o antes (Ctrl-C) e tente de novo.`);
  }
  const wasUp = isEmbeddedRunning(settings.dataDir);
  const database = await startEmbedded({ dataDir: settings.dataDir });
  try {
    await work({ urls: database.urls, settings, env: database.env });
  } finally {
    if (!wasUp) await database.stop();
  }
}
