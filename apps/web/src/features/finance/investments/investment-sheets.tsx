"use client";
import {
  InvestmentType,
  type ContributeInput,
  type CreateInvestmentInput,
  type InvestmentView,
  type UpdateInvestmentInput,
} from "@vida/core/investments/schemas";

import { t } from "@/lib/t.ts";

import { useToday } from "../../account/use-me.ts";
import { amountText } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { given, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { exactMoney } from "../kit/sum.tsx";
import { accountOptions, useAccounts, withNone } from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";

/** An investment, new or set right; an emptied field takes its value away. */
export function InvestmentSheet({
  investment,
  onClose,
}: {
  investment: InvestmentView | null;
  onClose: () => void;
}) {
  const today = useToday();
  const create = useFinance<CreateInvestmentInput, InvestmentView>({
    run: (client, input, call) => client.investments.create.mutate(input, call),
    done: (made) => t("finance.investment.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateInvestmentInput, unknown>({
    run: (client, input, call) => client.investments.update.mutate(input, call),
    done: (_output, input) =>
      t("finance.bill.updated", { what: input.name ?? investment?.name ?? "" }),
    onDone: onClose,
    inForm: true,
  });
  const currency = investment?.currency ?? "BRL";
  const fields = (): FieldSpec[] => [
    {
      kind: "text",
      name: "name",
      label: t("finance.field.name"),
      example: t("finance.investment.example"),
    },
    {
      kind: "select",
      name: "type",
      label: t("finance.investment.type"),
      options: InvestmentType.options.map((value) => ({
        value,
        label: t(`finance.investmentType.${value}`),
      })),
      wide: true,
    },
    ...(investment === null
      ? [
          {
            kind: "money",
            name: "currentAmount",
            label: t("finance.investment.worthNow"),
            zero: true,
            optional: true,
            currency,
          } as const,
        ]
      : []),
    {
      kind: "money",
      name: "goalAmount",
      label: t("finance.investment.goalField"),
      zero: true,
      optional: true,
      currency,
    },
    {
      kind: "money",
      name: "monthlyContribution",
      label: t("finance.investment.perMonth"),
      zero: true,
      optional: true,
      currency,
    },
    {
      kind: "day",
      name: "deadline",
      label: t("finance.investment.deadline"),
      earliest: today,
      optional: true,
    },
  ];
  const submit = (values: Values): void => {
    const common = {
      name: text(values, "name"),
      type: InvestmentType.catch("custom").parse(values["type"]),
    };
    const orNull = (name: string): string | null =>
      text(values, name) === "" ? null : text(values, name);
    if (investment === null) {
      create.mutate({
        ...common,
        ...given(values, "currentAmount", "goalAmount", "monthlyContribution", "deadline"),
      });
    } else {
      update.mutate({
        ...common,
        investmentId: investment.id,
        goalAmount: orNull("goalAmount"),
        monthlyContribution: orNull("monthlyContribution"),
        deadline: orNull("deadline"),
      });
    }
  };
  const shown = (amount: string | null | undefined): string =>
    amount === null || amount === undefined ? "" : amountText(amount);
  return (
    <FormSheet
      title={
        investment === null
          ? t("finance.investment.new")
          : t("finance.adjustTitle", { what: investment.name })
      }
      onClose={onClose}
      fields={fields}
      initial={{
        name: investment?.name ?? "",
        type: investment?.type ?? "emergency_fund",
        currentAmount: "",
        goalAmount: shown(investment?.goalAmount),
        monthlyContribution: shown(investment?.monthlyContribution),
        deadline: investment?.deadline ?? "",
      }}
      submit={() => t(investment === null ? "finance.investment.create" : "finance.save")}
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}

/** An aporte: from an account it is a transfer in the ledger. */
export function ContributeSheet({
  investment,
  onClose,
}: {
  investment: InvestmentView;
  onClose: () => void;
}) {
  const today = useToday();
  const { own, query } = useAccounts();
  const accounts = own.filter((account) => account.currency === investment.currency);
  const contribute = useFinance<ContributeInput, unknown>({
    run: (client, input, call) => client.investments.contribute.mutate(input, call),
    done: (_output, input) =>
      t("finance.investment.contributed", {
        what: investment.name,
        amount: exactMoney(input.amount, investment.currency),
      }),
    onDone: onClose,
    inForm: true,
  });
  if (query.isPending) return null;
  return (
    <FormSheet
      title={t("finance.investment.contributeTitle", { what: investment.name })}
      onClose={onClose}
      fields={() => [
        {
          kind: "money",
          name: "amount",
          label: t("finance.field.amount"),
          big: true,
          currency: investment.currency,
        },
        {
          kind: "select",
          name: "fromAccountId",
          label: t("finance.record.from"),
          options: withNone(accountOptions(accounts), t("finance.investment.elsewhere")),
          optional: true,
        },
        { kind: "day", name: "day", label: t("finance.field.day"), latest: today },
      ]}
      initial={{
        amount:
          investment.monthlyContribution === null ? "" : amountText(investment.monthlyContribution),
        fromAccountId: accounts[0]?.id ?? "",
        day: today,
      }}
      submit={() => t("finance.investment.contributeSubmit")}
      onSubmit={(values) =>
        contribute.mutate({
          investmentId: investment.id,
          amount: text(values, "amount"),
          ...given(values, "fromAccountId", "day"),
        })
      }
      busy={contribute.isPending}
      error={contribute.error}
    />
  );
}

export function ValueSheet({
  investment,
  onClose,
}: {
  investment: InvestmentView;
  onClose: () => void;
}) {
  const save = useFinance<string, unknown>({
    run: (client, currentAmount, call) =>
      client.investments.updateValue.mutate({ investmentId: investment.id, currentAmount }, call),
    done: (_output, amount) =>
      t("finance.investment.valueSet", {
        what: investment.name,
        amount: exactMoney(amount, investment.currency),
      }),
    onDone: onClose,
    inForm: true,
  });
  return (
    <FormSheet
      title={t("finance.investment.updateValue")}
      description={investment.name}
      onClose={onClose}
      fields={() => [
        {
          kind: "money",
          name: "currentAmount",
          label: t("finance.investment.worthNow"),
          big: true,
          zero: true,
          currency: investment.currency,
        },
      ]}
      initial={{ currentAmount: amountText(investment.currentAmount) }}
      submit={() => t("finance.investment.updateValue")}
      onSubmit={(values) => save.mutate(text(values, "currentAmount"))}
      busy={save.isPending}
      error={save.error}
    />
  );
}
