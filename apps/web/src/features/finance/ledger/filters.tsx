"use client";
import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass } from "@/components/ui/field.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

import type { Option } from "../kit/form-values.ts";
import { accountOptions, categoryOptions, useAccounts, useCategories } from "../kit/use-choices.ts";
import type { Filter, FilterName } from "./use-filter.ts";

const PAUSE_MS = 250;

/** Words, account, category and kind; the month's arrows stand above. */
export function Filters({ filter }: { filter: Filter }) {
  const accounts = useAccounts();
  const expense = useCategories("expense");
  const income = useCategories("income");
  const wanted = filter.value("q");
  const [text, setText] = useState(wanted);
  const settled = useDebounced(text, PAUSE_MS);
  const search = useEffectEvent((words: string) => {
    if (words !== wanted) filter.set("q", words);
  });
  useEffect(() => search(settled), [settled]);
  const kinds: Option[] = (["expense", "income", "transfer"] as const).map((value) => ({
    value,
    label: t(`finance.kindMany.${value}`),
  }));
  const categories = filter.value("kind") === "income" ? income.items : expense.items;
  return (
    <div className="mb-4 grid grid-cols-2 gap-2 md:grid-cols-[minmax(12rem,1fr)_repeat(3,minmax(0,11rem))]">
      <div className="relative col-span-2 md:col-span-1">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-soft"
        />
        <input
          type="search"
          aria-label={t("finance.ledger.search")}
          placeholder={t("finance.ledger.search")}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          className={cn(controlClass, "!pl-9")}
        />
      </div>
      <Pick name="kind" label={t("finance.ledger.allKinds")} filter={filter} options={kinds} />
      <Pick
        name="account"
        label={t("finance.ledger.allAccounts")}
        filter={filter}
        options={accountOptions(accounts.items)}
      />
      <Pick
        name="category"
        label={t("finance.ledger.allCategories")}
        filter={filter}
        options={categoryOptions(categories)}
      />
      {wanted === "" && !filter.active ? null : (
        <div className="col-span-full flex flex-wrap items-center gap-x-2">
          {wanted === "" ? null : (
            <label className="flex min-h-11 items-center gap-2 text-soft md:min-h-8">
              <input
                type="checkbox"
                checked={filter.everywhere}
                onChange={(event) => filter.setEverywhere(event.target.checked)}
                className="size-4 accent-(--jabuticaba)"
              />
              {t("finance.ledger.allMonths")}
            </label>
          )}
          <Button
            look="soft"
            size="small"
            onClick={() => {
              setText("");
              filter.clear();
            }}
          >
            <X aria-hidden="true" />
            {t("finance.ledger.clear")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Pick({
  name,
  label,
  filter,
  options,
}: {
  name: FilterName;
  label: string;
  filter: Filter;
  options: readonly Option[];
}) {
  return (
    <select
      aria-label={label}
      value={filter.value(name)}
      onChange={(event) => filter.set(name, event.target.value)}
      className={cn(
        controlClass,
        "last-of-type:max-md:col-span-2",
        filter.value(name) !== "" && "border-accent font-semibold",
      )}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
