"use client";
import type { BillView, CreateBillInput, UpdateBillInput } from "@vida/core/bills/schemas";

import { t } from "@/lib/t.ts";

import { amountText } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { isChecked, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { scopeField, scopeOf } from "../kit/scope.ts";
import { categoryOptions, useCategories } from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";

type Props = { bill: BillView | null; month: string; onClose: () => void };

/** A house bill, new or set right. */
export function BillSheet({ bill, month, onClose }: Props) {
  const categories = useCategories("expense");
  const create = useFinance<CreateBillInput, BillView>({
    run: (client, input, call) => client.bills.create.mutate(input, call),
    done: (made) => t("finance.bill.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateBillInput, unknown>({
    run: (client, input, call) => client.bills.update.mutate(input, call),
    done: (_output, input) => t("finance.bill.updated", { what: input.name ?? bill?.name ?? "" }),
    onDone: onClose,
    inForm: true,
  });
  const fields = (): FieldSpec[] => [
    {
      kind: "text",
      name: "name",
      label: t("finance.field.name"),
      example: t("finance.bill.example"),
    },
    {
      kind: "money",
      name: "amount",
      label: t("finance.field.amount"),
      currency: bill?.currency ?? "BRL",
    },
    { kind: "count", name: "dueDay", label: t("finance.field.dueDay"), min: 1, max: 31 },
    {
      kind: "select",
      name: "categoryKey",
      label: t("finance.field.category"),
      options: categoryOptions(categories.items),
      wide: true,
    },
    ...(bill === null
      ? [{ kind: "check", name: "recurring", label: t("finance.field.recurring") } as const]
      : scopeField(bill.inSeries)),
  ];
  const submit = (values: Values): void => {
    const given = {
      name: text(values, "name"),
      amount: text(values, "amount"),
      dueDay: Number(text(values, "dueDay")),
      categoryKey: text(values, "categoryKey"),
    };
    if (bill === null)
      create.mutate({ ...given, month, recurring: isChecked(values, "recurring") });
    else update.mutate({ ...given, billId: bill.id, scope: scopeOf(values) });
  };
  if (categories.query.isPending) return null;
  return (
    <FormSheet
      title={bill === null ? t("finance.bill.new") : t("finance.adjustTitle", { what: bill.name })}
      onClose={onClose}
      fields={fields}
      initial={{
        name: bill?.name ?? "",
        amount: bill === null ? "" : amountText(bill.amount),
        dueDay: bill === null ? "" : String(bill.dueDay),
        categoryKey: bill?.categoryKey ?? "housing",
        recurring: "yes",
        scope: "this",
      }}
      submit={() => t(bill === null ? "finance.bill.create" : "finance.save")}
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}
