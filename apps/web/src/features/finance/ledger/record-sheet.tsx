"use client";
import type { AccountView } from "@vida/core/accounts/schemas";
import type {
  RecordedView,
  RecordTransactionInput,
  TransactionKind,
} from "@vida/core/transactions/schemas";

import { Sheet } from "@/components/ui/sheet.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { parseAmount, toCents } from "../kit/amounts.ts";
import { FormBody } from "../kit/form-body.tsx";
import { given, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { exactMoney } from "../kit/sum.tsx";
import {
  accountOptions,
  categoryOptions,
  useAccounts,
  useCategories,
  withNone,
} from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";
import type { RecordStart } from "./record-context.tsx";

/** "Lançar": what was spent, what came in, what went from one account to another. */
export function RecordSheet({ start, onClose }: { start: RecordStart; onClose: () => void }) {
  const today = useToday();
  const accounts = useAccounts();
  const expense = useCategories("expense");
  const income = useCategories("income");
  const record = useFinance<RecordTransactionInput, RecordedView>({
    run: (client, input, call) => client.transactions.record.mutate(input, call),
    done: (recorded) =>
      recorded.installments === null
        ? t("finance.record.done", {
            what: recorded.description,
            amount: exactMoney(recorded.amount, recorded.currency),
          })
        : t("finance.record.doneParts", {
            what: recorded.description,
            count: recorded.installments,
          }),
    onDone: onClose,
    inForm: true,
  });

  const fields = (values: Values): FieldSpec[] => {
    const kind = kindOf(values);
    const card = accounts.items.find((one) => one.id === values["accountId"])?.kind === "card";
    const own = kind === "expense" ? accounts.items : accounts.own;
    const where: FieldSpec[] =
      kind === "transfer"
        ? [
            {
              kind: "select",
              name: "accountId",
              label: t("finance.record.from"),
              options: accountOptions(accounts.own),
            },
            {
              kind: "select",
              name: "toAccountId",
              label: t("finance.record.to"),
              options: withNone(
                accountOptions(accounts.items.filter((one) => one.id !== values["accountId"])),
                t("finance.form.choose"),
              ),
            },
          ]
        : [
            {
              kind: "select",
              name: kind === "expense" ? "categoryKey" : "incomeKey",
              label: t("finance.field.category"),
              options: withNone(categoryOptions(kind === "expense" ? expense.items : income.items)),
              optional: true,
            },
            {
              kind: "select",
              name: "accountId",
              label: t(kind === "expense" ? "finance.record.paidFrom" : "finance.record.fellIn"),
              options: accountOptions(kind === "income" ? accounts.items : own),
            },
          ];
    return [
      {
        kind: "money",
        name: "amount",
        label: t("finance.field.amount"),
        big: true,
        currency: currencyOf(values, accounts.items),
      },
      {
        kind: "choice",
        name: "kind",
        label: t("finance.record.what"),
        options: (["expense", "income", "transfer"] as const).map((one) => ({
          value: one,
          label: t(`finance.kind.${one}`),
        })),
      },
      {
        kind: "text",
        name: "description",
        label: t("finance.field.description"),
        example: t(`finance.record.example.${kind}`),
        ...(kind === "transfer" ? { optional: true } : {}),
      },
      ...where,
      { kind: "day", name: "day", label: t("finance.field.day"), latest: today },
      ...(kind === "expense" && card
        ? [
            {
              kind: "count",
              name: "installments",
              label: t("finance.field.installments"),
              min: 1,
              max: 120,
            } as const,
          ]
        : []),
    ];
  };

  const submit = (values: Values): void => {
    const kind = kindOf(values);
    const parts = Number(values["installments"] ?? "1");
    const category = text(values, kind === "expense" ? "categoryKey" : "incomeKey");
    record.mutate({
      kind,
      amount: text(values, "amount"),
      description: text(values, "description") || t("finance.kind.transfer"),
      ...given(values, "accountId", "day"),
      ...(kind === "transfer" ? given(values, "toAccountId") : {}),
      ...(kind !== "transfer" && category !== "" ? { categoryKey: category } : {}),
      ...(parts > 1 ? { installments: parts } : {}),
    });
  };

  const [first] = accounts.own;
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("finance.record.title")}
    >
      {accounts.query.isError ? (
        <Failed error={accounts.query.error} retry={accounts.query.refetch} />
      ) : null}
      {accounts.query.isPending ? <Bone className="h-72" /> : null}
      {accounts.query.isSuccess ? (
        <FormBody
          fields={fields}
          initial={{
            kind: start.kind ?? "expense",
            accountId: start.accountId ?? first?.id ?? "",
            toAccountId: start.toAccountId ?? "",
            categoryKey: start.categoryKey ?? "",
            day: today,
            installments: "1",
          }}
          submit={(values) => t(`finance.record.submit.${kindOf(values)}`)}
          onSubmit={submit}
          busy={record.isPending}
          error={record.error}
          renderNote={(values) => <Parts values={values} accounts={accounts.items} />}
        />
      ) : null}
    </Sheet>
  );
}

/** What an instalment will be, while it is being typed. */
function Parts({ values, accounts }: { values: Values; accounts: readonly AccountView[] }) {
  const count = Number(values["installments"] ?? "1");
  const amount = parseAmount(values["amount"] ?? "");
  const card = accounts.find((one) => one.id === values["accountId"])?.kind === "card";
  if (
    !card ||
    kindOf(values) !== "expense" ||
    amount === null ||
    !Number.isInteger(count) ||
    count < 2
  )
    return null;
  const each = (toCents(amount) / BigInt(count)).toString().padStart(3, "0");
  const part = `${each.slice(0, -2)}.${each.slice(-2)}`;
  return (
    <p>
      {t("finance.record.eachPart", {
        count,
        amount: exactMoney(part, currencyOf(values, accounts)),
      })}
    </p>
  );
}

function kindOf(values: Values): TransactionKind {
  const kind = values["kind"];
  return kind === "income" || kind === "transfer" ? kind : "expense";
}

function currencyOf(values: Values, accounts: readonly AccountView[]): string {
  return accounts.find((one) => one.id === values["accountId"])?.currency ?? "BRL";
}
