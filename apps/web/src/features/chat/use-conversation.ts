"use client";
import { useCallback, useEffect, useSyncExternalStore } from "react";

import { useLive } from "../live/live-provider.tsx";
import { LOADING, type ConversationEntry } from "./conversation-store.ts";

/** Follows one conversation; it is fetched with its first reader. */
export function useConversation(id: string | null): ConversationEntry {
  const { conversations } = useLive();
  const entry = useSyncExternalStore(
    useCallback(
      (watcher) => (id === null ? () => {} : conversations.watch(id, watcher)),
      [conversations, id],
    ),
    () => (id === null ? LOADING : conversations.get(id)),
    () => LOADING,
  );
  useEffect(() => {
    if (id !== null && conversations.get(id) === LOADING) void conversations.load(id);
  }, [conversations, id]);
  return entry;
}
