import { setTimeout as sleep } from "node:timers/promises";

import { startEmbedded } from "@vida/db/embedded";

import type { Part } from "./supervisor.ts";

/**
 * The embedded PostgreSQL as a part: started, or adopted when an earlier start left it running.
 *
 * `onEnv` gets the connection strings and secrets of the data folder at every start, because a
 * restart may have to take another port.
 */
export function databasePart(dataDir: string, onEnv: (env: Record<string, string>) => void): Part {
  return {
    label: "Banco de dados",
    async start() {
      const database = await startEmbedded({ dataDir });
      onEnv(database.env);
      const watching = new AbortController();
      return {
        exited: untilGone(() => database.alive(), watching.signal),
        async stop() {
          watching.abort();
          await database.stop();
        },
      };
    },
  };
}

async function untilGone(alive: () => boolean, signal: AbortSignal): Promise<string> {
  while (!signal.aborted && alive()) await sleep(200, undefined, { ref: false });
  return "o processo terminou";
}
