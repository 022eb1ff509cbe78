import { daysBetween, monthOf } from "../../lib/days.ts";

export type Age = "today" | "yesterday" | "week" | "month" | "earlier";
export type AgeGroup<Item> = { name: Age; items: Item[] };

function ageOf(day: string, today: string): Age {
  const days = daysBetween(day, today);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 7) return "week";
  return monthOf(day) === monthOf(today) ? "month" : "earlier";
}

/** Groups things that come newest first by how long ago their day was. */
export function groupByAge<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => string,
  today: string,
): AgeGroup<Item>[] {
  const groups: AgeGroup<Item>[] = [];
  for (const item of items) {
    const name = ageOf(dayOf(item), today);
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ name, items: [item] });
  }
  return groups;
}
