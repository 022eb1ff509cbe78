"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { monthName } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useMonth } from "./use-month.ts";

/** The month of one section of a page, with its arrows. */
export function MonthSwitch() {
  const { month, before, after } = useMonth();
  return (
    <div className="flex items-center justify-between gap-1 rounded-control border border-line bg-card sm:justify-start">
      <Button look="soft" size="iconSmall" aria-label={t("tracking.monthBefore")} onClick={before}>
        <ChevronLeft aria-hidden="true" />
      </Button>
      <span aria-live="polite" className="min-w-36 text-center font-medium">
        {monthName(month)}
      </span>
      <Button look="soft" size="iconSmall" aria-label={t("tracking.monthAfter")} onClick={after}>
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}
