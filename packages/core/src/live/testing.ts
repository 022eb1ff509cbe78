import type { Db } from "@vida/db/db";
import { v4 } from "uuid";

import { eventsJson, type LiveEvent } from "./events.ts";
import type { LiveHub } from "./hub.ts";
import type { SubscribeOptions } from "./subscriber.ts";

export type Received = { id: string; event: LiveEvent };

/** Appends events as an operation of the person does: last in a transaction. */
export async function say(db: Db, userId: string, events: LiveEvent[]): Promise<void> {
  await db.withSession({ userId, actor: "user", actionId: v4() }, async (tx) => {
    await tx.$executeRaw`select append_events(${eventsJson(events)}::jsonb)`;
  });
}

export function titleEvent(conversationId: string, title: string): LiveEvent {
  return { type: "title", conversationId, title };
}

/** The titles among what was received, in order. */
export function titles(received: readonly Received[]): string[] {
  return received.map(({ event }) => (event.type === "title" ? event.title : event.type));
}

/** Reads until `count` events came and stops reading. */
export async function receive(
  hub: LiveHub,
  options: SubscribeOptions,
  count: number,
): Promise<Received[]> {
  const received: Received[] = [];
  for await (const item of hub.subscribe(options)) {
    received.push(item);
    if (received.length === count) break;
  }
  return received;
}
