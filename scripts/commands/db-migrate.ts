import { migrate } from "@vida/db/migrate";

import { say } from "../bootstrap.mjs";
import { generateClient } from "../stack/build.ts";
import { orSentence } from "./or-sentence.ts";
import { withDatabase } from "./with-database.ts";

await orSentence(async () => {
  await generateClient();
  await withDatabase({ alone: false }, async ({ urls }) => {
    const { applied } = await migrate(urls);
    for (const name of applied) say(`aplicada: ${name}`);
    say(
      applied.length === 0 ? "O banco de dados já estava em dia." : "O banco de dados está em dia.",
    );
  });
});
