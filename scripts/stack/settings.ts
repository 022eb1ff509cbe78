import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnvFile } from "node:process";

import { root } from "../bootstrap.mjs";
import { stopWith } from "./say.ts";

const externalVariables = [
  "DATABASE_URL",
  "APP_DATABASE_URL",
  "AUTH_DATABASE_URL",
  "WORKER_DATABASE_URL",
] as const;

export type Settings = {
  /** The address that the pages listen on. */
  host: string;
  port: number;
  apiPort: number;
  dataDir: string;
  /** Whether the database is somebody else's server rather than the embedded one. */
  external: boolean;
  servesWeb: boolean;
  appUrl: string;
};

type Environment = Record<string, string | undefined>;

/** Adds the variables of the checkout's `.env`, if there is one; those already set win. */
export function loadDotEnv(): void {
  const file = join(root, ".env");
  if (existsSync(file)) loadEnvFile(file);
}

/** Reads what the scripts themselves need to know; the server validates the rest. */
export function readSettings(env: Environment): Settings {
  const port = readPort(env, "PORT", 3000);
  const apiPort = readPort(env, "API_PORT", 4000);
  if (port === apiPort) stopWith(`PORT e API_PORT são a mesma porta (${port}): escolha duas.`);
  return {
    host: env["HOST"] || "127.0.0.1",
    port,
    apiPort,
    dataDir: resolve(root, env["DATA_DIR"] || ".data"),
    external: isExternal(env),
    servesWeb: env["ROLE"] !== "worker",
    appUrl: env["APP_URL"] || `http://localhost:${port}`,
  };
}

function readPort(env: Environment, name: string, usual: number): number {
  const text = env[name];
  if (!text) return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  return stopWith(`${name} precisa ser um número de porta entre 1 e 65535, não "${text}".`);
}

function isExternal(env: Environment): boolean {
  const missing = externalVariables.filter((name) => !env[name]);
  if (missing.length === externalVariables.length) return false;
  if (missing.length === 0) return true;
  return stopWith(
    `Com um banco de dados próprio são necessárias as quatro variáveis; faltam: ${missing.join(", ")}.`,
  );
}
