import { migrate } from "@vida/db/migrate";
import { withClient } from "@vida/db/roles";

import { say } from "../bootstrap.mjs";
import { generateClient } from "../stack/build.ts";
import { step } from "../stack/say.ts";
import { seedWhenEmpty } from "../stack/seed.ts";
import { confirmLoss } from "./confirm-loss.ts";
import { orSentence } from "./or-sentence.ts";
import { withDatabase } from "./with-database.ts";

await orSentence(async () => {
  await generateClient();
  await withDatabase({ alone: true }, async ({ urls, settings }) => {
    await confirmLoss(settings);
    // Each schema goes by the role that owns it.
    await withClient(urls.worker, (client) =>
      client.query("drop schema if exists graphile_worker cascade"),
    );
    await withClient(urls.owner, (client) =>
      client.query(
        `drop schema if exists login cascade; drop schema if exists public cascade;
         create schema public; grant usage on schema public to public;`,
      ),
    );
    await migrate(urls);
    if (settings.external) say("O banco de dados está vazio e em dia.");
    else {
      await step("Criando a pessoa de demonstração", () => seedWhenEmpty(urls));
      say("O banco de dados está em dia, só com a pessoa de demonstração.");
    }
  });
});
