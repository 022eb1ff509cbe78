import { generateClient } from "../stack/build.ts";
import { runLoudly } from "./run-loudly.ts";

await generateClient();
process.exit(await runLoudly(["packages/agents/eval/run.ts", ...process.argv.slice(2)]));
