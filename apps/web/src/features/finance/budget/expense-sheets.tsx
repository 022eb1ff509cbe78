"use client";
import type {
  CreateExpenseInput,
  ExpenseView,
  UpdateExpenseInput,
} from "@vida/core/expenses/schemas";

import { t } from "@/lib/t.ts";

import { amountText } from "../kit/amounts.ts";
import { FormSheet } from "../kit/form-sheet.tsx";
import { isChecked, text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { scopeField, scopeOf, type PlanScope } from "../kit/scope.ts";
import { categoryOptions, useCategories } from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";

type Props = { expense: ExpenseView | null; month: string; onClose: () => void };

/** Planned spending, new or set right. */
export function ExpenseSheet({ expense, month, onClose }: Props) {
  const categories = useCategories("expense");
  const create = useFinance<CreateExpenseInput, ExpenseView>({
    run: (client, input, call) => client.expenses.create.mutate(input, call),
    done: (made) => t("finance.budget.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateExpenseInput, unknown>({
    run: (client, input, call) => client.expenses.update.mutate(input, call),
    done: (_output, input) =>
      t("finance.bill.updated", { what: input.name ?? expense?.name ?? "" }),
    onDone: onClose,
    inForm: true,
  });
  const fields = (): FieldSpec[] => [
    {
      kind: "text",
      name: "name",
      label: t("finance.field.name"),
      example: t("finance.budget.example"),
    },
    {
      kind: "money",
      name: "planned",
      label: t("finance.field.planned"),
      currency: expense?.currency ?? "BRL",
    },
    {
      kind: "select",
      name: "categoryKey",
      label: t("finance.field.category"),
      options: categoryOptions(categories.items),
    },
    ...(expense === null
      ? [{ kind: "check", name: "recurring", label: t("finance.field.recurring") } as const]
      : scopeField(expense.inSeries)),
  ];
  const submit = (values: Values): void => {
    const given = {
      name: text(values, "name"),
      planned: text(values, "planned"),
      categoryKey: text(values, "categoryKey"),
    };
    if (expense === null)
      create.mutate({ ...given, month, recurring: isChecked(values, "recurring") });
    else update.mutate({ ...given, expenseId: expense.id, scope: scopeOf(values) });
  };
  if (categories.query.isPending) return null;
  return (
    <FormSheet
      title={
        expense === null
          ? t("finance.budget.new")
          : t("finance.adjustTitle", { what: expense.name })
      }
      onClose={onClose}
      fields={fields}
      initial={{
        name: expense?.name ?? "",
        planned: expense === null ? "" : amountText(expense.planned),
        categoryKey: expense?.categoryKey ?? "food",
        recurring: "yes",
        scope: "this",
      }}
      submit={() => t(expense === null ? "finance.budget.create" : "finance.save")}
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}

export function RemoveExpense({ expense, onClose }: { expense: ExpenseView; onClose: () => void }) {
  const remove = useFinance<PlanScope, unknown>({
    run: (client, scope, call) =>
      client.expenses.remove.mutate({ expenseId: expense.id, scope }, call),
    done: () => t("finance.removed", { what: expense.name }),
    onDone: onClose,
  });
  return (
    <RemoveSheet
      what={expense.name}
      choice={scopeField(expense.inSeries)[0]}
      busy={remove.isPending}
      onRemove={(scope) => remove.mutate(scopeOf({ scope }))}
      onClose={onClose}
    />
  );
}
