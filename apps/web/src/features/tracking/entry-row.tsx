"use client";
import type { EntryView } from "@vida/core/tracking/schemas";
import { PencilLine, Trash2 } from "lucide-react";
import Link from "next/link";

import { Menu } from "@/components/ui/menu.tsx";
import { dayIn } from "@/lib/clock.ts";
import { clockTime, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { entryLabel, entryMeasure } from "./metric-kinds.ts";
import { useRemove } from "./use-entries.ts";

type Props = {
  entry: EntryView;
  onEdit: (entry: EntryView) => void;
  showDay?: boolean;
  named?: boolean;
};

/** One recorded value: when, how much, in whose words, and the way to set it right. */
export function EntryRow({ entry, onEdit, showDay = false, named = false }: Props) {
  const remove = useRemove();
  const zone = useZone();
  const today = useToday();
  const written = dayIn(zone, new Date(entry.createdAt)) === entry.day;
  const when =
    entry.time === null
      ? written
        ? clockTime(entry.createdAt, zone)
        : ""
      : entry.time.replace(/^0/, "").replace(":", "h");
  const label = t("tracking.entryOptions", { what: entryLabel(entry), value: entryMeasure(entry) });
  return (
    <li className="flex min-h-13 items-center gap-3 py-1" data-entry={entry.type}>
      {showDay ? (
        <Link
          href={entry.day === today ? "/tracking" : `/tracking?day=${entry.day}`}
          prefetch={false}
          className="w-28 shrink-0 text-xs text-soft underline-offset-3 hover:underline"
        >
          {relativeDay(entry.day, today)}
        </Link>
      ) : (
        <span className="figures w-12 shrink-0 text-xs text-soft">{when}</span>
      )}
      {named ? <span className="min-w-0 shrink truncate">{entryLabel(entry)}</span> : null}
      <span className="figure-big shrink-0 text-lg">{entryMeasure(entry)}</span>
      <span className="min-w-0 flex-1 truncate text-soft" title={entry.notes ?? undefined}>
        {[
          entry.quality === null ? null : t("tracking.qualityIs", { value: entry.quality }),
          entry.notes,
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {entry.source === "chat" ? (
        <span className="text-xs text-soft max-sm:hidden">{t("tracking.fromChat")}</span>
      ) : null}
      <Menu
        label={label}
        items={[
          {
            label: t("tracking.adjust"),
            icon: <PencilLine aria-hidden="true" />,
            run: () => onEdit(entry),
          },
          {
            label: t("tracking.remove"),
            icon: <Trash2 aria-hidden="true" />,
            run: () => remove.mutate(entry),
            danger: true,
          },
        ]}
      />
    </li>
  );
}
