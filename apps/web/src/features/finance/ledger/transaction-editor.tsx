"use client";
import type { TransactionView, UpdateTransactionInput } from "@vida/core/transactions/schemas";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { amountText } from "../kit/amounts.ts";
import { FormBody } from "../kit/form-body.tsx";
import { text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { accountOptions, categoryOptions, useAccounts, useCategories } from "../kit/use-choices.ts";
import { useEscape } from "../kit/use-escape.ts";
import { useFinance } from "../kit/use-finance.ts";

/** Sets a transaction right under its own row; only what changed is sent. */
export function TransactionEditor({ row, onClose }: { row: TransactionView; onClose: () => void }) {
  const today = useToday();
  useEscape(onClose);
  const accounts = useAccounts();
  const categories = useCategories(row.kind === "income" ? "income" : "expense");
  const update = useFinance<UpdateTransactionInput, unknown>({
    run: (client, input, call) => client.transactions.update.mutate(input, call),
    done: (_output, input) =>
      t("finance.ledger.adjusted", { what: input.description ?? row.description }),
    onDone: onClose,
    inForm: true,
  });
  const isPart = row.installment !== null;
  const initial: Values = {
    description: row.description,
    amount: amountText(row.amount),
    categoryKey: row.categoryKey ?? "",
    accountId: row.accountId,
    day: row.purchaseDay,
  };
  const same = accounts.items.filter((one) => one.currency === row.currency);
  const fields = (): FieldSpec[] => [
    { kind: "text", name: "description", label: t("finance.field.description") },
    ...(isPart
      ? []
      : [
          {
            kind: "money",
            name: "amount",
            label: t("finance.field.amount"),
            currency: row.currency,
          } as const,
        ]),
    ...(row.kind === "transfer"
      ? []
      : [
          {
            kind: "select",
            name: "categoryKey",
            label: t("finance.field.category"),
            options: categoryOptions(categories.items),
          } as const,
        ]),
    ...(isPart
      ? []
      : [
          {
            kind: "select",
            name: "accountId",
            label: t("finance.field.account"),
            options: accountOptions(same),
          } as const,
        ]),
    {
      kind: "day",
      name: "day",
      label: t(isPart ? "finance.ledger.purchaseDay" : "finance.field.day"),
      latest: today,
    },
  ];
  const submit = (values: Values): void => {
    const before: Values = { ...initial, amount: row.amount };
    const changed = (name: string): boolean =>
      values[name] !== undefined && values[name] !== before[name];
    const change: UpdateTransactionInput = {
      transactionId: row.id,
      ...(changed("description") ? { description: text(values, "description") } : {}),
      ...(changed("amount") ? { amount: text(values, "amount") } : {}),
      ...(changed("categoryKey") ? { categoryKey: text(values, "categoryKey") } : {}),
      ...(changed("accountId") ? { accountId: text(values, "accountId") } : {}),
      ...(changed("day") ? { day: text(values, "day") } : {}),
      ...(isPart ? { scope: "all" } : {}),
    };
    if (Object.keys(change).length > (isPart ? 2 : 1)) update.mutate(change);
    else onClose();
  };
  if (accounts.query.isPending || categories.query.isPending) return null;
  return (
    <div
      className="mb-3 rounded-card border border-line bg-card p-4"
      role="group"
      aria-label={t("finance.adjustTitle", { what: row.description })}
    >
      {isPart ? (
        <p className="mb-3 text-xs text-soft">{t("finance.ledger.wholePurchase")}</p>
      ) : null}
      <FormBody
        fields={fields}
        initial={initial}
        submit={() => t("finance.save")}
        onSubmit={submit}
        busy={update.isPending}
        error={update.error}
      />
      <Button look="soft" className="mt-2 w-full" onClick={onClose}>
        {t("finance.ledger.leave")}
      </Button>
    </div>
  );
}
