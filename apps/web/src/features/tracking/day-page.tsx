"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { addDays, isDay } from "@/lib/days.ts";
import { longDay, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday } from "../account/use-me.ts";
import { DayEntries } from "./day-entries.tsx";
import { DayStrip } from "./day-strip.tsx";
import { QuickRow } from "./quick-row.tsx";
import { RecordSheet, type RecordStart } from "./record-sheet.tsx";
import { useSwipe } from "./use-swipe.ts";

function pathOf(day: string, today: string): string {
  return day === today ? "/tracking" : `/tracking?day=${day}`;
}

/** One day of the Diário: what was recorded, grouped by what it measures, and the means to add more. */
export function DayPage() {
  const router = useRouter();
  const params = useSearchParams();
  const today = useToday();
  const wanted = params.get("day");
  const day = isDay(wanted) && wanted <= today ? wanted : today;
  const trpc = useTRPC();
  const page = useQuery(trpc.tracking.day.queryOptions({ day }));
  const [record, setRecord] = useState<RecordStart | null>(null);
  const go = (next: string): void => {
    if (next <= today) router.push(pathOf(next, today), { scroll: false });
  };
  const swipe = useSwipe({ left: () => go(addDays(day, 1)), right: () => go(addDays(day, -1)) });

  const asked = params.get("record") !== null;
  const started = record ?? (asked ? { day } : null);
  const close = (): void => {
    setRecord(null);
    if (asked) router.replace(pathOf(day, today), { scroll: false });
  };

  const near = relativeDay(day, today);
  return (
    <div {...swipe}>
      <Page
        title={<span className="inline-block first-letter:uppercase">{longDay(day)}</span>}
        note={
          near === longDay(day) ? undefined : (
            <span className="inline-block first-letter:uppercase">{near}</span>
          )
        }
        actions={
          <>
            <div className="flex max-md:order-last">
              <Button
                look="soft"
                size="icon"
                aria-label={t("tracking.dayBefore")}
                onClick={() => go(addDays(day, -1))}
              >
                <ChevronLeft aria-hidden="true" />
              </Button>
              {day === today ? null : (
                <Button look="soft" onClick={() => go(today)}>
                  {t("tracking.today")}
                </Button>
              )}
              <Button
                look="soft"
                size="icon"
                aria-label={t("tracking.dayAfter")}
                disabled={day >= today}
                onClick={() => go(addDays(day, 1))}
              >
                <ChevronRight aria-hidden="true" />
              </Button>
            </div>
            <Button look="primary" onClick={() => setRecord({ day })}>
              <Plus aria-hidden="true" />
              {t("tracking.record")}
            </Button>
          </>
        }
      >
        <DayStrip day={day} today={today} />
        <QuickRow
          day={day}
          totals={page.data?.totals ?? []}
          loading={page.isPending}
          onMore={(type) => setRecord({ day, type })}
        />
        <div className="mt-8">
          {page.isPending ? <ListSkeleton rows={4} /> : null}
          {page.isError ? <Failed error={page.error} retry={page.refetch} /> : null}
          {page.isSuccess && page.data.entries.length === 0 ? (
            <Empty title={t("tracking.emptyTitle")}>{t("tracking.emptyText")}</Empty>
          ) : null}
          {page.isSuccess && page.data.entries.length > 0 ? (
            <DayEntries
              entries={page.data.entries}
              totals={page.data.totals}
              onEdit={(entry) => setRecord({ day, entry })}
            />
          ) : null}
        </div>
      </Page>
      {started === null ? null : <RecordSheet start={started} onClose={close} />}
    </div>
  );
}
