"use client";
import type { Payable } from "@vida/core/finance/schemas";

import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { amountText, parseAmount } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { given, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { exactMoney } from "../kit/sum.tsx";
import { accountOptions, useAccounts } from "../kit/use-choices.ts";
import { usePay } from "./use-pay.ts";

/** "Já paguei": how much, from where and when; what is not said stays as it was planned. */
export function PaySheet({ payable, onClose }: { payable: Payable; onClose: () => void }) {
  const today = useToday();
  const { own, items, query } = useAccounts();
  const pay = usePay(onClose);
  // A statement is paid from an account; a bill may also go on a card.
  const from = (payable.kind === "bill" ? items : own).filter(
    (one) => one.currency === payable.currency,
  );
  const many =
    payable.kind === "installment" && (payable.installments ?? 0) > (payable.number ?? 0);
  const fields = (): FieldSpec[] => [
    {
      kind: "money",
      name: "amount",
      label: t("finance.pay.amount"),
      big: true,
      currency: payable.currency,
    },
    {
      kind: "select",
      name: "accountId",
      label: t("finance.pay.from"),
      options: accountOptions(from),
    },
    { kind: "day", name: "day", label: t("finance.pay.day"), latest: today },
  ];
  if (query.isPending) return null;
  return (
    <FormSheet
      title={t("finance.pay.title", { what: payable.name })}
      {...(many
        ? {
            description: t("finance.pay.oneOf", {
              number: payable.number ?? 1,
              count: payable.installments ?? 1,
            }),
          }
        : {})}
      onClose={onClose}
      fields={fields}
      initial={{ amount: amountText(payable.amount), accountId: from[0]?.id ?? "", day: today }}
      submit={(values) => t("finance.pay.submit", { amount: shown(values, payable.currency) })}
      onSubmit={(values) =>
        pay.mutate({
          payable,
          amount: text(values, "amount"),
          ...given(values, "accountId", "day"),
        })
      }
      busy={pay.isPending}
      error={pay.error}
    />
  );
}

function shown(values: Values, currency: string): string {
  const amount = parseAmount(values["amount"] ?? "");
  return amount === null ? "" : exactMoney(amount, currency);
}
