"use client";
import type { DayView, MetricType } from "@vida/core/tracking/schemas";
import { Plus } from "lucide-react";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { MetricIcon } from "./metric-icon.tsx";
import { BUILT_IN, measure, metricLabel } from "./metric-kinds.ts";
import { useRecord } from "./use-entries.ts";

type Totals = DayView["totals"];
type Props = { day: string; totals: Totals; loading: boolean; onMore: (type: MetricType) => void };

/** The six measures of a day side by side: what stands there and one tap to add. */
export function QuickRow({ day, totals, loading, onMore }: Props) {
  const record = useRecord();
  return (
    <ul className="mt-5 grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-3 lg:grid-cols-6">
      {BUILT_IN.map((type) => {
        const total = totals.find((one) => one.type === type);
        const label = metricLabel(type);
        const share =
          total?.goal === null || total === undefined
            ? null
            : Math.min(1, total.value / total.goal);
        return (
          <li key={type} className="relative flex min-h-28 flex-col bg-card">
            <button
              type="button"
              onClick={() => onMore(type)}
              className="flex flex-1 flex-col justify-between rounded-sm p-3 text-left -outline-offset-2 hover:bg-folha-wash/60"
            >
              <span className="flex items-center gap-1.5 text-xs text-soft">
                <MetricIcon type={type} className="size-4 text-folha" />
                <span>
                  <span className="sr-only">{t("tracking.record")} </span>
                  {label}
                </span>
              </span>
              {loading ? (
                <span aria-hidden="true" className="h-6 w-16 animate-pulse rounded bg-ink/8" />
              ) : (
                <span className={cn("figure-big text-xl", total === undefined && "text-soft")}>
                  {total === undefined ? (
                    <Plus aria-hidden="true" className="size-5" />
                  ) : (
                    measure(type, total.value, total.unit)
                  )}
                </span>
              )}
              <span className="min-h-5 text-xs text-soft">
                {total?.goal === null || total === undefined
                  ? ""
                  : t("tracking.ofGoal", { goal: measure(type, total.goal, total.unit) })}
              </span>
            </button>
            {type === "water" ? (
              <button
                type="button"
                disabled={record.isPending}
                onClick={() => record.mutate({ type: "water", value: 200, unit: "ml", day })}
                className="absolute top-1 right-1 grid min-h-11 min-w-11 place-items-center rounded-control px-2 text-xs font-semibold text-folha-ink hover:bg-folha-wash md:min-h-8"
              >
                {t("tracking.glass")}
              </button>
            ) : null}
            {share === null ? null : (
              <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1 bg-folha/15">
                <span
                  className="block h-full bg-folha transition-[width] duration-200"
                  style={{ width: `${share * 100}%` }}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
