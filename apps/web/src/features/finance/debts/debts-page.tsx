"use client";
import { useQuery } from "@tanstack/react-query";
import type { DebtView } from "@vida/core/debts/schemas";
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
import { DebtBlock } from "./debt-block.tsx";
import { DebtSheet } from "./debt-sheets.tsx";

/** What is owed, how far it is paid and when it ends. */
export function DebtsPage() {
  const trpc = useTRPC();
  const debts = useQuery(trpc.debts.list.queryOptions({ limit: 100 }));
  const [creating, setCreating] = useState(false);
  const items = debts.data?.items ?? [];
  const open = items.filter((debt) => debt.status !== "paid_off" && debt.status !== "settled");
  const ended = items.filter((debt) => !open.includes(debt));
  const create = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t("finance.debt.new")}
    </Button>
  );
  return (
    <Page title={t("finance.part.debts")} actions={create}>
      {debts.isPending ? <BlockSkeleton /> : null}
      {debts.isError ? <Failed error={debts.error} retry={debts.refetch} /> : null}
      {debts.isSuccess && items.length === 0 ? (
        <Empty title={t("finance.debt.emptyTitle")}>{t("finance.debt.emptyText")}</Empty>
      ) : null}
      {open.length > 1 ? <Left debts={open} /> : null}
      {[...open, ...ended].map((debt) => (
        <DebtBlock key={debt.id} debt={debt} />
      ))}
      {creating ? <DebtSheet debt={null} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function Left({ debts }: { debts: readonly DebtView[] }) {
  const currencies = [...new Set(debts.map((debt) => debt.currency))];
  return (
    <div className="mb-6 flex flex-wrap gap-x-10">
      {currencies.map((currency) => (
        <p key={currency}>
          <BigSum
            amount={total(
              debts
                .filter((debt) => debt.currency === currency)
                .map((debt) => debt.remainingAmount),
            )}
            currency={currency}
            className="text-2xl"
          />{" "}
          <span className="text-soft">{t("finance.debt.leftInAll")}</span>
        </p>
      ))}
    </div>
  );
}
