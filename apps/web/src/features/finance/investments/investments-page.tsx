"use client";
import { useQuery } from "@tanstack/react-query";
import type { InvestmentView } from "@vida/core/investments/schemas";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { total } from "../kit/amounts.ts";
import { BlockSkeleton } from "../kit/block-skeleton.tsx";
import { BigSum } from "../kit/sum.tsx";
import { InvestmentBlock } from "./investment-block.tsx";
import { InvestmentSheet } from "./investment-sheets.tsx";

/** What is being put aside, for what, and how it grew. */
export function InvestmentsPage() {
  const trpc = useTRPC();
  const investments = useQuery(trpc.investments.list.queryOptions({ limit: 100 }));
  const [creating, setCreating] = useState(false);
  const items = investments.data?.items ?? [];
  return (
    <Page
      title={t("finance.part.investments")}
      actions={
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus aria-hidden="true" />
          {t("finance.investment.new")}
        </Button>
      }
    >
      {investments.isPending ? <BlockSkeleton /> : null}
      {investments.isError ? (
        <Failed error={investments.error} retry={investments.refetch} />
      ) : null}
      {investments.isSuccess && items.length === 0 ? (
        <Empty title={t("finance.investment.emptyTitle")}>
          {t("finance.investment.emptyText")}
        </Empty>
      ) : null}
      {items.length > 1 ? <Whole items={items} /> : null}
      {items.map((investment) => (
        <InvestmentBlock key={investment.id} investment={investment} />
      ))}
      {creating ? <InvestmentSheet investment={null} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function Whole({ items }: { items: readonly InvestmentView[] }) {
  const currencies = [...new Set(items.map((one) => one.currency))];
  return (
    <div className="mb-6 flex flex-wrap gap-x-10">
      {currencies.map((currency) => (
        <BigSum
          key={currency}
          amount={total(
            items.filter((one) => one.currency === currency).map((one) => one.currentAmount),
          )}
          currency={currency}
          className="text-3xl"
        />
      ))}
    </div>
  );
}
