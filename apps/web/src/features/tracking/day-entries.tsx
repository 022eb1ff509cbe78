"use client";
import type { DayView, EntryView } from "@vida/core/tracking/schemas";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

import { EntryRow } from "./entry-row.tsx";
import { addsUp, entryLabel, measure, metricIcon } from "./metric-kinds.ts";

type Props = {
  entries: readonly EntryView[];
  totals: DayView["totals"];
  onEdit: (entry: EntryView) => void;
};

/** A day's entries under the name of what they measure, in the order of their first entry. */
export function DayEntries({ entries, totals, onEdit }: Props) {
  const groups = new Map<string, EntryView[]>();
  for (const entry of entries) {
    const key = entry.metricId ?? entry.type;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return (
    <>
      {[...groups].map(([key, group]) => {
        const [first] = group;
        if (first === undefined) return null;
        const Icon = metricIcon(first.type);
        const total = totals.find((one) => (one.metricId ?? one.type) === key);
        return (
          <Section
            key={key}
            title={
              <span className="inline-flex items-center gap-2">
                <Icon aria-hidden="true" className="size-4.5 text-folha" />
                {entryLabel(first)}
              </span>
            }
            aside={
              group.length > 1 && total !== undefined && addsUp(first.type)
                ? t("tracking.total", { value: measure(total.type, total.value, total.unit) })
                : undefined
            }
          >
            <ul className="divide-y divide-line">
              {group.map((entry) => (
                <EntryRow key={entry.id} entry={entry} onEdit={onEdit} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
