import { generateClient } from "../stack/build.ts";
import { runLoudly } from "./run-loudly.ts";

await generateClient();
process.exit(await runLoudly(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]));
