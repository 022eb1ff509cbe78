import { createInterface } from "node:readline/promises";

import { stopWith } from "../stack/say.ts";
import { type Settings } from "../stack/settings.ts";

/**
 * Asks before everything in a database is lost.
 *
 * `--yes` answers for scripts; without a terminal, only the embedded database goes without an answer.
 */
export async function confirmLoss(settings: Settings): Promise<void> {
  if (process.argv.includes("--yes")) return;
  if (!process.stdin.isTTY) {
    if (!settings.external) return;
    stopWith("Isto apaga tudo no banco de dados de DATABASE_URL: confirme com -- --yes.");
  }
  const what = settings.external ? "no banco de dados de DATABASE_URL" : `em ${settings.dataDir}`;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Isto apaga tudo ${what}. Continuar? (sim/não) `);
  terminal.close();
  if (!/^s(im)?$/i.test(answer.trim())) stopWith("Nada foi mudado.");
}
