"use client";
import type { DayView, EntryView } from "@vida/core/tracking/schemas";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

import { EntryRow } from "./entry-row.tsx";
import { MetricIcon } from "./metric-icon.tsx";
import { addsUp, entryLabel, measure } from "./metric-kinds.ts";

type Props = {
  entries: readonly EntryView[];
  totals: DayView["totals"];
  onEdit: (entry: EntryView) => void;
};

/** A day's entries under the name of what they measure, in the order of their first entry. */
export function DayEntries({ entries, totals, onEdit }: Props) {
  const groups = new Map<string, EntryView[]>();
  for (const entry of entries.toSorted(byTime)) {
    const key = entry.metricId ?? entry.type;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return (
    <>
      {[...groups].map(([key, group]) => {
        const [first] = group;
        if (first === undefined) return null;
        const total = totals.find((one) => (one.metricId ?? one.type) === key);
        return (
          <Section
            key={key}
            title={
              <span className="inline-flex items-center gap-2">
                <MetricIcon type={first.type} className="size-4.5 text-folha" />
                {entryLabel(first)}
              </span>
            }
            aside={
              group.length > 1 && total !== undefined && addsUp(first.type)
                ? t("tracking.total", { value: measure(total.type, total.value, total.unit) })
                : undefined
            }
          >
            <ul className="divide-y divide-line lg:-mt-2">
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

/** By the time the person gave; what has none keeps the order in which it was written. */
function byTime(one: EntryView, other: EntryView): number {
  if (one.time === null || other.time === null) return 0;
  return one.time.localeCompare(other.time);
}
