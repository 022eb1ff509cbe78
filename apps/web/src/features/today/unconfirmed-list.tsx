"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { dayIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useZone } from "../account/use-me.ts";

/** Cards that nobody answered in time, each of which can be shown again. */
export function UnconfirmedList({ day }: { day: string }) {
  const trpc = useTRPC();
  const zone = useZone();
  const list = useQuery(trpc.chat.unconfirmed.queryOptions({}));
  const reopen = useAction({
    run: (client, confirmationId: string, call) =>
      client.chat.reopen.mutate({ confirmationId }, call),
    touches: ["chat"],
    done: () => t("today.reopened"),
  });
  if (list.isPending) return <ListSkeleton rows={2} />;
  if (list.isError) return <Failed error={list.error} retry={list.refetch} />;
  return (
    <ul className="max-w-2xl divide-y divide-line">
      {list.data.items.map((card) => {
        const what = card.actions.map(({ title }) => title).join(", ");
        return (
          <li
            key={card.confirmationId}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5"
          >
            <span className="min-w-40 flex-1">
              <span className="block font-medium break-words">{what}</span>
              <span className="text-xs text-soft">
                {t("today.expiredOn", {
                  day: relativeDay(dayIn(zone, new Date(card.expiredAt)), day),
                })}
              </span>
            </span>
            <Button
              size="small"
              disabled={reopen.isPending}
              onClick={() => reopen.mutate(card.confirmationId)}
              aria-label={t("today.reopenWhat", { what })}
            >
              {t("today.reopen")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
