import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { DbUrls } from "@vida/db/urls";

export type ServerProcess = {
  child: ChildProcess;
  address: string;
  output(): { stdout: string; stderr: string };
  /** Its exit code, once it has ended. */
  ended: Promise<unknown>;
  /** Waits until it answers that it is ready; fails when it ends before. */
  ready(): Promise<void>;
};

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Starts the server as `npm start` does, as a process of its own. */
export async function startServer(
  urls: DbUrls,
  changes: Record<string, string>,
): Promise<ServerProcess> {
  const port = changes["API_PORT"] ?? String(await freePort());
  const dataDir = mkdtempSync(join(tmpdir(), "vida-process-"));
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: urls.owner,
      APP_DATABASE_URL: urls.app,
      AUTH_DATABASE_URL: urls.auth,
      WORKER_DATABASE_URL: urls.worker,
      API_PORT: port,
      ...changes,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  child.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const address = `http://127.0.0.1:${port}`;
  return {
    child,
    address,
    output: () => ({ stdout, stderr }),
    ended: once(child, "exit").then(([code]: unknown[]) => code),
    async ready() {
      for (;;) {
        const answer = await fetch(`${address}/readyz`).catch(() => undefined);
        if (answer?.ok === true) return;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`not started: ${stdout}${stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
