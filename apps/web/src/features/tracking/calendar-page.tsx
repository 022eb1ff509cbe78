"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { cn } from "@/lib/cn.ts";
import { addDays, addMonths, monthOf, weekday } from "@/lib/days.ts";
import { longDay, monthName, number, weekdayShort } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";

import { useToday } from "../account/use-me.ts";
import { useSwipe } from "./use-swipe.ts";

type CalendarDay = Outputs["tracking"]["calendar"]["days"][number];

const MOOD = {
  green: "bg-folha-wash text-folha-ink",
  yellow: "bg-ipe-wash text-ipe-ink",
  red: "bg-urucum-wash text-urucum-ink",
  none: "",
} as const;

/** A month at a glance, coloured by mood; every day leads to its page. */
export function CalendarPage() {
  const router = useRouter();
  const params = useSearchParams();
  const today = useToday();
  const wanted = params.get("month") ?? "";
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted) ? wanted : monthOf(today);
  const trpc = useTRPC();
  const calendar = useQuery({
    ...trpc.tracking.calendar.queryOptions({ month }),
    placeholderData: keepPreviousData,
  });
  const go = (next: string): void => {
    if (next <= monthOf(today)) router.push(`/tracking/calendar?month=${next}`, { scroll: false });
  };
  const swipe = useSwipe({
    left: () => go(addMonths(month, 1)),
    right: () => go(addMonths(month, -1)),
  });
  const days = calendar.data?.month === month ? calendar.data.days : undefined;
  return (
    <div {...swipe}>
      <Page
        title={monthName(month)}
        actions={
          <div className="flex">
            <Button
              look="soft"
              size="icon"
              aria-label={t("tracking.monthBefore")}
              onClick={() => go(addMonths(month, -1))}
            >
              <ChevronLeft aria-hidden="true" />
            </Button>
            {month === monthOf(today) ? null : (
              <Button look="soft" onClick={() => go(monthOf(today))}>
                {t("tracking.thisMonth")}
              </Button>
            )}
            <Button
              look="soft"
              size="icon"
              aria-label={t("tracking.monthAfter")}
              disabled={month >= monthOf(today)}
              onClick={() => go(addMonths(month, 1))}
            >
              <ChevronRight aria-hidden="true" />
            </Button>
          </div>
        }
      >
        {calendar.isError ? (
          <Failed error={calendar.error} retry={calendar.refetch} className="mb-6" />
        ) : null}
        {days === undefined ? (
          calendar.isError ? null : (
            <Bone className="h-96" />
          )
        ) : (
          <div className="grid gap-8 lg:grid-cols-[1fr_14rem]">
            <MonthGrid days={days} today={today} />
            <MonthFigures days={days} today={today} />
          </div>
        )}
      </Page>
    </div>
  );
}

function MonthGrid({ days, today }: { days: readonly CalendarDay[]; today: string }) {
  const [first] = days;
  if (first === undefined) return null;
  const lead = weekday(first.day);
  const sunday = addDays(first.day, -lead);
  return (
    <div>
      <ol aria-hidden="true" className="mb-2 grid grid-cols-7 gap-1 text-center text-xs text-soft">
        {Array.from({ length: 7 }, (_, index) => (
          <li key={index}>{weekdayShort(addDays(sunday, index))}</li>
        ))}
      </ol>
      <ol className="grid grid-cols-7 gap-1 sm:gap-1.5">
        {days.map((day, index) => (
          <li key={day.day} style={index === 0 ? { gridColumnStart: lead + 1 } : undefined}>
            <DayCell day={day} today={today} />
          </li>
        ))}
      </ol>
      <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
        {(["green", "yellow", "red"] as const).map((color) => (
          <li key={color} className="flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className={cn("size-3 rounded", MOOD[color], "border border-current/30")}
            />
            {t(`mood.${color}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function DayCell({ day, today }: { day: CalendarDay; today: string }) {
  const future = day.day > today;
  const box = cn(
    "flex min-h-12 flex-col items-start justify-between rounded-control border p-1.5 sm:min-h-18 sm:p-2",
    day.day === today ? "border-ipe" : "border-line",
    future ? "border-dashed text-soft" : MOOD[day.moodColor],
    !future && day.moodColor === "none" && "bg-card",
  );
  const figure = <span className="leading-none font-medium">{Number(day.day.slice(8))}</span>;
  if (future) {
    return (
      <span className={box} aria-hidden="true">
        {figure}
      </span>
    );
  }
  const words = [
    longDay(day.day),
    day.entries === 0
      ? t("tracking.nothingThere")
      : t("tracking.entryCount", { count: day.entries }),
    ...(day.moodScore === null ? [] : [t("tracking.moodWas", { score: number(day.moodScore) })]),
  ];
  return (
    <Link
      href={day.day === today ? "/tracking" : `/tracking?day=${day.day}`}
      prefetch={false}
      className={cn(box, "hover:border-edge")}
    >
      <span className="sr-only">{words.join(", ")}</span>
      <span aria-hidden="true">{figure}</span>
      <span aria-hidden="true" className="flex w-full items-end justify-between">
        <span className="flex gap-0.5">
          {Array.from({ length: Math.min(day.entries, 4) }, (_, index) => (
            <span key={index} className="size-1 rounded-full bg-current opacity-60" />
          ))}
        </span>
        {day.moodScore === null ? null : (
          <span className="figures text-xs leading-none font-semibold max-sm:hidden">
            {number(day.moodScore, 1)}
          </span>
        )}
      </span>
    </Link>
  );
}

function MonthFigures({ days, today }: { days: readonly CalendarDay[]; today: string }) {
  const past = days.filter((day) => day.day <= today);
  const moods = past.flatMap((day) => day.moodScore ?? []);
  const written = past.filter((day) => day.hasData).length;
  const figures: [string, string][] = [
    [t("tracking.daysWritten"), t("tracking.outOf", { count: written, total: past.length })],
    [
      t("tracking.averageMood"),
      moods.length === 0
        ? "–"
        : number(moods.reduce((sum, mood) => sum + mood, 0) / moods.length, 1),
    ],
    [t("tracking.entriesInMonth"), number(past.reduce((sum, day) => sum + day.entries, 0))],
  ];
  return (
    <dl className="grid content-start gap-4 max-lg:grid-cols-3">
      {figures.map(([label, value]) => (
        <div key={label} className="border-t border-line pt-2">
          <dt className="text-xs text-soft">{label}</dt>
          <dd className="figure-big text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
