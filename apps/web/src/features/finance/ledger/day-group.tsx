"use client";
import { daysBetween } from "@vida/core/dates";

import { longDay, relativeDay } from "@/lib/format.ts";

import { useToday } from "../../account/use-me.ts";
import { Sum } from "../kit/sum.tsx";
import type { Day } from "./group-rows.ts";
import { TransactionRow } from "./transaction-row.tsx";

type Props = { group: Day; editing: string | null; onEdit: (id: string | null) => void };

/** One day of the ledger under its name, with what it left. */
export function DayGroup({ group, editing, onEdit }: Props) {
  const today = useToday();
  const distance = daysBetween(today, group.day);
  const isNear = distance >= -2 && distance <= 1;
  return (
    <section className="grid gap-x-8 border-t border-line pt-3 pb-4 lg:grid-cols-[10.5rem_1fr]">
      <header className="flex items-baseline justify-between gap-3 lg:block lg:pt-2">
        <h2 className="text-lg first-letter:uppercase">
          {isNear ? relativeDay(group.day, today) : longDay(group.day)}
        </h2>
        <p className="flex flex-wrap justify-end gap-x-3 text-xs text-soft lg:mt-0.5 lg:justify-start">
          {group.lines.length < 2
            ? null
            : group.results.map((one) => (
                <Sum key={one.currency} amount={one.amount} currency={one.currency} sign />
              ))}
        </p>
      </header>
      <ul className="min-w-0 divide-y divide-line/70">
        {group.lines.map((line) => (
          <TransactionRow
            key={line.row.id}
            line={line}
            editing={editing === line.row.id}
            onEdit={(open) => onEdit(open ? line.row.id : null)}
          />
        ))}
      </ul>
    </section>
  );
}
