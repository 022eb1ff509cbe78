import { spawn } from "node:child_process";
import { join } from "node:path";

import { root } from "../bootstrap.mjs";
import { whenStale } from "./fingerprint.ts";
import { step, stopWith } from "./say.ts";

/** Runs a Node program of the checkout to its end; its output shows only when it fails. */
export function runQuietly(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal } = {},
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", failed);
    child.once("close", (code) => {
      if (code === 0) return done();
      process.stderr.write(output);
      failed(new Error(`${args.join(" ")}: ${code ?? "sinal"}`));
    });
  });
}

/** Generates the Prisma client when the schema has changed since. */
export function generateClient(signal?: AbortSignal): Promise<void> {
  return whenStale(
    "packages/db/src/generated/.stamp",
    ["prisma/schema", "prisma.config.ts", "packages/db/package.json", "package-lock.json"],
    () =>
      step("Gerando o cliente do banco de dados", () =>
        runQuietly(["node_modules/prisma/build/index.js", "generate"], signal ? { signal } : {}),
      ),
  );
}

/** Builds the web when a source that it is made of has changed since. */
export function buildWeb(signal?: AbortSignal): Promise<void> {
  return whenStale(
    "apps/web/.next/vida-stamp",
    ["apps/web", "packages/core", "packages/api", "package-lock.json", "tsconfig.base.json"],
    () =>
      step("Construindo as páginas (na primeira vez leva cerca de um minuto)", async () => {
        try {
          await runQuietly([join(root, "node_modules/next/dist/bin/next"), "build"], {
            cwd: join(root, "apps/web"),
            env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
            ...(signal ? { signal } : {}),
          });
        } catch (error) {
          if (signal?.aborted) throw error;
          stopWith("A construção das páginas falhou; o motivo está nas linhas acima.");
        }
      }),
  );
}
