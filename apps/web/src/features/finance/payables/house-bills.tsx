"use client";
import { useQuery } from "@tanstack/react-query";
import type { BillView } from "@vida/core/bills/schemas";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { MonthSwitch } from "../kit/month-switch.tsx";
import { useMonth } from "../kit/use-month.ts";
import { BillRow } from "./bill-row.tsx";
import { BillSheet } from "./bill-sheet.tsx";
import { RemoveBill } from "./remove-bill.tsx";

type Open = { kind: "edit"; bill: BillView | null } | { kind: "remove"; bill: BillView } | null;

/** The house bills of one month in every state, and the place where they are made. */
export function HouseBills() {
  const { month } = useMonth();
  const trpc = useTRPC();
  const bills = useQuery(trpc.bills.list.queryOptions({ month }));
  const canceled = useQuery(trpc.bills.list.queryOptions({ month, status: "canceled" }));
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const items = [...(bills.data?.items ?? []), ...(canceled.data?.items ?? [])];
  return (
    <Section title={t("finance.bill.title")} aside={t("finance.bill.note")}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <MonthSwitch />
        <Button onClick={() => setOpen({ kind: "edit", bill: null })}>
          <Plus aria-hidden="true" />
          {t("finance.bill.new")}
        </Button>
      </div>
      {bills.isPending ? <ListSkeleton rows={4} /> : null}
      {bills.isError ? <Failed error={bills.error} retry={bills.refetch} /> : null}
      {bills.isSuccess && items.length === 0 ? (
        <Empty
          title={t("finance.bill.emptyTitle")}
          action={
            <Button onClick={() => setOpen({ kind: "edit", bill: null })}>
              {t("finance.bill.new")}
            </Button>
          }
        >
          {t("finance.bill.emptyText")}
        </Empty>
      ) : null}
      <ul className="divide-y divide-line">
        {items.map((bill) => (
          <BillRow
            key={bill.id}
            bill={bill}
            onEdit={() => setOpen({ kind: "edit", bill })}
            onRemove={() => setOpen({ kind: "remove", bill })}
          />
        ))}
      </ul>
      {open?.kind === "edit" ? <BillSheet bill={open.bill} month={month} onClose={close} /> : null}
      {open?.kind === "remove" ? <RemoveBill bill={open.bill} onClose={close} /> : null}
    </Section>
  );
}
