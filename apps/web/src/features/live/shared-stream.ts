import { isLater } from "./event-id.ts";
import type { OpenStream, TrackedEvent } from "./hub.ts";

/** What goes between the windows of one browser. */
export type Note =
  | { readonly type: "event"; readonly event: TrackedEvent }
  | { readonly type: "status"; readonly status: "connecting" | "live" | "reconnecting" }
  /** A window that reads along asks for what came after an event. */
  | { readonly type: "from"; readonly from: string | null }
  /** The window that held the stream has lost it. */
  | { readonly type: "lost" }
  /** A window holds the stream from now on: whoever reads along says where it is. */
  | { readonly type: "leads" };

/** How the windows of one browser speak, and how one of them comes to hold the stream. */
export type Windows = {
  /** Hears the others; the returned function stops. */
  hear: (onNote: (note: Note) => void) => () => void;
  tell: (note: Note) => void;
  /** Calls `lead` once no other window leads; the returned function gives it up, or stops waiting. */
  lead: (lead: () => void) => () => void;
};

const KEPT = 2_000;

/**
 * Opens one stream for all windows of a browser: the window that leads holds it and tells the others, who take
 * it over when that window goes.
 *
 * An event may reach a window twice, never out of order after its own position; readers tell by the id.
 */
export function sharedStream(open: OpenStream, windows: Windows): OpenStream {
  return (from, callbacks) => {
    let last = from;
    let stream: ReturnType<typeof holdStream> | null = null;

    const take = (event: TrackedEvent): void => {
      if (last === null || isLater(event.id, last)) last = event.id;
      callbacks.onEvent(event);
    };
    const stopHearing = windows.hear((note) => {
      if (stream !== null) {
        if (note.type === "from") stream.reach(note.from);
        return;
      }
      if (note.type === "event") take(note.event);
      if (note.type === "status") callbacks.onStatus(note.status);
      if (note.type === "lost") callbacks.onStatus("reconnecting");
      if (note.type === "leads") windows.tell({ type: "from", from: last });
    });
    windows.tell({ type: "from", from });
    const stopLeading = windows.lead(() => {
      windows.tell({ type: "leads" });
      stream = holdStream(open, last, windows, { ...callbacks, onEvent: take });
    });
    return () => {
      stopHearing();
      stream?.close();
      if (stream !== null) windows.tell({ type: "lost" });
      stopLeading();
    };
  };
}

/** The one real stream, with what it has told lately for windows that join or were behind. */
function holdStream(
  open: OpenStream,
  start: string | null,
  windows: Windows,
  callbacks: Parameters<OpenStream>[1],
) {
  let covered = start;
  let kept: TrackedEvent[] = [];
  let status: "connecting" | "live" | "reconnecting" = "connecting";
  let current = connect(start);

  function connect(from: string | null): () => void {
    let mine = true;
    const stop = open(from, {
      onEvent: (event) => {
        if (!mine) return;
        kept.push(event);
        if (kept.length > KEPT) covered = kept.splice(0, kept.length - KEPT).at(-1)?.id ?? covered;
        callbacks.onEvent(event);
        windows.tell({ type: "event", event });
      },
      onStatus: (next) => {
        if (!mine) return;
        status = next;
        callbacks.onStatus(next);
        windows.tell({ type: "status", status: next });
      },
      onFailed: () => {
        if (!mine) return;
        windows.tell({ type: "lost" });
        callbacks.onFailed();
      },
    });
    return () => {
      mine = false;
      stop();
    };
  }

  return {
    /** Sees to it that every event after a position was told or will be. */
    reach(from: string | null): void {
      windows.tell({ type: "status", status });
      if (from === null) return;
      if (covered !== null && !isLater(covered, from)) {
        for (const event of kept)
          if (isLater(event.id, from)) windows.tell({ type: "event", event });
        return;
      }
      covered = from;
      kept = [];
      current();
      current = connect(from);
    },
    close: (): void => current(),
  };
}
