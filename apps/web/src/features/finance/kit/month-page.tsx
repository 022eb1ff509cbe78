"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { monthName } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useSwipe } from "../../tracking/use-swipe.ts";
import { useMonth } from "./use-month.ts";

/** A page about one month: its name for a heading, arrows beside it, a swipe on the phone. */
export function MonthPage({
  about,
  actions,
  children,
}: {
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { month, isCurrent, current, go, before, after } = useMonth();
  const swipe = useSwipe({ left: after, right: before });
  return (
    <div {...swipe}>
      <Page
        title={
          <span className="flex items-center gap-1">
            <span aria-live="polite">{monthName(month)}</span>
          </span>
        }
        note={about}
        actions={
          <>
            <div className="-ml-3 flex items-center md:ml-0">
              <Button
                look="soft"
                size="icon"
                aria-label={t("tracking.monthBefore")}
                onClick={before}
              >
                <ChevronLeft aria-hidden="true" />
              </Button>
              {isCurrent ? null : (
                <Button look="soft" onClick={() => go(current)}>
                  {t("tracking.thisMonth")}
                </Button>
              )}
              <Button look="soft" size="icon" aria-label={t("tracking.monthAfter")} onClick={after}>
                <ChevronRight aria-hidden="true" />
              </Button>
            </div>
            {actions}
          </>
        }
      >
        {children}
      </Page>
    </div>
  );
}
