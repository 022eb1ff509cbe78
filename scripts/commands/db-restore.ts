import { resolve } from "node:path";

import { restoreBackup, withAdmin } from "../backup/restore.ts";
import { say } from "../bootstrap.mjs";
import { stopWith } from "../stack/say.ts";
import { confirmLoss } from "./confirm-loss.ts";
import { orSentence } from "./or-sentence.ts";
import { withDatabase } from "./with-database.ts";

await orSentence(async () => {
  const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  if (!name) stopWith("Diga que arquivo restaurar: npm run db:restore vida.backup");
  const file = resolve(process.env["INIT_CWD"] ?? ".", name);
  await withDatabase({ alone: true }, async ({ urls, settings }) => {
    await confirmLoss(settings);
    const { tables, rows } = await restoreBackup(withAdmin(urls), file);
    say(`Restauradas ${tables} tabelas e ${rows} linhas de ${file}.`);
  });
});
