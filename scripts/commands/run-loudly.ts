import { spawn } from "node:child_process";

import { root, stopSignals, stopWithParent } from "../bootstrap.mjs";

/** Runs a Node program of the checkout in the foreground and resolves with its exit code. */
export function runLoudly(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: "inherit",
    });
    for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
    stopWithParent(() => child.kill("SIGTERM"));
    child.once("error", failed);
    child.once("exit", (code) => done(code ?? 1));
  });
}
