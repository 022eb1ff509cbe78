import type { LogEntry, ReadPage } from "./log-reader.ts";

/** What one reader of the log asked for. `after` undefined means from now on. */
export type SubscribeOptions = {
  userId: string;
  conversationId?: string | undefined;
  /** An event id; `'0'` means from the beginning of what is kept, without a reset. */
  after?: string | undefined;
  signal?: AbortSignal | undefined;
};

/** An entry on its way to one reader. */
export type Delivery = { id: string; json: string };

/** At most this much waits in memory for a slow reader; beyond it the log is the buffer. */
const maxBuffered = 1_000;

const resetJson = '{"type":"reset"}';

/**
 * One reader of one person's log.
 *
 * `position` is the last id put into `buffer`, `delivered` the last one handed out. A reader that
 * is not `live` reads its own pages until it has caught up with the person's shared reading.
 */
export type Subscriber = {
  userId: string;
  conversationId: string | undefined;
  /** Undefined until the log's head was seen for the first time. */
  position: number | undefined;
  delivered: number;
  /** Starts at the oldest kept event whatever was pruned. */
  fromOldest: boolean;
  live: boolean;
  buffer: Delivery[];
  closed: boolean;
  wake: () => void;
};

function askedPosition(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  return /^\d{1,15}$/.test(after) ? Number(after) : Number.NaN;
}

export function createSubscriber(options: SubscribeOptions): Subscriber {
  const position = askedPosition(options.after);
  return {
    userId: options.userId,
    conversationId: options.conversationId,
    position,
    delivered: position ?? 0,
    fromOldest: position === 0,
    live: false,
    buffer: [],
    closed: false,
    wake: () => undefined,
  };
}

/** Appends what the reader has not seen and wants; drops to its own reading when it is too slow. */
export function push(subscriber: Subscriber, entries: readonly LogEntry[]): void {
  for (const entry of entries) {
    if (subscriber.position !== undefined && entry.id <= subscriber.position) continue;
    if (subscriber.buffer.length >= maxBuffered) {
      subscriber.live = false;
      subscriber.buffer = [];
      subscriber.position = subscriber.delivered;
      return;
    }
    subscriber.position = entry.id;
    const wanted = subscriber.conversationId ?? entry.conversationId;
    if (entry.conversationId === wanted) {
      subscriber.buffer.push({ id: String(entry.id), json: entry.json });
    }
  }
  if (subscriber.buffer.length === 0) subscriber.delivered = subscriber.position ?? 0;
  else subscriber.wake();
}

/**
 * Takes a page that was read for this reader alone.
 *
 * A place that was pruned, never existed (another database) or cannot be understood leads to one
 * `reset`, and the reader goes on from the head of the log.
 */
export function receivePage(subscriber: Subscriber, page: ReadPage): void {
  const { position } = subscriber;
  if (position === undefined) {
    subscriber.position = page.lastId;
    subscriber.delivered = page.lastId;
    subscriber.live = true;
  } else if (subscriber.fromOldest || (position >= page.prunedId && position <= page.lastId)) {
    subscriber.live = !page.more;
    subscriber.position = Math.max(position, page.prunedId);
    push(subscriber, page.entries);
  } else {
    subscriber.buffer.push({ id: String(page.lastId), json: resetJson });
    subscriber.position = page.lastId;
    subscriber.live = true;
  }
  subscriber.fromOldest = false;
  subscriber.wake();
}

/** Hands out everything that waits. */
export function take(subscriber: Subscriber): Delivery[] {
  const batch = subscriber.buffer;
  subscriber.buffer = [];
  subscriber.delivered = subscriber.position ?? subscriber.delivered;
  return batch;
}
