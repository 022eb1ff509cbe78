import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `DATA_DIR/env`: generated connection strings and secrets, readable by this account alone. */
export function dataEnvPath(dataDir: string): string {
  return join(dataDir, "env");
}

/** Reads `DATA_DIR/env` as written by `writeDataEnv`; empty when there is none. */
export function readDataEnv(dataDir: string): Record<string, string> {
  const path = dataEnvPath(dataDir);
  if (!existsSync(path)) return {};
  const values: Record<string, string> = {};
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const at = line.indexOf("=");
    if (at > 0 && !line.startsWith("#"))
      values[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  return values;
}

/** Merges values into `DATA_DIR/env` (mode 600), atomically: a reader sees the old file or the new one. */
export function writeDataEnv(
  dataDir: string,
  values: Record<string, string>,
): Record<string, string> {
  mkdirSync(dataDir, { recursive: true });
  const merged = { ...readDataEnv(dataDir), ...values };
  const path = dataEnvPath(dataDir);
  const draft = `${path}.${process.pid}`;
  const lines = Object.entries(merged).map(([name, value]) => `${name}=${value}`);
  writeFileSync(draft, `${lines.join("\n")}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
  return merged;
}
