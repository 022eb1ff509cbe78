"use client";
import { longDay, relativeDay } from "@/lib/format.ts";

import { useToday } from "../../account/use-me.ts";
import { Sum } from "../kit/sum.tsx";
import type { Day } from "./group-rows.ts";
import { TransactionRow } from "./transaction-row.tsx";

type Props = { group: Day; editing: string | null; onEdit: (id: string | null) => void };

/** One day of the ledger under its name, with what it left. */
export function DayGroup({ group, editing, onEdit }: Props) {
  const today = useToday();
  const near = relativeDay(group.day, today);
  return (
    <section className="border-t border-line pt-3 pb-4">
      <header className="mb-1 flex items-baseline justify-between gap-3">
        <h2 className="text-lg first-letter:uppercase">
          {group.day > today ? longDay(group.day) : near.length < 10 ? near : longDay(group.day)}
        </h2>
        <span className="flex flex-wrap justify-end gap-x-3 text-xs text-soft">
          {group.lines.length < 2
            ? null
            : group.results.map((one) => (
                <Sum key={one.currency} amount={one.amount} currency={one.currency} sign />
              ))}
        </span>
      </header>
      <ul className="divide-y divide-line/70">
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
