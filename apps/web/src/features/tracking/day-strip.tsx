"use client";
import { useQueries } from "@tanstack/react-query";
import Link from "next/link";

import { cn } from "@/lib/cn.ts";
import { monthOf } from "@/lib/days.ts";
import { weekdayShort } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { daysAround } from "./days-around.ts";

/** Seven days around a day, none of them ahead; a dot tells that something stands there, ipê marks today. */
export function DayStrip({ day, today }: { day: string; today: string }) {
  const days = daysAround(day, today);
  const marks = useMarkedDays([...new Set(days.map(monthOf))]);
  return (
    <ol
      className="grid grid-cols-7 gap-1 border-y border-line py-2"
      aria-label={t("tracking.week")}
    >
      {days.map((one) => {
        const current = one === day;
        const body = (
          <>
            <span className="text-xs">{weekdayShort(one)}</span>{" "}
            <span
              className={cn(
                "grid size-9 place-items-center rounded-full text-lg",
                current
                  ? "bg-accent font-semibold text-on-accent"
                  : one === today && "ring-2 ring-ipe ring-inset",
              )}
            >
              {Number(one.slice(8))}
            </span>
            <span className="sr-only">
              {marks.has(one) ? t("tracking.withEntries") : t("tracking.nothingThere")}
            </span>
            <span
              aria-hidden="true"
              className={cn(
                "size-1.5 rounded-full",
                marks.has(one) ? "bg-folha" : "bg-transparent",
              )}
            />
          </>
        );
        const box = "grid justify-items-center gap-0.5 rounded-control py-1";
        return (
          <li key={one}>
            <Link
              href={one === today ? "/tracking" : `/tracking?day=${one}`}
              scroll={false}
              prefetch={false}
              aria-current={current ? "date" : undefined}
              className={cn(box, current ? "text-ink" : "text-soft hover:bg-ink/5 hover:text-ink")}
            >
              {body}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function useMarkedDays(months: readonly string[]): ReadonlySet<string> {
  const trpc = useTRPC();
  const calendars = useQueries({
    queries: months.map((month) => trpc.tracking.calendar.queryOptions({ month })),
  });
  return new Set(
    calendars.flatMap((one) =>
      (one.data?.days ?? []).filter((day) => day.hasData).map((day) => day.day),
    ),
  );
}
