"use client";
import {
  AccountKind,
  type AccountView,
  type CreateAccountInput,
  type UpdateAccountInput,
} from "@vida/core/accounts/schemas";

import { t } from "@/lib/t.ts";

import { amountText } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { given, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { useFinance } from "../kit/use-finance.ts";

type Props = { account: AccountView | null; kind?: AccountKind; onClose: () => void };

/** An account, a wallet or a card, new or set right. */
export function AccountSheet({ account, kind = "checking", onClose }: Props) {
  const create = useFinance<CreateAccountInput, AccountView>({
    run: (client, input, call) => client.accounts.create.mutate(input, call),
    done: (made) => t("finance.account.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateAccountInput, unknown>({
    run: (client, input, call) => client.accounts.update.mutate(input, call),
    done: (_output, input) =>
      t("finance.bill.updated", { what: input.name ?? account?.name ?? "" }),
    onDone: onClose,
    inForm: true,
  });
  const isCard = (values: Values): boolean => (account?.kind ?? values["kind"]) === "card";
  const fields = (values: Values): FieldSpec[] => [
    {
      kind: "text",
      name: "name",
      label: t("finance.field.name"),
      max: 100,
      example: t(isCard(values) ? "finance.card.example" : "finance.account.example"),
    },
    ...(account === null
      ? [
          {
            kind: "choice",
            name: "kind",
            label: t("finance.account.kind"),
            options: AccountKind.options.map((value) => ({
              value,
              label: t(`finance.accountKind.${value}`),
            })),
          } as const,
        ]
      : []),
    ...(isCard(values)
      ? ([
          {
            kind: "count",
            name: "closingDay",
            label: t("finance.card.closingDay"),
            min: 1,
            max: 31,
          },
          { kind: "count", name: "dueDay", label: t("finance.card.dueDay"), min: 1, max: 31 },
          {
            kind: "money",
            name: "limit",
            label: t("finance.card.limit"),
            zero: true,
            optional: true,
            currency: account?.currency ?? "BRL",
          },
        ] as const)
      : account === null
        ? ([
            {
              kind: "money",
              name: "openingBalance",
              label: t("finance.account.opening"),
              signed: true,
              optional: true,
            },
          ] as const)
        : []),
  ];
  const submit = (values: Values): void => {
    const card = isCard(values)
      ? {
          closingDay: Number(text(values, "closingDay")),
          dueDay: Number(text(values, "dueDay")),
          ...given(values, "limit"),
        }
      : {};
    const name = text(values, "name");
    if (account === null)
      create.mutate({
        name,
        kind: AccountKind.catch("checking").parse(values["kind"]),
        ...card,
        ...given(values, "openingBalance"),
      });
    else update.mutate({ accountId: account.id, name, ...card });
  };
  const dayText = (day: number | null | undefined): string =>
    day === null || day === undefined ? "" : String(day);
  return (
    <FormSheet
      title={
        account === null
          ? t(kind === "card" ? "finance.card.new" : "finance.account.new")
          : t("finance.adjustTitle", { what: account.name })
      }
      onClose={onClose}
      fields={fields}
      initial={{
        name: account?.name ?? "",
        kind: account?.kind ?? kind,
        closingDay: dayText(account?.closingDay),
        dueDay: dayText(account?.dueDay),
        limit: account?.limit === null || account === null ? "" : amountText(account.limit),
        openingBalance: "",
      }}
      submit={(values) =>
        t(
          account === null
            ? isCard(values)
              ? "finance.card.create"
              : "finance.account.create"
            : "finance.save",
        )
      }
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}
