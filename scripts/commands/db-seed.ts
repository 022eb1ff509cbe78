import { say } from "../bootstrap.mjs";
import { generateClient } from "../stack/build.ts";
import { step } from "../stack/say.ts";
import { seedWhenEmpty } from "../stack/seed.ts";
import { orSentence } from "./or-sentence.ts";
import { withDatabase } from "./with-database.ts";

await orSentence(async () => {
  await generateClient();
  await withDatabase({ alone: false }, async ({ urls }) => {
    await step("Criando a pessoa de demonstração", () => seedWhenEmpty(urls));
    say("A pessoa de demonstração está no banco de dados.");
  });
});
