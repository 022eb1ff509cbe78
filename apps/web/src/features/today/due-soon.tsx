"use client";
import type { Payable } from "@vida/core/finance/schemas";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

import { PayableRow } from "../finance/payables/payable-row.tsx";

const PaySheet = dynamic(
  () => import("../finance/payables/pay-sheet.tsx").then((module) => module.PaySheet),
  { ssr: false },
);

/** What is overdue or due today, each with "Já paguei", then the week ahead. */
export function DueSoon({ payables, day }: { payables: readonly Payable[]; day: string }) {
  const [paying, setPaying] = useState<Payable | null>(null);
  const now = payables.filter(({ dueOn }) => dueOn <= day);
  const ahead = payables.filter(({ dueOn }) => dueOn > day);
  const rows = (list: readonly Payable[]) => (
    <ul className="divide-y divide-line">
      {list.map((payable) => (
        <PayableRow
          key={`${payable.kind}:${payable.id}:${payable.month}:${payable.number}`}
          payable={payable}
          today={day}
          onPay={setPaying}
        />
      ))}
    </ul>
  );
  return (
    <Section
      title={t("today.payables")}
      aside={
        <Link
          href="/finance/payables"
          className="underline-offset-4 hover:text-ink hover:underline"
        >
          {t("today.openPayables")}
        </Link>
      }
    >
      <div className="lg:-mt-3">
        {now.length === 0 ? (
          <p className="py-3 text-soft">
            {t(ahead.length === 0 ? "today.nothingDueWeek" : "today.nothingDue")}
          </p>
        ) : (
          rows(now)
        )}
        {ahead.length === 0 ? null : (
          <>
            <h3 className="mt-3 border-b border-line pb-1 text-xs font-medium text-soft">
              {t("today.nextDays")}
            </h3>
            {rows(ahead)}
          </>
        )}
      </div>
      {paying === null ? null : <PaySheet payable={paying} onClose={() => setPaying(null)} />}
    </Section>
  );
}
