"use client";
import {
  IncomeKind,
  type CreateIncomeInput,
  type IncomeView,
  type ReceiveIncomeInput,
  type UpdateIncomeInput,
} from "@vida/core/incomes/schemas";

import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { amountText, parseAmount } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { given, isChecked, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { scopeField, scopeOf, type PlanScope } from "../kit/scope.ts";
import { exactMoney } from "../kit/sum.tsx";
import { accountOptions, useAccounts } from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";

const KINDS = [
  "salary",
  "freelance",
  "bonus",
  "passive",
  "investment",
  "gift",
  "other_income",
] as const;

/** An income that is expected, new or set right. */
export function IncomeSheet({
  income,
  month,
  onClose,
}: {
  income: IncomeView | null;
  month: string;
  onClose: () => void;
}) {
  const create = useFinance<CreateIncomeInput, IncomeView>({
    run: (client, input, call) => client.incomes.create.mutate(input, call),
    done: (made) => t("finance.income.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateIncomeInput, unknown>({
    run: (client, input, call) => client.incomes.update.mutate(input, call),
    done: (_output, input) => t("finance.bill.updated", { what: input.name ?? income?.name ?? "" }),
    onDone: onClose,
    inForm: true,
  });
  const fields = (): FieldSpec[] => [
    {
      kind: "text",
      name: "name",
      label: t("finance.field.name"),
      example: t("finance.income.example"),
    },
    {
      kind: "money",
      name: "expected",
      label: t("finance.income.expected"),
      currency: income?.currency ?? "BRL",
    },
    {
      kind: "count",
      name: "dueDay",
      label: t("finance.income.usualDay"),
      min: 1,
      max: 31,
      optional: true,
    },
    {
      kind: "select",
      name: "kind",
      label: t("finance.income.kind"),
      options: KINDS.map((value) => ({ value, label: t(`finance.incomeKind.${value}`) })),
      wide: true,
    },
    ...(income === null
      ? [{ kind: "check", name: "recurring", label: t("finance.field.recurring") } as const]
      : scopeField(income.inSeries)),
  ];
  const submit = (values: Values): void => {
    const kind = IncomeKind.catch("other_income").parse(values["kind"]);
    const day = text(values, "dueDay");
    const common = { name: text(values, "name"), expected: text(values, "expected"), kind };
    if (income === null) {
      const dueDay = day === "" ? {} : { dueDay: Number(day) };
      create.mutate({ ...common, ...dueDay, month, recurring: isChecked(values, "recurring") });
    } else {
      const dueDay = day === "" ? null : Number(day);
      update.mutate({ ...common, dueDay, incomeId: income.id, scope: scopeOf(values) });
    }
  };
  return (
    <FormSheet
      title={
        income === null ? t("finance.income.new") : t("finance.adjustTitle", { what: income.name })
      }
      onClose={onClose}
      fields={fields}
      initial={{
        name: income?.name ?? "",
        expected: income === null ? "" : amountText(income.expected),
        dueDay: income?.dueDay === null || income === null ? "" : String(income.dueDay),
        kind: income === null ? "salary" : income.kind === "other" ? "other_income" : income.kind,
        recurring: "yes",
        scope: "this",
      }}
      submit={() => t(income === null ? "finance.income.create" : "finance.save")}
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}

/** "Recebi": how much, when and where it fell. */
export function ReceiveSheet({ income, onClose }: { income: IncomeView; onClose: () => void }) {
  const today = useToday();
  const { own, query } = useAccounts();
  const receive = useFinance<ReceiveIncomeInput, unknown>({
    run: (client, input, call) => client.incomes.markReceived.mutate(input, call),
    done: () => t("finance.income.received", { what: income.name }),
    onDone: onClose,
    inForm: true,
  });
  const accounts = own.filter((account) => account.currency === income.currency);
  if (query.isPending) return null;
  return (
    <FormSheet
      title={t("finance.income.receiveTitle", { what: income.name })}
      onClose={onClose}
      fields={() => [
        {
          kind: "money",
          name: "amount",
          label: t("finance.income.howMuch"),
          big: true,
          currency: income.currency,
        },
        {
          kind: "select",
          name: "accountId",
          label: t("finance.record.fellIn"),
          options: accountOptions(accounts),
        },
        { kind: "day", name: "receivedOn", label: t("finance.field.day"), latest: today },
      ]}
      initial={{
        amount: amountText(income.expected),
        accountId: accounts[0]?.id ?? "",
        receivedOn: today,
      }}
      submit={(values) => {
        const amount = parseAmount(values["amount"] ?? "");
        return t("finance.income.receiveSubmit", {
          amount: amount === null ? "" : exactMoney(amount, income.currency),
        });
      }}
      onSubmit={(values) =>
        receive.mutate({
          incomeId: income.id,
          ...given(values, "amount", "accountId", "receivedOn"),
        })
      }
      busy={receive.isPending}
      error={receive.error}
    />
  );
}

export function RemoveIncome({ income, onClose }: { income: IncomeView; onClose: () => void }) {
  const remove = useFinance<PlanScope, unknown>({
    run: (client, scope, call) =>
      client.incomes.remove.mutate({ incomeId: income.id, scope }, call),
    done: () => t("finance.removed", { what: income.name }),
    onDone: onClose,
  });
  return (
    <RemoveSheet
      what={income.name}
      choice={scopeField(income.inSeries)[0]}
      busy={remove.isPending}
      onRemove={(scope) => remove.mutate(scopeOf({ scope }))}
      onClose={onClose}
    />
  );
}
