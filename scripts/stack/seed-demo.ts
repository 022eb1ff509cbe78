// A process of its own, so that two years of somebody's life are lived beside a Vida that already answers.
import { urlsFromEnv } from "@vida/db/urls";

import { explain } from "./say.ts";
import { seedWhenEmpty } from "./seed.ts";

try {
  await seedWhenEmpty(urlsFromEnv(process.env));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
