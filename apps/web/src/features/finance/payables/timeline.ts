import type { Payable } from "@vida/core/finance/schemas";

import { monthOf } from "@/lib/days.ts";

export type Stretch = "overdue" | "week" | "month" | "later";

/** Cuts the timeline where a person would: what is late, the next seven days, the rest of the month, after. */
export function stretches(items: readonly Payable[], today: string): [Stretch, Payable[]][] {
  const groups: Record<Stretch, Payable[]> = { overdue: [], week: [], month: [], later: [] };
  for (const item of items) groups[stretchOf(item, today)].push(item);
  return (["overdue", "week", "month", "later"] as const)
    .map((name): [Stretch, Payable[]] => [name, groups[name]])
    .filter(([, group]) => group.length > 0);
}

function stretchOf(item: Payable, today: string): Stretch {
  if (item.daysUntilDue < 0) return "overdue";
  if (item.daysUntilDue <= 7) return "week";
  return monthOf(item.dueOn) === monthOf(today) ? "month" : "later";
}
