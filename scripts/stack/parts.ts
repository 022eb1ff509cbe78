import { join } from "node:path";

import { root } from "../bootstrap.mjs";
import { childPart } from "./child.ts";
import type { Settings } from "./settings.ts";
import type { Part } from "./supervisor.ts";

export type Mode = "start" | "dev";

const serverMain = join(root, "apps/server/src/main.ts");
const next = join(root, "node_modules/next/dist/bin/next");

/** The environment the server runs with: ours, with everything spelled out that has a default. */
export function serverEnv(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    PORT: String(settings.port),
    API_PORT: String(settings.apiPort),
    DATA_DIR: settings.dataDir,
  };
}

/** API, live stream and jobs: `apps/server`. */
export function serverPart(settings: Settings, mode: Mode, env: () => NodeJS.ProcessEnv): Part {
  return childPart({
    label: "Servidor",
    args: mode === "dev" ? ["--watch", "--watch-preserve-output", serverMain] : [serverMain],
    // Code that was compiled once: a server that died is back in a third of the time.
    env: () => ({
      NODE_COMPILE_CACHE: join(settings.dataDir, "compiled"),
      ...serverEnv(settings, env()),
    }),
    output: "show",
    readyUrl: `http://127.0.0.1:${settings.apiPort}/readyz`,
    readyWithinMs: 60_000,
    // A chat run may use ten seconds to end, then it is handed over.
    stopWithinMs: 12_500,
  });
}

/** The pages: `apps/web`, which also forwards the API's paths to the server. */
export function webPart(settings: Settings, mode: Mode, env: () => NodeJS.ProcessEnv): Part {
  return childPart({
    label: "Páginas",
    args: [next, mode, "-H", settings.host, "-p", String(settings.port)],
    cwd: join(root, "apps/web"),
    env: () => ({
      ...env(),
      API_URL: env()["API_URL"] ?? `http://127.0.0.1:${settings.apiPort}`,
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
    }),
    output: mode === "dev" ? "show" : { file: join(settings.dataDir, "web.log") },
    readyUrl: `http://127.0.0.1:${settings.port}/readyz`,
    readyWithinMs: 60_000,
    stopWithinMs: 3_000,
  });
}
