// npm start. Installs what is missing, then scripts/stack/start.ts does the rest.
import { ensureInstalled, handOver } from "./bootstrap.mjs";

await ensureInstalled();
await handOver("scripts/stack/start.ts", process.argv.slice(2));
