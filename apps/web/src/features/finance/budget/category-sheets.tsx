"use client";
import type {
  CategoryKind,
  CategoryView,
  CreateCategoryInput,
  UpdateCategoryInput,
} from "@vida/core/categories/schemas";

import { t } from "@/lib/t.ts";

import { FormSheet } from "../kit/form-sheet.tsx";
import { text, type FieldSpec, type Values } from "../kit/form-values.ts";
import { RemoveSheet } from "../kit/remove-sheet.tsx";
import { categoryOptions, withNone } from "../kit/use-choices.ts";
import { useFinance } from "../kit/use-finance.ts";

type Props = {
  category: CategoryView | null;
  kind: CategoryKind;
  items: readonly CategoryView[];
  onClose: () => void;
};

export function CategorySheet({ category, kind, items, onClose }: Props) {
  const create = useFinance<CreateCategoryInput, CategoryView>({
    run: (client, input, call) => client.categories.create.mutate(input, call),
    done: (made) => t("finance.category.created", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const update = useFinance<UpdateCategoryInput, CategoryView>({
    run: (client, input, call) => client.categories.update.mutate(input, call),
    done: (made) => t("finance.bill.updated", { what: made.name }),
    onDone: onClose,
    inForm: true,
  });
  const hasChildren = items.some((one) => one.parentKey === category?.key);
  const parents = items.filter((one) => one.parentKey === null && one.key !== category?.key);
  const fields = (): FieldSpec[] => [
    { kind: "text", name: "name", label: t("finance.field.name"), max: 60 },
    ...(hasChildren
      ? []
      : [
          {
            kind: "select",
            name: "parentKey",
            label: t("finance.category.parent"),
            options: withNone(categoryOptions(parents), t("finance.category.noParent")),
            optional: true,
            wide: true,
          } as const,
        ]),
  ];
  const submit = (values: Values): void => {
    const parent = text(values, "parentKey");
    const name = text(values, "name");
    if (category === null)
      create.mutate({ name, kind, ...(parent === "" ? {} : { parentKey: parent }) });
    else
      update.mutate({
        kind,
        key: category.key,
        name,
        ...(hasChildren ? {} : { parentKey: parent === "" ? null : parent }),
      });
  };
  return (
    <FormSheet
      title={
        category === null
          ? t("finance.category.new")
          : t("finance.adjustTitle", { what: category.name })
      }
      onClose={onClose}
      fields={fields}
      initial={{ name: category?.name ?? "", parentKey: category?.parentKey ?? "" }}
      submit={() => t(category === null ? "finance.category.create" : "finance.save")}
      onSubmit={submit}
      busy={create.isPending || update.isPending}
      error={create.error ?? update.error}
    />
  );
}

/** Removing a category moves what stands in it to another one. */
export function RemoveCategory({
  category,
  items,
  onClose,
}: {
  category: CategoryView;
  items: readonly CategoryView[];
  onClose: () => void;
}) {
  const others = items.filter((one) => one.key !== category.key);
  const rest = others.find((one) => one.key === "other" || one.key === "other_income") ?? others[0];
  const remove = useFinance({
    run: (client, moveToKey: string, call) =>
      client.categories.remove.mutate({ kind: category.kind, key: category.key, moveToKey }, call),
    done: (output) =>
      t("finance.category.removed", { what: category.name, to: output.movedTo.name }),
    onDone: onClose,
  });
  return (
    <RemoveSheet
      what={category.name}
      note={t("finance.category.removeNote")}
      choice={{
        kind: "select",
        name: "moveToKey",
        label: t("finance.category.moveTo"),
        options: categoryOptions(others),
        wide: true,
      }}
      initial={rest?.key ?? ""}
      busy={remove.isPending}
      onRemove={(key) => remove.mutate(key)}
      onClose={onClose}
    />
  );
}
