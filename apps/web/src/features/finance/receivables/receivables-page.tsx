"use client";
import { useQuery } from "@tanstack/react-query";
import type { IncomeView } from "@vida/core/incomes/schemas";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { isZero, total } from "../kit/amounts.ts";
import { MonthPage } from "../kit/month-page.tsx";
import { BigSum, exactMoney } from "../kit/sum.tsx";
import { useMonth } from "../kit/use-month.ts";
import { IncomeRow } from "./income-row.tsx";
import { IncomeSheet, ReceiveSheet, RemoveIncome } from "./income-sheets.tsx";

type Open = { kind: "edit" | "receive" | "remove"; income: IncomeView } | { kind: "new" } | null;

/** What should come in this month, and what has. */
export function ReceivablesPage() {
  const { month } = useMonth();
  const trpc = useTRPC();
  const incomes = useQuery(trpc.incomes.list.queryOptions({ month }));
  const gone = useQuery(trpc.incomes.list.queryOptions({ month, status: "excluded" }));
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const items = incomes.data?.items ?? [];
  const create = (
    <Button look="primary" onClick={() => setOpen({ kind: "new" })}>
      <Plus aria-hidden="true" />
      {t("finance.income.new")}
    </Button>
  );
  return (
    <MonthPage about={t("finance.income.note")} actions={create}>
      {incomes.isPending ? <ListSkeleton rows={3} /> : null}
      {incomes.isError ? <Failed error={incomes.error} retry={incomes.refetch} /> : null}
      {incomes.isSuccess && items.length === 0 ? (
        <Empty title={t("finance.income.emptyTitle")}>{t("finance.income.emptyText")}</Empty>
      ) : null}
      {items.length > 0 ? <Totals items={items} /> : null}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {[...items, ...(gone.data?.items ?? [])].map((income) => (
          <IncomeRow
            key={income.id}
            income={income}
            onReceive={() => setOpen({ kind: "receive", income })}
            onEdit={() => setOpen({ kind: "edit", income })}
            onRemove={() => setOpen({ kind: "remove", income })}
          />
        ))}
      </ul>
      {open?.kind === "new" ? <IncomeSheet income={null} month={month} onClose={close} /> : null}
      {open?.kind === "edit" ? (
        <IncomeSheet income={open.income} month={month} onClose={close} />
      ) : null}
      {open?.kind === "receive" ? <ReceiveSheet income={open.income} onClose={close} /> : null}
      {open?.kind === "remove" ? <RemoveIncome income={open.income} onClose={close} /> : null}
    </MonthPage>
  );
}

function Totals({ items }: { items: readonly IncomeView[] }) {
  const currencies = [...new Set(items.map((income) => income.currency))];
  return (
    <div className="mb-5 grid gap-2">
      {currencies.map((currency) => {
        const own = items.filter((income) => income.currency === currency);
        const open = own.filter((income) => !income.received);
        const came = total(own.flatMap((income) => income.amount ?? []));
        const missing = total(open.map((income) => income.expected));
        return (
          <p key={currency} className="flex flex-wrap items-baseline gap-x-3">
            <BigSum
              amount={isZero(missing) ? came : missing}
              currency={currency}
              className="text-2xl"
            />
            <span className="text-soft">
              {isZero(missing) ? t("finance.income.allCame") : t("finance.income.toCome")}
              {isZero(missing) || isZero(came)
                ? ""
                : ` · ${t("finance.income.came", { amount: exactMoney(came, currency) })}`}
            </span>
          </p>
        );
      })}
    </div>
  );
}
