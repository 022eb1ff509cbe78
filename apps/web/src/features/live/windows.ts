import type { Note, Windows } from "./shared-stream.ts";

/**
 * The windows of this browser that show one person, by the browser's own locks and channels; null where it
 * has none, and each window then holds a stream of its own.
 */
export function browserWindows(person: string): (Windows & { close: () => void }) | null {
  if (typeof BroadcastChannel === "undefined" || !("locks" in navigator)) return null;
  const name = `vida-live:${person}`;
  const channel = new BroadcastChannel(name);
  const hearers = new Set<(note: Note) => void>();
  channel.addEventListener("message", ({ data }: MessageEvent<Note>) => {
    for (const hear of hearers) hear(data);
  });
  return {
    hear(onNote) {
      hearers.add(onNote);
      return () => hearers.delete(onNote);
    },
    tell(note) {
      // A channel knows no other origin than its own.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(note);
    },
    close: () => channel.close(),
    lead(lead) {
      const over = new AbortController();
      const held = new Promise<void>((resolve) => {
        over.signal.addEventListener("abort", () => resolve());
      });
      navigator.locks
        .request(name, { signal: over.signal }, () => {
          if (over.signal.aborted) return undefined;
          lead();
          return held;
        })
        // Given up before its turn came.
        .catch(() => undefined);
      return () => over.abort();
    },
  };
}
