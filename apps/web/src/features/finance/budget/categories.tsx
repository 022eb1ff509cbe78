"use client";
import type { CategoryKind, CategoryView } from "@vida/core/categories/schemas";
import { PencilLine, Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Menu } from "@/components/ui/menu.tsx";
import { Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { useCategories } from "../kit/use-choices.ts";
import { CategorySheet, RemoveCategory } from "./category-sheets.tsx";

type Open =
  | { kind: "edit"; category: CategoryView | null }
  | { kind: "remove"; category: CategoryView }
  | null;

/** The person's own categories, spending and income, with their children. */
export function Categories() {
  const [kind, setKind] = useState<CategoryKind>("expense");
  const [open, setOpen] = useState<Open>(null);
  const { query, items } = useCategories(kind);
  const close = (): void => setOpen(null);
  return (
    <Section title={t("finance.category.title")} aside={t("finance.category.note")}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div
          role="group"
          aria-label={t("finance.category.kind")}
          className="inline-flex rounded-control border border-line bg-card p-0.5"
        >
          {(["expense", "income"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={kind === one}
              onClick={() => setKind(one)}
              className={cn(
                "min-h-11 rounded-lg px-3.5 md:min-h-9",
                kind === one
                  ? "bg-accent-wash font-semibold text-accent"
                  : "text-soft hover:text-ink",
              )}
            >
              {t(`finance.kindMany.${one}`)}
            </button>
          ))}
        </div>
        <Button onClick={() => setOpen({ kind: "edit", category: null })}>
          <Plus aria-hidden="true" />
          {t("finance.category.new")}
        </Button>
      </div>
      {query.isPending ? <ListSkeleton rows={5} /> : null}
      {query.isError ? <Failed error={query.error} retry={query.refetch} /> : null}
      <ul className="gap-x-10 sm:columns-2">
        {items.map((category) => (
          <li
            key={category.id}
            className={cn(
              "flex min-h-11 break-inside-avoid items-center justify-between gap-2 border-b border-line/70",
              category.parentKey !== null && "pl-5 text-soft",
            )}
          >
            <span className="min-w-0 truncate">{category.name}</span>
            <Menu
              label={t("finance.optionsOf", { what: category.name })}
              items={[
                {
                  label: t("finance.category.rename"),
                  icon: <PencilLine aria-hidden="true" />,
                  run: () => setOpen({ kind: "edit", category }),
                },
                {
                  label: t("finance.remove"),
                  icon: <Trash2 aria-hidden="true" />,
                  run: () => setOpen({ kind: "remove", category }),
                  danger: true,
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {open?.kind === "edit" ? (
        <CategorySheet category={open.category} kind={kind} items={items} onClose={close} />
      ) : null}
      {open?.kind === "remove" ? (
        <RemoveCategory category={open.category} items={items} onClose={close} />
      ) : null}
    </Section>
  );
}
