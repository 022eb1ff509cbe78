"use client";
import { useQuery } from "@tanstack/react-query";
import type { Payable } from "@vida/core/finance/schemas";
import { useState } from "react";

import { Page, Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday } from "../../account/use-me.ts";
import { RecordButton } from "../finance-frame.tsx";
import { isZero, total } from "../kit/amounts.ts";
import { BigSum, exactMoney } from "../kit/sum.tsx";
import { HouseBills } from "./house-bills.tsx";
import { PaySheet } from "./pay-sheet.tsx";
import { PayableRow } from "./payable-row.tsx";
import { stretches } from "./timeline.ts";

/** Everything still to pay on one timeline, then the month's house bills in every state. */
export function PayablesPage() {
  const today = useToday();
  const trpc = useTRPC();
  const payables = useQuery(trpc.finance.payables.queryOptions({}));
  const [paying, setPaying] = useState<Payable | null>(null);
  const items = payables.data?.items ?? [];
  return (
    <Page
      title={t("finance.part.payables")}
      note={t("finance.payables.note")}
      actions={<RecordButton />}
    >
      {payables.isPending ? <ListSkeleton rows={5} /> : null}
      {payables.isError ? <Failed error={payables.error} retry={payables.refetch} /> : null}
      {payables.isSuccess && items.length > 0 ? (
        <div className="mb-6 flex flex-wrap gap-x-10 gap-y-2">
          {payables.data.totals.map((one) => (
            <p key={one.currency}>
              <BigSum amount={one.total} currency={one.currency} className="text-2xl" />
              {isZero(one.overdue) ? null : (
                <span className="ml-2 text-xs font-medium text-urucum-ink">
                  {t("finance.payables.overdueOf", {
                    amount: exactMoney(one.overdue, one.currency),
                  })}
                </span>
              )}
            </p>
          ))}
        </div>
      ) : null}
      {payables.isSuccess && items.length === 0 ? (
        <Empty className="mb-8" title={t("finance.payables.emptyTitle")}>
          {t("finance.payables.emptyText")}
        </Empty>
      ) : null}
      {stretches(items, today).map(([stretch, group]) => (
        <Section
          key={stretch}
          title={t(`finance.payables.stretch.${stretch}`)}
          aside={sumsOf(group)}
        >
          <ul className="divide-y divide-line lg:-mt-3">
            {group.map((payable) => (
              <PayableRow
                key={`${payable.kind}:${payable.id}:${payable.month}:${payable.number}`}
                payable={payable}
                today={today}
                onPay={setPaying}
              />
            ))}
          </ul>
        </Section>
      ))}
      <HouseBills />
      {paying === null ? null : <PaySheet payable={paying} onClose={() => setPaying(null)} />}
    </Page>
  );
}

function sumsOf(items: readonly Payable[]): string {
  const currencies = [...new Set(items.map((item) => item.currency))];
  return currencies
    .map((currency) =>
      exactMoney(
        total(items.filter((item) => item.currency === currency).map((item) => item.amount)),
        currency,
      ),
    )
    .join(" + ");
}
