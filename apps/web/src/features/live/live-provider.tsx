"use client";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";

import type { Client } from "@/trpc/client.ts";
import { useTRPCClient } from "@/trpc/context.ts";
import { invalidateRouters } from "@/trpc/invalidate.ts";

import { makeConversationStore, type ConversationStore } from "../chat/conversation-store.ts";
import { makeHub, type LiveHub, type LiveStatus, type OpenStream } from "./hub.ts";

type Live = { hub: LiveHub; conversations: ConversationStore };

const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = use(LiveContext);
  if (live === null) throw new Error("useLive stands outside LiveProvider");
  return live;
}

export function useLiveStatus(): LiveStatus {
  const { hub } = useLive();
  return useSyncExternalStore(
    (watcher) => hub.watch(watcher),
    () => hub.status(),
    () => "connecting" as const,
  );
}

/** Holds the one live stream while the tab is visible and lets what happens reach the pages. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [live] = useState<Live>(() => {
    const hub = makeHub(openWith(client), (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    });
    return { hub, conversations: makeConversationStore(client, hub) };
  });

  useEffect(() => applyToCache(live, cache), [live, cache]);
  useEffect(() => {
    const follow = (): void =>
      document.visibilityState === "visible" ? live.hub.start() : live.hub.pause();
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      live.hub.pause();
    };
  }, [live]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

function openWith(client: Client): OpenStream {
  return (lastEventId, callbacks) => {
    const subscription = client.live.events.subscribe(lastEventId === null ? {} : { lastEventId }, {
      onData: ({ id, data }) => callbacks.onEvent({ id, data }),
      onConnectionStateChange: ({ state, error }) => {
        if (state === "pending") callbacks.onStatus("live");
        else if (state === "connecting")
          callbacks.onStatus(error === null ? "connecting" : "reconnecting");
      },
      onError: () => callbacks.onFailed(),
    });
    return () => subscription.unsubscribe();
  };
}

/** Fetches again what an event says has changed; a burst of events costs one round. */
function applyToCache({ hub, conversations }: Live, cache: QueryClient): () => void {
  const touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const touch = (names: readonly string[]): void => {
    for (const name of names) touched.add(name);
    timer ??= setTimeout(() => {
      timer = null;
      invalidateRouters(cache, [...touched]);
      touched.clear();
    }, 120);
  };
  const stop = hub.read((event) => {
    conversations.receive(event);
    switch (event.data.type) {
      case "changed":
        touch(event.data.touches);
        break;
      case "notification":
        touch(["notifications"]);
        break;
      case "title":
      case "message_saved":
      case "confirmation_required":
      case "confirmation_resolved":
        touch(["chat"]);
        break;
      case "reset":
        void cache.invalidateQueries();
        break;
      default:
    }
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
