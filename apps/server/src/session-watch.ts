import type { Log } from "./log.ts";

export type SessionWatch = {
  /** Calls `end` once when the session is over; the returned function stops watching. */
  watch(sessionId: string, end: () => void): () => void;
  close(): void;
};

type Options = {
  stillGood: (sessionIds: readonly string[]) => Promise<Set<string>>;
  everyMs?: number;
  log: Log;
};

/** Looks after the sessions of all open streams with one query every `everyMs`, half a minute usually. */
export function createSessionWatch({ stillGood, everyMs = 30_000, log }: Options): SessionWatch {
  const watched = new Map<string, Set<() => void>>();

  const check = async (): Promise<void> => {
    const asked = [...watched.keys()];
    if (asked.length === 0) return;
    const good = await stillGood(asked);
    for (const sessionId of asked) {
      if (good.has(sessionId)) continue;
      for (const end of watched.get(sessionId) ?? []) end();
      watched.delete(sessionId);
    }
  };

  const timer = setInterval(() => {
    check().catch((error: unknown) => log.warn({ err: error }, "sessions not checked"));
  }, everyMs).unref();

  return {
    watch(sessionId, end) {
      const ends = watched.get(sessionId) ?? new Set();
      watched.set(sessionId, ends.add(end));
      return () => {
        ends.delete(end);
        if (ends.size === 0 && watched.get(sessionId) === ends) watched.delete(sessionId);
      };
    },
    close() {
      clearInterval(timer);
    },
  };
}
