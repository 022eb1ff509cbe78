/** The server under measure: the real one with a source of text in it, and a bare one beside it. */
import { createServer, type ServerResponse } from "node:http";

import { systemClock } from "@vida/core/context";
import { createTextFlusher } from "@vida/core/live/flusher";
import { createLiveHub } from "@vida/core/live/hub";
import { openDb } from "@vida/db/db";

import { createAuth } from "../../../apps/server/src/auth.ts";
import { createHttp } from "../../../apps/server/src/http.ts";
import { createLimits } from "../../../apps/server/src/limits.ts";
import { createLog } from "../../../apps/server/src/log.ts";
import { createMailer } from "../../../apps/server/src/mail.ts";
import { testEnv } from "../../../apps/server/src/testing.ts";
import { Urls, type Measured, type Order, type Person } from "./orders.ts";

const tokensPerSecond = 20;

const urls = Urls.parse(JSON.parse(process.argv[2] ?? "{}"));
const env = testEnv(urls, { logLevel: "silent" });
const log = createLog("silent");
const db = openDb({ appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth });
const services = { db, clock: systemClock };
const hub = await createLiveHub(db);
const flusher = createTextFlusher(db);
const limits = createLimits(db, false);
const mailer = createMailer(env, log);
const auth = createAuth({ db, env, limits, mailer, log, clock: systemClock });
const { app } = await createHttp({ env, log, db, site: { auth, limits, hub, services } });
const address = await app.listen({ host: "127.0.0.1", port: 0 });

/** Streams of the bare server by the number in their path. */
const bare = new Map<string, ServerResponse>();
const rawServer = createServer((request, response) => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write("event: connected\ndata: {}\n\n");
  const key = (request.url ?? "").slice(1);
  bare.set(key, response);
  response.on("close", () => bare.delete(key));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => rawServer.once("listening", resolve));
const rawAddress = rawServer.address();
const rawPort = typeof rawAddress === "object" && rawAddress !== null ? rawAddress.port : 0;

const token = (): string => `@${(performance.timeOrigin + performance.now()).toFixed(2)} `;

/** Says one token to a person, through everything or straight into the socket. */
function speak(way: "ours" | "raw", person: Person, id: number): void {
  const { userId, conversationId, messageId } = person;
  if (way === "ours") {
    flusher.push({ runId: messageId, userId, conversationId, messageId, delta: token() });
    return;
  }
  const event = { type: "text_delta", conversationId, messageId, delta: token() };
  bare.get(userId)?.write(`data: ${JSON.stringify(event)}\nid: ${id}\n\n`);
}

async function talk(way: "ours" | "raw", people: Person[], seconds: number): Promise<Measured> {
  let sent = 0;
  const every = 1000 / tokensPerSecond;
  const timers = people.map((person) => {
    const start = setTimeout(() => {
      timers.push(
        setInterval(() => {
          sent += 1;
          speak(way, person, sent);
        }, every),
      );
    }, Math.random() * every);
    return start;
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const [cpu, before] = [process.cpuUsage(), sent];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const used = process.cpuUsage(cpu);
  const tokens = sent - before;
  for (const timer of timers) clearTimeout(timer);
  return { sent, cpuUsPerToken: (used.user + used.system) / tokens };
}

function memory(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

process.on("message", (order: Order) => {
  void (async () => {
    if (order.do === "talk") process.send?.(await talk(order.way, order.people, order.seconds));
    else process.send?.({ bytes: memory(), rss: process.memoryUsage().rss });
  })();
});
process.on("disconnect", () => process.exit(0));
process.send?.({ address, rawAddress: `http://127.0.0.1:${rawPort}` });
