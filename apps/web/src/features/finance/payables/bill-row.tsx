"use client";
import type { BillView } from "@vida/core/bills/schemas";
import type { Payable } from "@vida/core/finance/schemas";
import { Check, PencilLine, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";

import { Menu } from "@/components/ui/menu.tsx";
import { cn } from "@/lib/cn.ts";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { Sum } from "../kit/sum.tsx";
import { useFinance } from "../kit/use-finance.ts";
import { dueWords } from "./due-words.ts";
import { PaySheet } from "./pay-sheet.tsx";

type Props = { bill: BillView; onEdit: () => void; onRemove: () => void };

export function BillRow({ bill, onEdit, onRemove }: Props) {
  const today = useToday();
  const [paying, setPaying] = useState(false);
  const unpay = useFinance<BillView, unknown>({
    run: (client, one, call) => client.bills.markUnpaid.mutate({ billId: one.id }, call),
    done: (_output, one) => t("finance.bill.unpaid", { what: one.name }),
  });
  const restore = useFinance<BillView, unknown>({
    run: (client, one, call) => client.bills.restore.mutate({ billId: one.id }, call),
    done: (_output, one) => t("finance.restored", { what: one.name }),
  });
  const edit = { label: t("finance.adjust"), icon: <PencilLine aria-hidden="true" />, run: onEdit };
  const remove = {
    label: t("finance.remove"),
    icon: <Trash2 aria-hidden="true" />,
    run: onRemove,
    danger: true,
  };
  const actions = {
    paid: [
      edit,
      {
        label: t("finance.bill.unpay"),
        icon: <RotateCcw aria-hidden="true" />,
        run: () => unpay.mutate(bill),
      },
    ],
    canceled: [
      {
        label: t("finance.restore"),
        icon: <RotateCcw aria-hidden="true" />,
        run: () => restore.mutate(bill),
      },
    ],
    pending: [
      {
        label: t("finance.pay.button"),
        icon: <Check aria-hidden="true" />,
        run: () => setPaying(true),
      },
      edit,
      remove,
    ],
    overdue: [
      {
        label: t("finance.pay.button"),
        icon: <Check aria-hidden="true" />,
        run: () => setPaying(true),
      },
      edit,
      remove,
    ],
  }[bill.status];
  return (
    <li className="flex min-h-14 items-center gap-3 py-1.5" data-bill={bill.status}>
      <StateMark status={bill.status} />
      <span className="min-w-0 flex-1">
        <span
          className={cn("block truncate", bill.status === "canceled" && "text-soft line-through")}
        >
          {bill.name}
        </span>
        <span
          className={cn(
            "block text-xs",
            bill.status === "overdue" ? "font-medium text-urucum-ink" : "text-soft",
          )}
        >
          {stateWords(bill, today)}
        </span>
      </span>
      <Sum
        amount={bill.paidAmount ?? bill.amount}
        currency={bill.currency}
        className={cn("shrink-0", bill.status === "canceled" && "text-soft")}
      />
      <Menu label={t("finance.optionsOf", { what: bill.name })} items={actions} />
      {paying ? <PaySheet payable={payableOf(bill)} onClose={() => setPaying(false)} /> : null}
    </li>
  );
}

export function StateMark({ status }: { status: BillView["status"] }) {
  return (
    <span
      aria-hidden="true"
      className={cn("grid size-6 shrink-0 place-items-center rounded-full border-2", {
        "border-folha bg-folha text-card": status === "paid",
        "border-urucum": status === "overdue",
        "border-edge/60": status === "pending",
        "border-dashed border-edge/60": status === "canceled",
      })}
    >
      {status === "paid" ? <Check className="size-3.5" strokeWidth={3} /> : null}
    </span>
  );
}

function stateWords(bill: BillView, today: string): string {
  if (bill.status === "canceled") return t("finance.bill.canceled");
  const category = bill.categoryName;
  if (bill.status === "paid" && bill.paidOn !== null)
    return `${t("finance.bill.paidOn", { day: shortDay(bill.paidOn, today) })} · ${category}`;
  return `${dueWords(bill.dueOn, bill.daysUntilDue, today)} · ${category}`;
}

function payableOf(bill: BillView): Payable {
  return {
    kind: "bill",
    id: bill.id,
    name: bill.name,
    amount: bill.amount,
    currency: bill.currency,
    month: bill.month,
    dueOn: bill.dueOn,
    daysUntilDue: bill.daysUntilDue,
    status: bill.status === "overdue" ? "overdue" : "pending",
    billId: bill.id,
    accountId: null,
    debtId: null,
    number: null,
    installments: null,
  };
}
