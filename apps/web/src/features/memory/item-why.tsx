"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";

import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { dayIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday, useZone } from "../account/use-me.ts";
import type { Item } from "./knowledge-words.ts";

/** Where an item came from: the person's own sentence, or what it was concluded from. */
export function ItemWhy({ item }: { item: Item }) {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const why = useQuery(trpc.memory.why.queryOptions({ itemId: item.id }));
  const dayOf = (at: string): string => relativeDay(dayIn(zone, new Date(at)), today);
  const recorded = dayOf(item.recordedAt);
  const message = why.data?.message ?? null;
  const evidence = why.data?.evidence ?? null;
  const lead =
    message !== null
      ? t("memory.whySaid", { day: dayOf(message.at) })
      : item.source === "user_input"
        ? t("memory.whyWrote", { day: recorded })
        : evidence !== null
          ? t("memory.whyNoticed", { day: recorded })
          : t("memory.whyUnknown");
  return (
    <section className="grid gap-2">
      <h3 className="text-lg">{t("memory.why")}</h3>
      {why.isPending ? <Bone className="h-12" /> : null}
      {why.isError ? <Failed error={why.error} retry={why.refetch} /> : null}
      {why.isSuccess ? (
        <>
          <p className="text-soft">{lead}</p>
          {message === null && evidence === null ? null : (
            <blockquote className="border-l-3 border-ipe pl-3.5 break-words whitespace-pre-line">
              {message?.text ?? evidence}
            </blockquote>
          )}
          {message === null ? null : (
            <Link
              href={`/chat?c=${message.conversationId}`}
              prefetch={false}
              className="justify-self-start text-xs text-accent underline underline-offset-4"
            >
              {t("memory.toConversation")}
            </Link>
          )}
        </>
      ) : null}
    </section>
  );
}
