"use client";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useMe } from "../account/use-me.ts";
import { kindName, type Notice } from "./notice-words.ts";

export const LIST = { limit: 30 };

/** Marks one notice as read, or all of them. */
export function useMarkRead() {
  return useAction({
    run: (client, notice: Notice | null, call) =>
      client.notifications.markRead.mutate(
        notice === null ? {} : { notificationId: notice.id },
        call,
      ),
    touches: ["notifications"],
  });
}

export function useDismiss() {
  const trpc = useTRPC();
  return useAction({
    run: (client, notice: Notice, call) =>
      client.notifications.dismiss.mutate({ notificationId: notice.id }, call),
    touches: ["notifications"],
    done: () => t("notices.dismissed"),
    optimistic: (cache, notice) => {
      const key = trpc.notifications.list.infiniteQueryKey(LIST);
      void cache.cancelQueries({ queryKey: key });
      const before = cache.getQueryData(key);
      if (before === undefined) return () => {};
      cache.setQueryData(key, {
        ...before,
        pages: before.pages.map((page) => ({
          ...page,
          items: page.items.filter(({ id }) => id !== notice.id),
        })),
      });
      return () => cache.setQueryData(key, before);
    },
  });
}

/** The kinds the person does not want to hear about, and the way to change them. */
export function useMuted() {
  const muted = useMe().data?.preferences.notifications.mutedKinds ?? [];
  const set = useAction({
    run: (client, { kind, on }: { kind: string; on: boolean }, call) => {
      const rest = muted.filter((other) => other !== kind);
      const mutedKinds = on ? [...rest, kind] : rest;
      return client.account.updateProfile.mutate(
        { preferences: { notifications: { mutedKinds } } },
        call,
      );
    },
    touches: ["account", "notifications"],
    done: (_output, { kind, on }) =>
      t(on ? "notices.muted" : "notices.unmuted", { kind: kindName(kind) }),
  });
  return { muted, set };
}
