import type { LiveEvent } from "@vida/core/live/events";

import { isLater } from "./event-id.ts";

export type LiveStatus = "connecting" | "live" | "reconnecting" | "paused";
export type TrackedEvent = { id: string; data: LiveEvent };

type Callbacks = {
  onEvent: (event: TrackedEvent) => void;
  onStatus: (status: "connecting" | "live" | "reconnecting") => void;
  onFailed: () => void;
};

/** Opens a stream after an event id and returns what closes it. */
export type OpenStream = (lastEventId: string | null, callbacks: Callbacks) => () => void;

export type LiveHub = ReturnType<typeof makeHub>;

const KEPT = 2_000;

/**
 * Holds the browser tab's one live stream.
 *
 * A hidden tab closes it and resumes from the last event. What came in is kept for a while, so that a
 * page loaded later can be brought up to date from its own position; where that lies before everything
 * kept, the stream starts again from there, and readers meet events twice (they tell by the id).
 */
export function makeHub(open: OpenStream, wait: (run: () => void, ms: number) => () => void) {
  let close: (() => void) | null = null;
  let cancelRetry: (() => void) | null = null;
  let status: LiveStatus = "paused";
  let last: string | null = null;
  let coveredFrom: string | null = null;
  let failures = 0;
  let kept: TrackedEvent[] = [];
  const readers = new Set<(event: TrackedEvent) => void>();
  const watchers = new Set<() => void>();

  function setStatus(next: LiveStatus): void {
    if (status === next) return;
    status = next;
    for (const watch of watchers) watch();
  }

  function receive(event: TrackedEvent): void {
    failures = 0;
    if (last === null || isLater(event.id, last)) last = event.id;
    if (event.data.type === "reset") {
      kept = [];
      coveredFrom = null;
    } else if (kept.push(event) > KEPT) {
      const dropped = kept.splice(0, kept.length - KEPT).at(-1);
      if (dropped !== undefined) coveredFrom = dropped.id;
    }
    for (const read of readers) read(event);
  }

  function connect(from: string | null): void {
    cancelRetry?.();
    close?.();
    let current = true;
    setStatus(status === "reconnecting" ? "reconnecting" : "connecting");
    const stop = open(from, {
      onEvent: (event) => {
        if (current) receive(event);
      },
      onStatus: (next) => {
        if (current) setStatus(next);
      },
      onFailed: () => {
        if (!current) return;
        setStatus("reconnecting");
        failures += 1;
        cancelRetry = wait(() => connect(last), Math.min(1_000 * 2 ** failures, 15_000));
      },
    });
    close = () => {
      current = false;
      stop();
    };
  }

  return {
    start(): void {
      if (status === "paused") connect(last);
    },
    pause(): void {
      cancelRetry?.();
      close?.();
      close = null;
      setStatus("paused");
    },
    /** Makes sure that every event after a page's position was or will be read. */
    ensureFrom(position: string): void {
      const covered = coveredFrom !== null && !isLater(coveredFrom, position);
      if (covered) return;
      coveredFrom = position;
      kept = [];
      if (last === null || isLater(last, position)) last = position;
      if (status !== "paused") connect(position);
    },
    /** The kept events of one conversation after a position, oldest first. */
    since(conversationId: string, position: string): TrackedEvent[] {
      return kept.filter(
        ({ id, data }) =>
          "conversationId" in data &&
          data.conversationId === conversationId &&
          isLater(id, position),
      );
    },
    read(reader: (event: TrackedEvent) => void): () => void {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    status: (): LiveStatus => status,
  };
}
