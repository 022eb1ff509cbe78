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

import { useMe } from "../account/use-me.ts";
import { makeConversationStore, type ConversationStore } from "../chat/conversation-store.ts";
import { makeHub, type LiveHub, type LiveStatus, type OpenStream } from "./hub.ts";
import { sharedStream, type Windows } from "./shared-stream.ts";
import { browserWindows } from "./windows.ts";

type Live = {
  hub: LiveHub;
  conversations: ConversationStore;
  /** Shares the stream with other windows of the same person from its next opening on. */
  share: (windows: Windows | null) => void;
};

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

/**
 * Keeps the pages up to date while the window is visible. Of all windows of one browser that show the same
 * person, one holds the stream and tells the others.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [live] = useState<Live>(() => {
    const alone = openWith(client);
    let open = alone;
    const hub = makeHub(
      (from, callbacks) => open(from, callbacks),
      (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    );
    const share = (windows: Windows | null): void => {
      open = windows === null ? alone : sharedStream(alone, windows);
    };
    return { hub, conversations: makeConversationStore(client, hub), share };
  });
  const me = useMe();
  // Windows share what is one person's; who that is, is known first, or cannot be known now.
  const person = me.data?.id ?? (me.isError ? null : undefined);
  // What changes between a page's reading and the stream's opening is told too.
  const [position, setPosition] = useState(me.data?.position);
  if (position === undefined && me.data !== undefined) setPosition(me.data.position);

  useEffect(() => applyToCache(live, cache), [live, cache]);
  useEffect(() => {
    if (person === undefined) return undefined;
    const windows = person === null ? null : browserWindows(person);
    live.share(windows);
    if (position !== undefined) live.hub.ensureFrom(position);
    const follow = (): void =>
      document.visibilityState === "visible" ? live.hub.start() : live.hub.pause();
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      live.hub.pause();
      windows?.close();
    };
  }, [live, person, position]);

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
