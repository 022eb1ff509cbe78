"use client";
import { useQuery } from "@tanstack/react-query";

import { cn } from "@/lib/cn.ts";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday } from "../account/use-me.ts";
import { heldWords, type Item } from "./knowledge-words.ts";

/** What held before and after, as a line through time; nothing when it never changed. */
export function ItemHistory({ item }: { item: Item }) {
  const trpc = useTRPC();
  const today = useToday();
  const history = useQuery(trpc.memory.history.queryOptions({ itemId: item.id }));
  const items = history.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-lg">{t("memory.history")}</h3>
      <ol className="ml-1 grid gap-3 border-l-2 border-line pl-5">
        {items.map((one) => (
          <li key={one.id} className="relative">
            <span
              aria-hidden="true"
              className={cn(
                "absolute top-2 -left-[1.65rem] size-2.5 rounded-full border-2 border-card",
                one.validTo === null ? "bg-ipe" : "bg-edge",
              )}
            />
            <p className={cn("break-words", one.validTo !== null && "text-soft")}>{one.content}</p>
            <p className="text-xs text-soft">
              {heldWords(one, today) ?? t("memory.since", { day: shortDay(one.validFrom, today) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
