import { now } from "@/lib/clock.ts";
import { newId } from "@/lib/new-id.ts";
import type { Client } from "@/trpc/client.ts";

import type { LiveHub, TrackedEvent } from "../live/hub.ts";
import { withOlder, withRun, withSent, withStopping, withUnsent } from "./conversation-actions.ts";
import { EMPTY, fromPage, reduce, type ConversationState } from "./conversation-state.ts";

export type ConversationEntry = {
  readonly state: ConversationState;
  readonly load: "loading" | "ready" | "failed";
  readonly error: unknown;
  readonly olderCursor: string | null;
};

export type ConversationStore = ReturnType<typeof makeConversationStore>;

export const LOADING: ConversationEntry = {
  state: EMPTY,
  load: "loading",
  error: null,
  olderCursor: null,
};
const PAGE = 40;

/** Keeps the conversations that were opened in this tab, brought up to date by the live stream. */
export function makeConversationStore(client: Client, hub: LiveHub) {
  const entries = new Map<string, ConversationEntry>();
  const watchers = new Map<string, Set<() => void>>();

  function set(id: string, next: ConversationEntry): void {
    entries.set(id, next);
    for (const watch of watchers.get(id) ?? []) watch();
  }

  function change(id: string, work: (state: ConversationState) => ConversationState): void {
    const entry = entries.get(id);
    if (entry === undefined) return;
    const state = work(entry.state);
    if (state !== entry.state) set(id, { ...entry, state });
  }

  async function load(id: string): Promise<void> {
    if (!entries.has(id)) entries.set(id, LOADING);
    try {
      const page = await client.chat.messages.query({ conversationId: id, limit: PAGE });
      hub.ensureFrom(page.position);
      const state = hub
        .since(id, page.position)
        .reduce(
          (current, event) => reduce(current, event.id, event.data),
          fromPage(page.items, page.position, page.activeRunId),
        );
      set(id, { state, load: "ready", error: null, olderCursor: page.nextCursor ?? null });
    } catch (error) {
      const known = entries.get(id) ?? LOADING;
      set(id, known.load === "ready" ? known : { ...known, load: "failed", error });
    }
  }

  async function deliver(id: string, messageId: string, content: string): Promise<void> {
    change(id, (state) =>
      withSent(state, { conversationId: id, messageId, content, at: now().toISOString() }),
    );
    try {
      const { runId } = await client.chat.send.mutate({ conversationId: id, messageId, content });
      change(id, (state) => withRun(state, runId));
      // Stopped before the server had named the run.
      if (entries.get(id)?.state.run?.status === "stopping")
        await client.chat.stop.mutate({ runId });
      // Whatever the stream missed while it was away is read from the stored messages.
      if (hub.status() !== "live") void load(id);
    } catch (error) {
      change(id, (state) => withUnsent(state, messageId));
      throw error;
    }
  }

  return {
    get: (id: string): ConversationEntry => entries.get(id) ?? LOADING,
    watch(id: string, watcher: () => void): () => void {
      const set = watchers.get(id) ?? new Set();
      watchers.set(id, set.add(watcher));
      return () => set.delete(watcher);
    },
    load,
    /** Makes a conversation that was just created ready without a round trip. */
    adopt(id: string): void {
      if (!entries.has(id)) entries.set(id, { ...LOADING, load: "ready" });
    },
    async loadOlder(id: string): Promise<void> {
      const entry = entries.get(id);
      if (entry === undefined || entry.olderCursor === null) return;
      const page = await client.chat.messages.query({
        conversationId: id,
        limit: PAGE,
        cursor: entry.olderCursor,
      });
      const current = entries.get(id) ?? entry;
      set(id, {
        ...current,
        state: withOlder(current.state, page.items),
        olderCursor: page.nextCursor ?? null,
      });
    },
    send: (id: string, content: string): Promise<void> => deliver(id, newId(), content),
    /** Sends a message that did not arrive once more, under the id it already has. */
    resend: deliver,
    async stop(id: string): Promise<void> {
      change(id, withStopping);
      const runId = entries.get(id)?.state.run?.runId;
      if (runId !== null && runId !== undefined) await client.chat.stop.mutate({ runId });
    },
    receive({ id, data }: TrackedEvent): void {
      if (data.type === "reset") {
        for (const known of entries.keys()) void load(known);
      } else if ("conversationId" in data && typeof data.conversationId === "string") {
        change(data.conversationId, (state) => reduce(state, id, data));
      }
    },
  };
}
