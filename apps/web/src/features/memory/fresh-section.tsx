"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { dayIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { asksForLook, sureness, type Item } from "./knowledge-words.ts";
import { useValidate } from "./use-memory.ts";

/** What the nightly reading noticed and the person has not looked at; nothing when there is nothing. */
export function FreshSection({ onOpen }: { onOpen: (item: Item) => void }) {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const validate = useValidate();
  const newest = useQuery(trpc.memory.search.queryOptions({ limit: 50 }));
  const items = (newest.data?.items ?? []).filter(asksForLook);
  if (items.length === 0) return null;
  return (
    <Section title={t("memory.fresh")} aside={t("memory.freshNote")}>
      <ul className="grid max-w-2xl gap-3">
        {items.map((item) => (
          <li
            key={item.id}
            className="grid gap-3 rounded-card border border-accent/30 bg-accent-wash px-5 py-4"
          >
            <p className="font-serif text-lg text-pretty">{item.content}</p>
            <div className="flex flex-wrap items-center gap-2">
              <span className="flex-1 text-xs text-soft">
                {sureness(item)} · {relativeDay(dayIn(zone, new Date(item.recordedAt)), today)}
              </span>
              <Button size="small" onClick={() => validate.mutate(item)}>
                {t("memory.right")}
              </Button>
              <Button size="small" look="soft" onClick={() => onOpen(item)}>
                {t("memory.correct")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
