import type { Db } from "@vida/db/db";

import type { LiveEvent } from "./events.ts";
import { entryEvent, readPages, type ReadPage, type ReadRequest } from "./log-reader.ts";
import { createLoop } from "./loop.ts";
import {
  createSubscriber,
  push,
  receivePage,
  take,
  type Delivery,
  type SubscribeOptions,
  type Subscriber,
} from "./subscriber.ts";

/** All readers of one person in this process share one place in the log. */
type Audience = { position: number | undefined; subscribers: Set<Subscriber> };

export type LiveHub = {
  /**
   * Opens a stream of a person's events, in batches of their wire form.
   *
   * The promise settles when the place in the log is fixed: whatever is committed from then on is
   * delivered, once and in order. The iteration ends when `signal` aborts or the hub closes.
   */
  open(options: SubscribeOptions): Promise<AsyncIterable<Delivery[]>>;
  /** The same, one parsed event at a time. */
  subscribe(options: SubscribeOptions): AsyncIterable<{ id: string; event: LiveEvent }>;
  /** Ends every stream and stops listening. */
  close(): Promise<void>;
};

type HubOptions = { tickMs?: number; retryMs?: number; onError?: (error: unknown) => void };

/**
 * Fans the event log out to the readers of this process.
 *
 * It listens once and reads for everybody who was woken in one statement per tick. A notification
 * only says that there is something to read; the log alone says what, so a lost connection costs
 * nothing but time.
 */
export async function createLiveHub(db: Db, options: HubOptions = {}): Promise<LiveHub> {
  const { tickMs = 4, retryMs = 250, onError = () => undefined } = options;
  const audiences = new Map<string, Audience>();
  /** People whose log has grown. */
  const woken = new Set<string>();
  /** Readers that wait for a page of their own. */
  const behind = new Set<Subscriber>();
  let closed = false;

  const turn = async (): Promise<boolean> => {
    const people = [...woken].filter((userId) => audiences.get(userId)?.position !== undefined);
    const readers = [...behind];
    for (const userId of people) woken.delete(userId);
    behind.clear();
    const requests = [
      ...people.map((userId) => ({ userId, after: audiences.get(userId)?.position ?? 0 })),
      ...readers.map(ownRequest),
    ];
    if (requests.length === 0) return false;
    try {
      const pages = await readPages(db, requests);
      for (const [index, page] of pages.entries()) {
        const reader = readers[index - people.length];
        if (reader === undefined) spread(people[index] ?? "", page);
        else receive(reader, page);
      }
    } catch (error) {
      for (const userId of people) woken.add(userId);
      for (const reader of readers) if (!reader.closed) behind.add(reader);
      throw error;
    }
    return woken.size > 0 || behind.size > 0;
  };

  const loop = createLoop({ turn, delayMs: tickMs, gathers: false, retryMs, onError });

  const spread = (userId: string, page: ReadPage): void => {
    const audience = audiences.get(userId);
    if (audience === undefined) return;
    audience.position = page.entries.at(-1)?.id ?? audience.position;
    if (page.more) woken.add(userId);
    for (const subscriber of audience.subscribers) {
      if (subscriber.live) push(subscriber, page.entries);
    }
  };

  /** Gives a reader its page; the first or hindmost one moves the shared place of its person. */
  const receive = (subscriber: Subscriber, page: ReadPage): void => {
    receivePage(subscriber, page);
    const audience = audiences.get(subscriber.userId);
    const { position } = subscriber;
    if (audience === undefined || position === undefined || !subscriber.live) return;
    audience.position = Math.min(audience.position ?? position, position);
  };

  const wakeAll = (): void => {
    for (const userId of audiences.keys()) woken.add(userId);
    loop.poke();
  };

  const onMessage = (payload: string): void => {
    const userId = payload.slice(0, payload.indexOf(":"));
    if (!audiences.has(userId)) return;
    woken.add(userId);
    loop.poke();
  };

  const listener = await db.listen("vida_events", onMessage, wakeAll);

  const askForPage = (subscriber: Subscriber): void => {
    behind.add(subscriber);
    loop.poke();
  };

  const enter = (subscriber: Subscriber): void => {
    const audience = audiences.get(subscriber.userId) ?? {
      position: undefined,
      subscribers: new Set(),
    };
    audience.subscribers.add(subscriber);
    audiences.set(subscriber.userId, audience);
    askForPage(subscriber);
  };

  const leave = (subscriber: Subscriber): void => {
    subscriber.closed = true;
    behind.delete(subscriber);
    const audience = audiences.get(subscriber.userId);
    audience?.subscribers.delete(subscriber);
    if (audience?.subscribers.size === 0) {
      audiences.delete(subscriber.userId);
      woken.delete(subscriber.userId);
    }
    subscriber.wake();
  };

  async function* batches(subscriber: Subscriber): AsyncGenerator<Delivery[]> {
    try {
      while (!subscriber.closed) {
        const news = untilWoken(subscriber);
        if (subscriber.buffer.length > 0) {
          yield take(subscriber);
          continue;
        }
        if (!subscriber.live) askForPage(subscriber);
        await news;
      }
    } finally {
      leave(subscriber);
    }
  }

  const open: LiveHub["open"] = async (request) => {
    const subscriber = createSubscriber(request);
    if (closed || request.signal?.aborted === true) subscriber.closed = true;
    else {
      request.signal?.addEventListener("abort", () => leave(subscriber), { once: true });
      const placed = untilWoken(subscriber);
      enter(subscriber);
      await placed;
    }
    return batches(subscriber);
  };

  return {
    open,
    async *subscribe(request) {
      for await (const batch of await open(request)) {
        for (const { id, json } of batch) yield { id, event: entryEvent(json) };
      }
    },
    async close() {
      closed = true;
      for (const audience of audiences.values()) {
        for (const subscriber of audience.subscribers) leave(subscriber);
      }
      await Promise.all([loop.stop(), listener.close()]);
    },
  };
}

/** A place that is not known yet, or makes no sense, only asks for the ends of the log. */
function ownRequest({ userId, position = Number.NaN }: Subscriber): ReadRequest {
  return { userId, after: Number.isNaN(position) ? Number.MAX_SAFE_INTEGER : position };
}

function untilWoken(subscriber: Subscriber): Promise<void> {
  return new Promise((resolve) => {
    subscriber.wake = resolve;
  });
}
