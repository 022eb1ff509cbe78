import { buildWeb, generateClient } from "../stack/build.ts";
import { orSentence } from "./or-sentence.ts";

await orSentence(async () => {
  await generateClient();
  await buildWeb();
});
