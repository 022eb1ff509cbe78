"use client";
import { useQuery } from "@tanstack/react-query";
import type { ExpenseView } from "@vida/core/expenses/schemas";
import type { FinanceBlock } from "@vida/core/finance/schemas";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { Bone, ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { MonthPage } from "../kit/month-page.tsx";
import { BigSum, Sum } from "../kit/sum.tsx";
import { useMonth, withMonth } from "../kit/use-month.ts";
import { Categories } from "./categories.tsx";
import { ExpenseRow } from "./expense-row.tsx";
import { ExpenseSheet, RemoveExpense } from "./expense-sheets.tsx";

type Open = { kind: "edit" | "remove"; expense: ExpenseView } | { kind: "new" } | null;

/** What the month may cost: planned spending with what was spent of it, and what else the plan holds. */
export function BudgetPage() {
  const { month } = useMonth();
  const trpc = useTRPC();
  const expenses = useQuery(trpc.expenses.list.queryOptions({ month }));
  const gone = useQuery(trpc.expenses.list.queryOptions({ month, status: "excluded" }));
  const summary = useQuery(trpc.finance.summary.queryOptions({ month }));
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const items = expenses.data?.items ?? [];
  const create = (
    <Button look="primary" onClick={() => setOpen({ kind: "new" })}>
      <Plus aria-hidden="true" />
      {t("finance.budget.new")}
    </Button>
  );
  return (
    <MonthPage about={t("finance.budget.note")} actions={create}>
      <Section title={t("finance.budget.planned")} aside={t("finance.overview.planNote")}>
        {expenses.isPending ? <ListSkeleton rows={4} /> : null}
        {expenses.isError ? <Failed error={expenses.error} retry={expenses.refetch} /> : null}
        {expenses.isSuccess && items.length === 0 ? (
          <Empty title={t("finance.budget.emptyTitle")}>{t("finance.budget.emptyText")}</Empty>
        ) : null}
        <ul className="divide-y divide-line lg:-mt-2">
          {[...items, ...(gone.data?.items ?? [])].map((expense) => (
            <ExpenseRow
              key={expense.id}
              expense={expense}
              onEdit={() => setOpen({ kind: "edit", expense })}
              onRemove={() => setOpen({ kind: "remove", expense })}
            />
          ))}
        </ul>
      </Section>
      <Section title={t("finance.budget.whole")} aside={t("finance.budget.wholeNote")}>
        {summary.isPending ? <Bone className="h-32" /> : null}
        {summary.isError ? <Failed error={summary.error} retry={summary.refetch} /> : null}
        {summary.data === undefined
          ? null
          : [summary.data, ...summary.data.others].map((block) => (
              <Whole key={block.currency} block={block} />
            ))}
      </Section>
      <Categories />
      {open?.kind === "new" ? <ExpenseSheet expense={null} month={month} onClose={close} /> : null}
      {open?.kind === "edit" ? (
        <ExpenseSheet expense={open.expense} month={month} onClose={close} />
      ) : null}
      {open?.kind === "remove" ? <RemoveExpense expense={open.expense} onClose={close} /> : null}
    </MonthPage>
  );
}

/** The sum of the plan, part by part. */
function Whole({ block }: { block: FinanceBlock }) {
  const { month, current } = useMonth();
  const { currency } = block;
  const lines = [
    {
      label: t("finance.bill.title"),
      amount: block.bills.total,
      href: withMonth("/finance/payables", month, current),
    },
    { label: t("finance.budget.planned"), amount: block.expenses.planned, href: null },
    {
      label: t("finance.budget.installments"),
      amount: block.debts.installments,
      href: "/finance/debts",
    },
  ];
  return (
    <dl className="grid max-w-xl gap-1.5 not-first:mt-6">
      {lines.map((line) => (
        <div key={line.label} className="flex items-baseline gap-2">
          <dt className="text-soft">
            {line.href === null ? (
              line.label
            ) : (
              <Link href={line.href} className="rounded-md underline-offset-3 hover:underline">
                {line.label}
              </Link>
            )}
          </dt>
          <span aria-hidden="true" className="leader" />
          <dd>
            <Sum amount={line.amount} currency={currency} />
          </dd>
        </div>
      ))}
      <div className="flex items-baseline gap-2 border-t-2 border-ink/70 pt-2">
        <dt className="font-semibold">{t("finance.budget.total")}</dt>
        <span aria-hidden="true" className="leader" />
        <dd>
          <BigSum amount={block.budgeted} currency={currency} className="text-xl" />
        </dd>
      </div>
    </dl>
  );
}
