"use client";
import { TransactionKind, type ListTransactionsInput } from "@vida/core/transactions/schemas";
import { usePathname, useRouter, useSearchParams } from "next/navigation";

import { useMonth } from "../kit/use-month.ts";

export type FilterName = "q" | "account" | "category" | "kind";

/** What of the ledger is shown; it stands in the address, so that any figure can open its own rows. */
export function useFilter() {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const { month } = useMonth();
  const value = (name: FilterName): string => params.get(name) ?? "";
  const kind = TransactionKind.safeParse(value("kind"));
  const query = value("q").trim().slice(0, 100);
  const everywhere = query !== "" && params.get("all") === "1";
  const input: Omit<ListTransactionsInput, "limit"> = {
    ...(everywhere ? {} : { month }),
    ...(query === "" ? {} : { query }),
    ...(value("account") === "" ? {} : { accountId: value("account") }),
    ...(value("category") === "" ? {} : { categoryKey: value("category") }),
    ...(kind.success ? { kind: kind.data } : {}),
  };
  const replace = (change: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(params);
    for (const [name, text] of Object.entries(change)) {
      if (text === "") next.delete(name);
      else next.set(name, text);
    }
    const search = next.toString();
    router.replace(search === "" ? pathname : `${pathname}?${search}`, { scroll: false });
  };
  return {
    input,
    value,
    everywhere,
    active: ["q", "account", "category", "kind"].some((name) => params.get(name) !== null),
    set: (name: FilterName, text: string): void => replace({ [name]: text }),
    setEverywhere: (all: boolean): void => replace({ all: all ? "1" : "" }),
    clear: (): void => replace({ q: "", account: "", category: "", kind: "", all: "" }),
  };
}

export type Filter = ReturnType<typeof useFilter>;
