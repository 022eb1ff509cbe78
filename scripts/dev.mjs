// npm run dev. Installs what is missing, then scripts/stack/dev.ts does the rest.
import { ensureInstalled, handOver } from "./bootstrap.mjs";

await ensureInstalled();
await handOver("scripts/stack/dev.ts", process.argv.slice(2));
