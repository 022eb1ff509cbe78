"use client";
import type { FinanceSummaryView } from "@vida/core/finance/schemas";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { patch } from "@/trpc/patch.ts";
import { useAction } from "@/trpc/use-action.ts";

type SpentBy = FinanceSummaryView["spentBy"];

/** The person's choice of the month that a card purchase counts in. */
export function SpentByChoice({ value }: { value: SpentBy }) {
  const trpc = useTRPC();
  const choose = useAction({
    run: (client, spentBy: SpentBy, call) =>
      client.account.updateProfile.mutate({ preferences: { finance: { spentBy } } }, call),
    touches: ["account", "finance"],
    optimistic: (cache, spentBy) =>
      patch<FinanceSummaryView>(cache, trpc.finance.summary.queryFilter(), (data) => ({
        ...data,
        spentBy,
      })),
  });
  return (
    <div
      role="group"
      aria-label={t("finance.overview.spentBy")}
      className="flex flex-wrap items-center gap-x-1 text-xs text-soft"
    >
      <span className="mr-1 max-sm:basis-full">{t("finance.overview.spentBy")}</span>
      {(["purchase", "statement"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={value === one}
          onClick={() => (value === one ? undefined : choose.mutate(one))}
          className={cn(
            "min-h-11 rounded-md px-2 md:min-h-7",
            value === one
              ? "bg-ipe-wash font-semibold text-ink"
              : "underline decoration-dotted underline-offset-3 hover:text-ink",
          )}
        >
          {t(`finance.overview.by.${one}`)}
        </button>
      ))}
    </div>
  );
}
