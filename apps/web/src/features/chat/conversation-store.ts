import type { MessageView } from "@vida/core/live/message";

import { now } from "@/lib/clock.ts";
import { newId } from "@/lib/new-id.ts";
import type { Client } from "@/trpc/client.ts";

import { isLater } from "../live/event-id.ts";
import type { LiveHub, TrackedEvent } from "../live/hub.ts";
import {
  withAsked,
  withFeedback,
  withKept,
  withOlder,
  withRun,
  withSent,
  withStopping,
  withUnsent,
} from "./conversation-actions.ts";
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

/** How a message is sent: with the preview that Enter agreed to, or so that its card opens with its form. */
export type Sending = { hash?: string | null; adjust?: boolean };

/** Whether a message belongs to a branch that another window opened. */
function leavesBranch(
  entry: ConversationEntry | undefined,
  eventId: string,
  message: MessageView,
): boolean {
  if (entry?.load !== "ready" || !isLater(eventId, entry.state.position)) return false;
  const { messages } = entry.state;
  const known = messages.some(({ id }) => id === message.id || id === message.parentId);
  return messages.length > 0 && (!known || message.branch.count > 1);
}

/** Keeps the conversations that were opened in this tab, brought up to date by the live stream. */
export function makeConversationStore(client: Client, hub: LiveHub) {
  const entries = new Map<string, ConversationEntry>();
  const leaving = new Map<string, Promise<unknown>>();
  const loads = new Map<string, { asked: number; shown: number }>();
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
    const turns = loads.get(id) ?? { asked: 0, shown: 0 };
    loads.set(id, turns);
    const turn = (turns.asked += 1);
    try {
      const page = await client.chat.messages.query({ conversationId: id, limit: PAGE });
      // On a slow line an older page may come in behind a newer one: its branch is the one that was left.
      if (turn < turns.shown) return;
      turns.shown = turn;
      hub.ensureFrom(page.position);
      const state = hub
        .since(id, page.position)
        .reduce(
          (current, event) => reduce(current, event.id, event.data),
          withKept(
            fromPage(page.items, page.position, page.activeRunId),
            entries.get(id)?.state ?? EMPTY,
          ),
        );
      set(id, { state, load: "ready", error: null, olderCursor: page.nextCursor ?? null });
    } catch (error) {
      const known = entries.get(id) ?? LOADING;
      set(id, known.load === "ready" ? known : { ...known, load: "failed", error });
    }
  }

  /** Messages of a conversation leave one behind the other: on a slow line the second must not arrive first. */
  function inOrder<T>(id: string, work: () => Promise<T>): Promise<T> {
    const mine = (leaving.get(id) ?? Promise.resolve()).then(work, work);
    leaving.set(id, mine);
    return mine;
  }

  async function deliver(
    id: string,
    messageId: string,
    content: string,
    { hash = null, adjust = false }: Sending = {},
  ): Promise<void> {
    change(id, (state) => ({
      ...withSent(state, { conversationId: id, messageId, content, at: now().toISOString() }),
      adjust: adjust ? "next" : null,
    }));
    try {
      const message = { conversationId: id, messageId };
      const { runId } = await inOrder(id, () =>
        hash === null
          ? client.chat.send.mutate({ ...message, content })
          : client.chat.capture.mutate({ ...message, text: content, hash }),
      );
      change(id, (state) => withRun(state, messageId, runId));
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

  /** Leaves a branch for a new one, shown at once and read again when the server has it. */
  async function branchOff(
    id: string,
    show: (state: ConversationState) => ConversationState,
    ask: () => Promise<unknown>,
  ): Promise<void> {
    change(id, show);
    try {
      await ask();
    } finally {
      await load(id);
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
    send: (id: string, content: string, how?: Sending): Promise<void> =>
      deliver(id, newId(), content, how),
    /** Sends a message that did not arrive once more, under the id it already has. */
    resend: (id: string, messageId: string, content: string): Promise<void> =>
      deliver(id, messageId, content),
    /** Asks again with other words. */
    edit: (id: string, messageId: string, content: string): Promise<void> =>
      branchOff(
        id,
        (state) => withAsked(state, messageId, content),
        () => client.chat.edit.mutate({ messageId, content }),
      ),
    /** Has a message of the person answered once more; `answerId` is what was answered. */
    regenerate: (id: string, messageId: string, answerId: string): Promise<void> =>
      branchOff(
        id,
        (state) => withAsked(state, messageId),
        () => client.chat.regenerate.mutate({ messageId: answerId }),
      ),
    /** Shows another of the messages that stand in a message's place. */
    selectBranch: (id: string, messageId: string, index: number): Promise<void> =>
      branchOff(
        id,
        (state) => state,
        () => client.chat.selectBranch.mutate({ messageId, index }),
      ),
    async rate(id: string, messageId: string, feedback: "up" | "down" | null): Promise<void> {
      const before = entries.get(id)?.state.messages.find((one) => one.id === messageId)?.feedback;
      change(id, (state) => withFeedback(state, messageId, feedback));
      try {
        await client.chat.feedback.mutate({ messageId, feedback });
      } catch (error) {
        change(id, (state) => withFeedback(state, messageId, before ?? null));
        throw error;
      }
    },
    async stop(id: string): Promise<void> {
      change(id, withStopping);
      const runId = entries.get(id)?.state.run?.runId;
      if (runId !== null && runId !== undefined) await client.chat.stop.mutate({ runId });
    },
    receive({ id, data }: TrackedEvent): void {
      if (data.type === "reset") {
        for (const known of entries.keys()) void load(known);
      } else if ("conversationId" in data && typeof data.conversationId === "string") {
        const { conversationId } = data;
        if (
          data.type === "message_saved" &&
          leavesBranch(entries.get(conversationId), id, data.message)
        )
          void load(conversationId);
        change(conversationId, (state) => reduce(state, id, data));
      }
    },
  };
}
