import { spawn } from "node:child_process";
import { join } from "node:path";

import { root, say } from "../bootstrap.mjs";
import { whenStale } from "./fingerprint.ts";
import { explain, sentence, step } from "./say.ts";

/** Runs a Node program of the checkout to its end; what it printed is the failure when it fails. */
function runQuietly(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal | undefined } = {},
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
      if (code === 0) done();
      else failed(sentence(output.trim() || `${args.join(" ")}: ${code ?? "sinal"}`));
    });
  });
}

/** Checks the environment and migrates. */
export function prepareDatabase(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  return step("Preparando o banco de dados", () =>
    runQuietly(["scripts/stack/prepare.ts"], { env, signal }),
  );
}

/** Fills an empty embedded database with the demo person, beside everything else. */
export async function seedDemoPerson(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  try {
    await runQuietly(["scripts/stack/seed-demo.ts"], { env, signal });
  } catch (error) {
    if (!signal.aborted) say(`A pessoa de demonstração não ficou pronta: ${explain(error)}`);
  }
}

/** Generates the Prisma client when the schema has changed since. */
export function generateClient(signal?: AbortSignal): Promise<void> {
  return whenStale(
    "packages/db/src/generated/.stamp",
    ["prisma/schema", "prisma.config.ts", "packages/db/package.json", "package-lock.json"],
    () =>
      step("Gerando o cliente do banco de dados", () =>
        runQuietly(["node_modules/prisma/build/index.js", "generate"], { signal }),
      ),
  );
}

/** Builds the web when a source that it is made of has changed since. */
export function buildWeb(signal?: AbortSignal): Promise<void> {
  return whenStale(
    "apps/web/.next/vida-stamp",
    ["apps/web", "packages/core", "packages/api", "package-lock.json", "tsconfig.base.json"],
    () =>
      step("Construindo as páginas (na primeira vez leva cerca de um minuto)", () =>
        runQuietly([join(root, "node_modules/next/dist/bin/next"), "build"], {
          cwd: join(root, "apps/web"),
          env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
          signal,
        }),
      ),
  );
}
