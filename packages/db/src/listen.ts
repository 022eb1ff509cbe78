import { setTimeout as pause } from "node:timers/promises";

import { Client, escapeIdentifier } from "pg";

import { DbError } from "./errors.ts";

export type Listener = { close(): Promise<void> };

const PROBE_EVERY_MS = 20_000;
const PROBE_WITHIN_MS = 5_000;

/**
 * Listens to one channel on a connection of its own, which must not pass a transaction pooler.
 *
 * Resolves when it listens; fails as `unavailable` when the first connection does. A lost connection is
 * opened again with growing pauses (up to 5 s), then `onReconnect` is called: what was sent meanwhile
 * was missed and has to be read. A dead network is found by a probe every 20 s.
 */
export async function listen(
  connectionString: string,
  channel: string,
  onMessage: (payload: string) => void,
  onReconnect: () => void,
): Promise<Listener> {
  const closing = new AbortController();
  let current = await connect(connectionString, channel, onMessage).catch((cause: unknown) => {
    throw new DbError("unavailable", `cannot listen to ${channel}`, { cause });
  });

  const keepListening = async () => {
    while (!closing.signal.aborted) {
      await lost(current, closing.signal);
      void current.end().catch(() => undefined);
      const next = await reconnect(connectionString, channel, onMessage, closing.signal);
      if (!next) return;
      current = next;
      onReconnect();
    }
  };
  const running = keepListening();

  return {
    async close() {
      closing.abort();
      await running;
      await current.end().catch(() => undefined);
    },
  };
}

async function connect(
  connectionString: string,
  channel: string,
  onMessage: (payload: string) => void,
): Promise<Client> {
  const client = new Client({
    connectionString,
    application_name: "vida-listen",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on("error", () => undefined);
  client.on("notification", (message) => {
    if (message.channel === channel) onMessage(message.payload ?? "");
  });
  try {
    await client.connect();
    await client.query(`listen ${escapeIdentifier(channel)}`);
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

async function reconnect(
  connectionString: string,
  channel: string,
  onMessage: (payload: string) => void,
  signal: AbortSignal,
): Promise<Client | undefined> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const wait = Math.min(5_000, 100 * 2 ** attempt) * (0.5 + Math.random() / 2);
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return undefined;
    const client = await connect(connectionString, channel, onMessage).catch(() => undefined);
    if (client && signal.aborted) await client.end().catch(() => undefined);
    else if (client) return client;
  }
  return undefined;
}

/** Resolves when the connection is gone, does not answer a probe, or `signal` is aborted. */
async function lost(client: Client, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const stop = () => over.abort();
  client.once("end", stop);
  client.once("error", stop);
  signal.addEventListener("abort", stop);
  try {
    while (!over.signal.aborted && !signal.aborted) {
      await pause(PROBE_EVERY_MS, undefined, { signal: over.signal, ref: false }).catch(
        () => undefined,
      );
      if (over.signal.aborted || signal.aborted) return;
      const late = pause(PROBE_WITHIN_MS, "late", { ref: false });
      const answer = await Promise.race([client.query("select 1").catch(() => "late"), late]);
      if (answer === "late") return;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    client.removeListener("end", stop);
    client.removeListener("error", stop);
  }
}
