"use client";
import { dayIn } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { AreaName } from "../goals/area-name.tsx";
import { heldWords, sureness, type Item } from "./knowledge-words.ts";

/** One thing that is known: the sentence, its area, how sure, since when. */
export function KnowledgeRow({ item, onOpen }: { item: Item; onOpen: (item: Item) => void }) {
  const zone = useZone();
  const today = useToday();
  const held = heldWords(item, today);
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(item)}
        className="-mx-3 grid w-[calc(100%+1.5rem)] gap-1 rounded-control px-3 py-3 text-left -outline-offset-2 hover:bg-ink/3"
      >
        <span className={cn("line-clamp-3 text-pretty", held !== null && "text-soft line-through")}>
          {item.content}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-soft">
          {item.area === null ? null : <AreaName area={item.area} />}
          <span>{t(`knowledge.${item.type}`)}</span>
          <span className="font-medium text-ink">{sureness(item)}</span>
          <span>{held ?? relativeDay(dayIn(zone, new Date(item.recordedAt)), today)}</span>
        </span>
      </button>
    </li>
  );
}
