import type { Payable } from "@vida/core/finance/schemas";
import { Check, CreditCard, Handshake, ReceiptText } from "lucide-react";
import Link from "next/link";

import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { Sum } from "../kit/sum.tsx";
import { dueWords } from "./due-words.ts";

const ICON = { bill: ReceiptText, statement: CreditCard, installment: Handshake } as const;

type Props = { payable: Payable; today: string; onPay: (payable: Payable) => void };

/** One thing to pay: its day in the margin, what it is, how much, and "Já paguei". */
export function PayableRow({ payable, today, onPay }: Props) {
  const Icon = ICON[payable.kind];
  const late = payable.status === "overdue";
  const href =
    payable.kind === "statement"
      ? "/finance/cards"
      : payable.kind === "installment"
        ? "/finance/debts"
        : null;
  return (
    <li className="flex items-center gap-x-3 py-3" data-payable={payable.kind}>
      <span
        className={cn(
          "grid w-11 shrink-0 justify-items-center rounded-control border py-1 leading-tight",
          late
            ? "border-urucum/40 bg-urucum-wash text-urucum-ink"
            : "border-line bg-card text-soft",
        )}
        aria-hidden="true"
      >
        <span className="figure-big text-lg text-ink">{Number(payable.dueOn.slice(8))}</span>
        <span className="text-[0.6875rem]">{monthShort(payable.dueOn)}</span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5 font-medium">
          <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />
          {href === null ? (
            <span className="min-w-0 truncate">{payable.name}</span>
          ) : (
            <Link href={href} className="min-w-0 truncate underline-offset-3 hover:underline">
              {payable.name}
            </Link>
          )}
        </span>
        <span className={cn("block text-xs", late ? "font-medium text-urucum-ink" : "text-soft")}>
          {kindWords(payable)}
          <span className={cn(payable.daysUntilDue > 7 && "max-sm:sr-only")}>
            {` · ${dueWords(payable.dueOn, payable.daysUntilDue, today)}`}
          </span>
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-x-4 gap-y-1 sm:flex-row sm:items-center">
        <Sum amount={payable.amount} currency={payable.currency} className="font-semibold" />
        <Button
          size="small"
          onClick={() => onPay(payable)}
          aria-label={t("finance.pay.label", { what: payable.name })}
        >
          <Check aria-hidden="true" />
          {t("finance.pay.button")}
        </Button>
      </span>
    </li>
  );
}

function kindWords(payable: Payable): string {
  if (payable.kind === "installment")
    return t("finance.payable.installment", {
      number: payable.number ?? 1,
      count: payable.installments ?? 1,
    });
  return t(`finance.payable.${payable.kind}`);
}

function monthShort(day: string): string {
  return new Intl.DateTimeFormat("pt-BR", { timeZone: "UTC", month: "short" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(".", "");
}
