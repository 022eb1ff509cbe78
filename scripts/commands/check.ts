import { performance } from "node:perf_hooks";

import { say } from "../bootstrap.mjs";
import { generateClient } from "../stack/build.ts";
import { runLoudly } from "./run-loudly.ts";

/** Format, types, lint, then the pure tests, among them the architecture's (tests/repo.test.ts). */
const steps: readonly [title: string, args: readonly string[]][] = [
  ["formato", ["node_modules/oxfmt/bin/oxfmt", "--check"]],
  ["tipos", ["node_modules/turbo/bin/turbo", "run", "types", "--output-logs=errors-only"]],
  ["lint", ["node_modules/oxlint/bin/oxlint"]],
  ["testes puros", ["node_modules/vitest/vitest.mjs", "run", "--project", "pure"]],
];

await generateClient();
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
const failed: string[] = [];
for (const [title, args] of steps) {
  const started = performance.now();
  const code = await runLoudly(args, { env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${code === 0 ? "ok   " : "FALHA"} ${title} (${seconds} s)`);
  if (code !== 0) failed.push(title);
}
if (failed.length > 0) say(`Falhou: ${failed.join(", ")}.`);
process.exit(failed.length > 0 ? 1 : 0);
