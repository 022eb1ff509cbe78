// npm test, npm run check, db:migrate and the others: one file of scripts/commands each.
import { ensureInstalled, giveUp, handOver } from "./bootstrap.mjs";

const commands = /** @type {Record<string, string>} */ ({
  test: "scripts/commands/test.ts",
  e2e: "scripts/commands/e2e.ts",
  check: "scripts/commands/check.ts",
  build: "scripts/commands/build.ts",
  bench: "scripts/commands/bench.ts",
  eval: "scripts/commands/eval.ts",
  job: "scripts/commands/job.ts",
  "db:migrate": "scripts/commands/db-migrate.ts",
  "db:seed": "scripts/commands/db-seed.ts",
  "db:reset": "scripts/commands/db-reset.ts",
  "db:backup": "scripts/commands/db-backup.ts",
  "db:restore": "scripts/commands/db-restore.ts",
});

const [name = "", ...args] = process.argv.slice(2);
const file = commands[name];
if (!file) giveUp(`Não há comando "${name}". Há: ${Object.keys(commands).join(", ")}.`);

await ensureInstalled();
await handOver(file, args);
