"use client";
import type { TransactionView } from "@vida/core/transactions/schemas";
import { ChevronDown, PencilLine, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Menu } from "@/components/ui/menu.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { cn } from "@/lib/cn.ts";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { Sum } from "../kit/sum.tsx";
import type { Line } from "./group-rows.ts";
import { RemoveTransaction } from "./remove-transaction.tsx";

const Editor = dynamic(
  () => import("./transaction-editor.tsx").then((module) => module.TransactionEditor),
  {
    ssr: false,
    loading: () => <Bone className="mb-3 h-40" />,
  },
);

type Props = { line: Line; editing: boolean; onEdit: (open: boolean) => void };

/** One sum that moved; opened, it is set right where it stands. */
export function TransactionRow({ line, editing, onEdit }: Props) {
  const { row, parts } = line;
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const came = row.kind === "income";
  return (
    <li data-transaction={row.kind}>
      <div className="flex min-h-14 items-center gap-3 py-1.5">
        <button
          type="button"
          onClick={() => onEdit(!editing)}
          aria-expanded={editing}
          className="min-w-0 flex-1 rounded-md text-left"
        >
          <span className="sr-only">{t("finance.adjust")} </span>
          <span className="block truncate font-medium">
            {row.description}
            {row.installment === null ? null : (
              <span className="ml-1.5 text-xs font-normal text-soft">
                {t("finance.ledger.part", {
                  number: row.installment,
                  count: row.installments ?? row.installment,
                })}
              </span>
            )}
          </span>
          <span className="block truncate text-xs text-soft">{detailsOf(row)}</span>
        </button>
        {parts.length > 1 ? (
          <Button
            look="soft"
            size="small"
            aria-expanded={open}
            aria-label={t("finance.ledger.partsOf", { what: row.description })}
            onClick={() => setOpen(!open)}
          >
            {t("finance.ledger.parts", { count: parts.length })}
            <ChevronDown
              aria-hidden="true"
              className={cn("transition-transform", open && "rotate-180")}
            />
          </Button>
        ) : null}
        <span
          className={cn(
            "shrink-0",
            row.kind === "transfer" ? "text-soft" : "font-semibold",
            came && "text-folha-ink",
          )}
        >
          {came ? <span className="sr-only">{t("finance.kind.income")} </span> : null}
          <Sum amount={row.amount} currency={row.currency} sign={came} />
        </span>
        <Menu
          label={t("finance.optionsOf", { what: row.description })}
          items={[
            {
              label: t("finance.adjust"),
              icon: <PencilLine aria-hidden="true" />,
              run: () => onEdit(true),
            },
            {
              label: t("finance.remove"),
              icon: <Trash2 aria-hidden="true" />,
              run: () => setRemoving(true),
              danger: true,
            },
          ]}
        />
      </div>
      {open ? <Parts parts={parts} /> : null}
      {editing ? <Editor row={row} onClose={() => onEdit(false)} /> : null}
      {removing ? <RemoveTransaction row={row} onClose={() => setRemoving(false)} /> : null}
    </li>
  );
}

function Parts({ parts }: { parts: readonly TransactionView[] }) {
  return (
    <ul className="mb-3 grid gap-1 border-l-2 border-line pl-3 text-xs">
      {parts.map((part) => (
        <li key={part.id} className="flex items-baseline gap-2">
          <span>
            {t("finance.ledger.part", {
              number: part.installment ?? 1,
              count: part.installments ?? 1,
            })}
            <span className="text-soft"> · {shortDay(part.day)}</span>
          </span>
          <span aria-hidden="true" className="leader" />
          <Sum amount={part.amount} currency={part.currency} />
        </li>
      ))}
    </ul>
  );
}

function detailsOf(row: TransactionView): string {
  if (row.kind === "transfer")
    return t("finance.ledger.fromTo", {
      from: row.accountName,
      to: row.toAccountName ?? t("finance.ledger.outside"),
    });
  return [
    row.categoryName,
    row.accountName,
    row.refund ? t("finance.ledger.refund") : null,
    row.installment !== null && row.purchaseDay !== row.day
      ? t("finance.ledger.boughtOn", { day: shortDay(row.purchaseDay, row.day) })
      : null,
    row.source === "chat" ? t("tracking.fromChat") : null,
  ]
    .filter(Boolean)
    .join(" · ");
}
