"use client";
import { useQuery } from "@tanstack/react-query";
import type { DebtView } from "@vida/core/debts/schemas";
import { Check, Handshake, PencilLine, RotateCcw, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Menu, type MenuItem } from "@/components/ui/menu.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { cn } from "@/lib/cn.ts";
import { monthName, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { patchWithout } from "@/trpc/patch.ts";

import { useToday } from "../../account/use-me.ts";
import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { BigSum, exactMoney } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { DebtSheet, NegotiateSheet, PayDebtSheet } from "./debt-sheets.tsx";
import { payoffCurve } from "./payoff.ts";
import { Tally } from "./tally.tsx";

const PayoffChart = dynamic(
  () => import("./payoff-chart.tsx").then((module) => module.PayoffChart),
  {
    ssr: false,
    loading: () => <Bone className="h-52" />,
  },
);

type Open = "pay" | "edit" | "negotiate" | "remove" | null;

/** One debt: what is left, its installments as marks, the curve to the end, and what can be done. */
export function DebtBlock({ debt }: { debt: DebtView }) {
  const [open, setOpen] = useState<Open>(null);
  const today = useToday();
  const trpc = useTRPC();
  const close = (): void => setOpen(null);
  const undo = useFinance<DebtView, unknown>({
    run: (client, one, call) => client.debts.undoPayment.mutate({ debtId: one.id }, call),
    done: (_output, one) => t("finance.debt.paymentUndone", { what: one.name }),
  });
  const remove = useFinance<DebtView, unknown>({
    run: (client, one, call) => client.debts.remove.mutate({ debtId: one.id }, call),
    done: (_output, one) => t("finance.removed", { what: one.name }),
    optimistic: (cache, one) => patchWithout(cache, trpc.debts.list.queryFilter(), one.id),
    onDone: close,
  });
  const ended = debt.status === "paid_off" || debt.status === "settled";
  const payable = debt.negotiated && !ended;
  const items: MenuItem[] = [
    {
      label: t("finance.adjust"),
      icon: <PencilLine aria-hidden="true" />,
      run: () => setOpen("edit"),
    },
    ...(debt.negotiated
      ? []
      : [
          {
            label: t("finance.debt.negotiate"),
            icon: <Handshake aria-hidden="true" />,
            run: () => setOpen("negotiate"),
          },
        ]),
    ...(debt.paidInstallments > 0
      ? [
          {
            label: t("finance.debt.undoPayment"),
            icon: <RotateCcw aria-hidden="true" />,
            run: () => undo.mutate(debt),
          },
        ]
      : []),
    {
      label: t("finance.remove"),
      icon: <Trash2 aria-hidden="true" />,
      run: () => setOpen("remove"),
      danger: true,
    },
  ];
  return (
    <section
      className="mb-6 border-t border-line pt-5"
      aria-label={debt.name}
      data-debt={debt.status}
    >
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <div className="min-w-0">
          <header className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <h2 className={cn("truncate text-xl", ended && "text-soft")}>{debt.name}</h2>
              <p className="text-xs text-soft">
                {debt.creditor === null ? null : `${debt.creditor} · `}
                <span className={cn(debt.status === "overdue" && "font-medium text-urucum-ink")}>
                  {t(`finance.debtStatus.${debt.status}`)}
                </span>
                {` · ${t(debt.negotiated ? "finance.debt.inParts" : "finance.debt.openOne")}`}
              </p>
            </div>
            <Menu label={t("finance.optionsOf", { what: debt.name })} items={items} />
          </header>
          <p className="mt-2">
            <BigSum amount={debt.remainingAmount} currency={debt.currency} className="text-2xl" />{" "}
            <span className="text-soft">
              {t("finance.debt.leftOf", { total: exactMoney(debt.totalAmount, debt.currency) })}
            </span>
          </p>
          {debt.installments === null ? null : (
            <Tally
              paid={debt.paidInstallments}
              all={debt.installments}
              late={debt.status === "overdue"}
            />
          )}
          <p className="mt-2 text-xs text-soft">{nextWords(debt, today)}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            {payable ? (
              <Button onClick={() => setOpen("pay")}>
                <Check aria-hidden="true" />
                {t("finance.debt.pay")}
              </Button>
            ) : null}
            {debt.negotiated || ended ? null : (
              <Button onClick={() => setOpen("negotiate")}>
                <Handshake aria-hidden="true" />
                {t("finance.debt.negotiate")}
              </Button>
            )}
          </div>
        </div>
        {payable ? <Curve debt={debt} today={today} /> : null}
      </div>
      {open === "pay" ? <PayDebtSheet debt={debt} onClose={close} /> : null}
      {open === "edit" ? <DebtSheet debt={debt} onClose={close} /> : null}
      {open === "negotiate" ? <NegotiateSheet debt={debt} onClose={close} /> : null}
      {open === "remove" ? (
        <RemoveSheet
          what={debt.name}
          note={t("finance.debt.removeNote")}
          busy={remove.isPending}
          onRemove={() => remove.mutate(debt)}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

function Curve({ debt, today }: { debt: DebtView; today: string }) {
  const trpc = useTRPC();
  const payments = useQuery(trpc.debts.payments.queryOptions({ debtId: debt.id, limit: 100 }));
  const projection = useQuery(trpc.debts.projection.queryOptions({ debtId: debt.id }));
  if (payments.isPending) return <Bone className="h-52" />;
  if (payments.data === undefined) return null;
  return (
    <div className="min-w-0">
      <PayoffChart
        name={debt.name}
        points={payoffCurve(debt, payments.data.items, today)}
        currency={debt.currency}
        today={today}
      />
      {projection.data === undefined ? null : (
        <p className="mt-1 text-xs text-soft">{projection.data.message}</p>
      )}
    </div>
  );
}

function nextWords(debt: DebtView, today: string): string {
  if (debt.installments === null) return t("finance.debt.noPlan");
  if (debt.nextDueOn === null || debt.installmentAmount === null) return t("finance.debt.allPaid");
  return [
    t("finance.debt.next", {
      number: debt.currentInstallment ?? 1,
      count: debt.installments,
      amount: exactMoney(debt.installmentAmount, debt.currency),
      day: shortDay(debt.nextDueOn, today),
    }),
    debt.endMonth === null
      ? null
      : t("finance.debt.ends", { month: monthName(debt.endMonth).toLowerCase() }),
  ]
    .filter(Boolean)
    .join(" · ");
}
