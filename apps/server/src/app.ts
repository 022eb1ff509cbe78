import { playingAtOnce } from "@vida/agents/at-once";
import { openTraces } from "@vida/agents/open-traces";
import type { Trace } from "@vida/agents/trace";
import type { Clock, Services } from "@vida/core/context";
import { createLiveHub, type LiveHub } from "@vida/core/live/hub";
import { openDb, type Db } from "@vida/db/db";

import { createAuth } from "./auth.ts";
import { cloudFrom } from "./cloud.ts";
import type { Env } from "./env.ts";
import { createHttp, type HttpDeps, type HttpServer } from "./http.ts";
import { createLimits } from "./limits.ts";
import type { Log } from "./log.ts";
import { createMailer, type Mailer } from "./mail.ts";
import { startWork, type WorkOptions } from "./work.ts";

export type App = {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  address: string;
  /** Takes nothing new, lets go of streams, waits for requests and jobs, and closes everything. */
  stop(): Promise<void>;
};

type Options = {
  env: Env;
  log: Log;
  clock: Clock;
  makeHandlers: WorkOptions["makeHandlers"];
  /** Shorter waits for tests. */
  sessionCheckMs?: number;
  drainMs?: number;
  slow?: HttpDeps["slow"];
};

/** Opens the database and starts the parts that this process's role asks for. */
export async function startApp(options: Options): Promise<App> {
  const { env, log, clock } = options;
  const db = openDb({ appUrl: env.urls.app, workerUrl: env.urls.worker, authUrl: env.urls.auth });
  const services: Services = { db, clock };
  const onError = (error: unknown): void => log.warn({ err: error }, "live log");
  try {
    const traces = await openTraces(env.traces);
    const { trace } = traces;
    const site = env.role === "worker" ? undefined : await openSite(options, services, onError);
    const http = await openHttp(options, services, site, trace);
    const work =
      env.role === "web-api" ? undefined : await startWork({ ...options, services, trace });
    const address = await http.app.listen({ host: env.host, port: env.apiPort });
    log.info({ address, role: env.role }, "server started");
    return {
      address,
      async stop() {
        await Promise.all([http.drain(), work?.stop()]);
        await Promise.all([site?.hub.close(), site?.mailer.close(), traces.close()]);
        await db.close();
        log.info("server stopped");
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

type Site = { hub: LiveHub; mailer: Mailer };

async function openSite(
  { log, env }: Options,
  { db }: Services,
  onError: (error: unknown) => void,
): Promise<Site> {
  return { hub: await createLiveHub(db, { onError }), mailer: createMailer(env, log) };
}

async function openHttp(
  options: Options,
  services: Services,
  site: Site | undefined,
  trace: Trace | undefined,
): Promise<HttpServer> {
  const { env, log, clock, sessionCheckMs, slow } = options;
  const { db }: { db: Db } = services;
  const base = {
    env,
    log,
    db,
    ...(sessionCheckMs === undefined ? {} : { sessionCheckMs }),
    ...(slow === undefined ? {} : { slow }),
  };
  if (site === undefined) return createHttp(base);
  const limits = createLimits(db, env.rateLimits);
  const auth = createAuth({ db, env, limits, mailer: site.mailer, log, clock });
  const playAtOnce = playingAtOnce({ services, cloud: cloudFrom(env), ...(trace && { trace }) });
  return createHttp({ ...base, site: { auth, limits, hub: site.hub, services, playAtOnce } });
}
