import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { root, say } from "../bootstrap.mjs";
import { generateClient } from "../stack/build.ts";
import { runLoudly } from "./run-loudly.ts";

const folder = join(root, "scripts/bench");
const [name, ...args] = process.argv.slice(2);

/** The benchmarks that exist: one file each, helpers live in folders. */
function names(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.replace(/\.ts$/, ""))
    .toSorted();
}

if (name !== undefined && !names().includes(name)) {
  process.stderr.write(`Não há medição "${name}". Há: ${names().join(", ")}.\n`);
  process.exit(1);
}
await generateClient();
let code = 0;
for (const bench of name === undefined ? names() : [name]) {
  say(`── ${bench}`);
  code = Math.max(code, await runLoudly([join(folder, `${bench}.ts`), ...args]));
}
process.exit(code);
