"use client";
import type {
  CreateDebtInput,
  DebtView,
  NegotiateDebtInput,
  UpdateDebtInput,
} from "@vida/core/debts/schemas";

import { monthOf } from "@/lib/days.ts";
import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { amountText, parseAmount, times } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { given, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { exactMoney } from "../kit/sum.tsx";
import { accountOptions, useAccounts } from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";

function planFields(currency: string): FieldSpec[] {
  return [
    { kind: "count", name: "installments", label: t("finance.debt.howMany"), min: 1, max: 600 },
    { kind: "money", name: "installmentAmount", label: t("finance.debt.each"), currency },
    { kind: "count", name: "dueDay", label: t("finance.field.dueDay"), min: 1, max: 31 },
    { kind: "month", name: "startMonth", label: t("finance.debt.firstMonth") },
  ];
}

function planOf(values: Values) {
  return {
    installments: Number(text(values, "installments")),
    installmentAmount: text(values, "installmentAmount"),
    dueDay: Number(text(values, "dueDay")),
    startMonth: text(values, "startMonth"),
  };
}

/** A debt, new or set right. */
export function DebtSheet({ debt, onClose }: { debt: DebtView | null; onClose: () => void }) {
  const today = useToday();
  const create = useFinance<CreateDebtInput, DebtView>({
    run: (client, input, call) => client.debts.create.mutate(input, call),
    done: (made) => t("finance.debt.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateDebtInput, unknown>({
    run: (client, input, call) => client.debts.update.mutate(input, call),
    done: (_output, input) => t("finance.bill.updated", { what: input.name ?? debt?.name ?? "" }),
    onDone: onClose,
    inForm: true,
  });
  const currency = debt?.currency ?? "BRL";
  const fields = (values: Values): FieldSpec[] => [
    {
      kind: "text",
      name: "name",
      label: t("finance.field.name"),
      example: t("finance.debt.example"),
    },
    { kind: "text", name: "creditor", label: t("finance.debt.creditor"), optional: true },
    { kind: "money", name: "totalAmount", label: t("finance.debt.total"), wide: true, currency },
    ...(debt === null
      ? [
          {
            kind: "choice",
            name: "negotiated",
            label: t("finance.debt.how"),
            options: [
              { value: "yes", label: t("finance.debt.inParts") },
              { value: "no", label: t("finance.debt.openOne") },
            ],
          } as const,
          ...(values["negotiated"] === "yes" ? planFields(currency) : []),
        ]
      : []),
  ];
  const submit = (values: Values): void => {
    const creditor = text(values, "creditor");
    const common = { name: text(values, "name"), totalAmount: text(values, "totalAmount") };
    if (debt !== null) {
      update.mutate({ ...common, debtId: debt.id, creditor: creditor === "" ? null : creditor });
      return;
    }
    const negotiated = values["negotiated"] === "yes";
    create.mutate({
      ...common,
      negotiated,
      ...given(values, "creditor"),
      ...(negotiated ? planOf(values) : {}),
    });
  };
  return (
    <FormSheet
      title={debt === null ? t("finance.debt.new") : t("finance.adjustTitle", { what: debt.name })}
      onClose={onClose}
      fields={fields}
      initial={{
        name: debt?.name ?? "",
        creditor: debt?.creditor ?? "",
        totalAmount: debt === null ? "" : amountText(debt.totalAmount),
        negotiated: "yes",
        startMonth: monthOf(today),
      }}
      submit={() => t(debt === null ? "finance.debt.create" : "finance.save")}
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}

/** An open debt gets its agreement: how many parts, of how much, from when on. */
export function NegotiateSheet({ debt, onClose }: { debt: DebtView; onClose: () => void }) {
  const today = useToday();
  const negotiate = useFinance<NegotiateDebtInput, unknown>({
    run: (client, input, call) => client.debts.negotiate.mutate(input, call),
    done: () => t("finance.debt.negotiated", { what: debt.name }),
    onDone: onClose,
    inForm: true,
  });
  return (
    <FormSheet
      title={t("finance.debt.negotiateTitle", { what: debt.name })}
      onClose={onClose}
      fields={() => planFields(debt.currency)}
      initial={{ startMonth: monthOf(today) }}
      submit={() => t("finance.debt.negotiateSubmit")}
      onSubmit={(values) => negotiate.mutate({ debtId: debt.id, ...planOf(values) })}
      busy={negotiate.isPending}
      error={negotiate.error}
    />
  );
}

type Paying = { quantity: number; amount?: string; accountId?: string; paidOn?: string };

/** "Já paguei": one part or several, for less when they came early. */
export function PayDebtSheet({ debt, onClose }: { debt: DebtView; onClose: () => void }) {
  const today = useToday();
  const { own, query } = useAccounts();
  const accounts = own.filter((account) => account.currency === debt.currency);
  const pay = useFinance<Paying, unknown>({
    run: (client, input, call) =>
      client.debts.payInstallments.mutate({ debtId: debt.id, ...input }, call),
    done: (_output, { quantity }) =>
      t("finance.debt.paidDone", { what: debt.name, count: quantity }),
    onDone: onClose,
    inForm: true,
  });
  const most = debt.remainingInstallments ?? 1;
  const planned = (values: Values): string | null => {
    const count = Number(values["quantity"]);
    return debt.installmentAmount === null || !Number.isInteger(count) || count < 1
      ? null
      : times(debt.installmentAmount, count);
  };
  const fields = (values: Values): FieldSpec[] => {
    const sum = planned(values);
    return [
      {
        kind: "count",
        name: "quantity",
        label: t("finance.debt.howManyPaid"),
        min: 1,
        max: Math.min(100, most),
      },
      {
        kind: "money",
        name: "amount",
        label: t("finance.debt.paidFor"),
        optional: true,
        currency: debt.currency,
        ...(sum === null
          ? {}
          : { hint: t("finance.debt.planSays", { amount: exactMoney(sum, debt.currency) }) }),
      },
      {
        kind: "select",
        name: "accountId",
        label: t("finance.pay.from"),
        options: accountOptions(accounts),
      },
      { kind: "day", name: "paidOn", label: t("finance.pay.day"), latest: today },
    ];
  };
  if (query.isPending) return null;
  return (
    <FormSheet
      title={t("finance.pay.title", { what: debt.name })}
      onClose={onClose}
      fields={fields}
      initial={{ quantity: "1", amount: "", accountId: accounts[0]?.id ?? "", paidOn: today }}
      submit={(values) => {
        const amount = parseAmount(values["amount"] ?? "") ?? planned(values);
        return t("finance.pay.submit", {
          amount: amount === null ? "" : exactMoney(amount, debt.currency),
        });
      }}
      onSubmit={(values) =>
        pay.mutate({
          quantity: Number(text(values, "quantity")),
          ...given(values, "amount", "accountId", "paidOn"),
        })
      }
      busy={pay.isPending}
      error={pay.error}
    />
  );
}
