import { resolve } from "node:path";

import { takeBackup } from "@vida/db/backup/take";

import { withAdmin } from "../backup/restore.ts";
import { say } from "../bootstrap.mjs";
import { stopWith } from "../stack/say.ts";
import { orSentence } from "./or-sentence.ts";
import { withDatabase } from "./with-database.ts";

await orSentence(async () => {
  const [name] = process.argv.slice(2);
  if (!name) stopWith("Diga em que arquivo guardar: npm run db:backup vida.backup");
  const file = resolve(process.env["INIT_CWD"] ?? ".", name);
  await withDatabase({ alone: false }, async ({ urls }) => {
    const { tables, rows } = await takeBackup(withAdmin(urls).admin, file);
    say(`Backup de ${tables} tabelas e ${rows} linhas em ${file}.`);
  });
});
