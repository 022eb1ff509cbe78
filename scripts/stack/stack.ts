import { once } from "node:events";

import { say, stopSignals, stopWithParent } from "../bootstrap.mjs";
import { buildWeb, generateClient, prepareDatabase, seedDemoPerson } from "./build.ts";
import { databasePart } from "./database.ts";
import { claimDataDir, type Claim } from "./instance.ts";
import { type Mode, serverEnv, serverPart, webPart } from "./parts.ts";
import { claimPorts } from "./ports.ts";
import { explain } from "./say.ts";
import { loadDotEnv, readSettings, type Settings } from "./settings.ts";
import { keepUp, type Part, type Supervised } from "./supervisor.ts";

const hardLimitMs = 14_500;

/** What has been brought up so far, in the order in which it came. */
type Up = { database?: Supervised; services: Supervised[] };

/**
 * Brings up everything Vida is made of, keeps it up, and ends the process when it is told to stop.
 *
 * Stops in the order that loses nothing: pages and server first, then the database they write to.
 */
export async function runStack(mode: Mode): Promise<never> {
  const stop = watchForStop();
  const up: Up = { services: [] };
  let claim: Claim | undefined;
  let code = 0;
  try {
    loadDotEnv();
    const settings = readSettings(process.env);
    claim = claimDataDir(settings.dataDir, settings.appUrl);
    // Parts of a start that was killed notice within a second and need a moment to end.
    await claimPorts(portsOf(settings), claim.afterCrash ? 15_000 : 0);
    await bringUp(mode, settings, up, stop);
    say(`\nVida está no ar: ${settings.appUrl}\n(Ctrl-C para parar)`);
    if (!stop.aborted) await once(stop, "abort");
  } catch (error) {
    if (!stop.aborted) {
      process.stderr.write(`${explain(error)}\n`);
      code = 1;
    }
  }
  if (up.database || up.services.length > 0) say("Parando…");
  setTimeout(() => process.exit(1), hardLimitMs).unref();
  await Promise.all(up.services.map((service) => service.stop()));
  await up.database?.stop();
  claim?.release();
  process.exit(code);
}

async function bringUp(mode: Mode, settings: Settings, up: Up, stop: AbortSignal): Promise<void> {
  await generateClient(stop);
  let databaseEnv: Record<string, string> = {};
  const env = () => ({ ...databaseEnv, ...process.env });
  if (!settings.external) {
    let moved = () => {};
    up.database = await keepUp(
      databasePart(settings.dataDir, (fresh) => {
        const old = databaseEnv["DATABASE_URL"];
        databaseEnv = fresh;
        if (old !== undefined && old !== fresh["DATABASE_URL"]) moved();
      }),
      say,
      { until: stop },
    );
    moved = () => void Promise.all(up.services.map((service) => service.restart()));
  }
  stop.throwIfAborted();
  await prepareDatabase(serverEnv(settings, env()), stop);
  stop.throwIfAborted();
  if (mode === "start" && settings.servesWeb) await buildWeb(stop);
  stop.throwIfAborted();
  say(settings.servesWeb ? "Subindo o servidor e as páginas…" : "Subindo o servidor…");
  const parts = [serverPart(settings, mode, env)];
  if (settings.servesWeb) parts.push(webPart(settings, mode, env));
  await startTogether(parts, up, stop);
  if (!settings.external) void seedDemoPerson(serverEnv(settings, env()), stop);
}

/** Starts services side by side; when one cannot come up the others are not waited for. */
async function startTogether(parts: readonly Part[], up: Up, stop: AbortSignal): Promise<void> {
  const failed = new AbortController();
  const until = AbortSignal.any([stop, failed.signal]);
  const start = async (part: Part): Promise<void> => {
    try {
      up.services.push(await keepUp(part, say, { until }));
    } catch (error) {
      failed.abort(error);
    }
  };
  await Promise.all(parts.map(start));
  failed.signal.throwIfAborted();
}

function portsOf(settings: Settings): { variable: string; port: number }[] {
  const api = { variable: "API_PORT", port: settings.apiPort };
  return settings.servesWeb ? [{ variable: "PORT", port: settings.port }, api] : [api];
}

/** A signal that aborts at Ctrl-C, at SIGTERM, and when whoever started us is gone. */
function watchForStop(): AbortSignal {
  const stop = new AbortController();
  for (const signal of stopSignals) process.on(signal, () => stop.abort());
  stopWithParent(() => stop.abort());
  // The terminal may be gone before we are; its absence must not end us half way.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return stop.signal;
}
