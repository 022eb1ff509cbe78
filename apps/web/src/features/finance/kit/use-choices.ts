"use client";
import { useQuery } from "@tanstack/react-query";
import type { AccountView } from "@vida/core/accounts/schemas";
import type { CategoryKind, CategoryView } from "@vida/core/categories/schemas";

import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import type { Option } from "./form-values.ts";

const LONG = 5 * 60_000;

/** Where money can stand; `open` keeps archived ones away. */
export function useAccounts() {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.accounts.list.queryOptions({}), staleTime: LONG });
  const items = query.data?.items ?? [];
  return { query, items, own: items.filter((account) => account.kind !== "card") };
}

export function useCategories(kind: CategoryKind) {
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.categories.list.queryOptions({}), staleTime: LONG });
  return { query, items: inFamilies((query.data?.items ?? []).filter((one) => one.kind === kind)) };
}

export function accountOptions(accounts: readonly AccountView[]): Option[] {
  return accounts.map((account) => ({ value: account.id, label: account.name }));
}

export function categoryOptions(categories: readonly CategoryView[]): Option[] {
  return categories.map((category) => ({
    value: category.key,
    label: category.parentKey === null ? category.name : `– ${category.name}`,
  }));
}

export function withNone(options: readonly Option[], label = t("finance.form.none")): Option[] {
  return [{ value: "", label }, ...options];
}

/** Parents by name, each with its children under it. */
export function inFamilies(categories: readonly CategoryView[]): CategoryView[] {
  const byName = categories.toSorted((a, b) => a.name.localeCompare(b.name, "pt-BR"));
  const keys = new Set(byName.map((category) => category.key));
  return byName
    .filter((category) => category.parentKey === null || !keys.has(category.parentKey))
    .flatMap((parent) => [parent, ...byName.filter((one) => one.parentKey === parent.key)]);
}
