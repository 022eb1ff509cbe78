"use client";
import { useQueries } from "@tanstack/react-query";
import Link from "next/link";

import { Ring } from "@/components/ui/ring.tsx";
import { cn } from "@/lib/cn.ts";
import { addDays, monthOf } from "@/lib/days.ts";
import { longDay, weekdayShort } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

export function habitsPath(day: string, today: string): string {
  return day === today ? "/tracking/habits" : `/tracking/habits?day=${day}`;
}

/** Seven days, none of them ahead; the ring around each is the share of its habits that were done. */
export function HabitStrip({ day, today }: { day: string; today: string }) {
  const trpc = useTRPC();
  const ahead = addDays(day, 3);
  const last = ahead < today ? ahead : today;
  const days = Array.from({ length: 7 }, (_, index) => addDays(last, index - 6));
  const months = [...new Set(days.map(monthOf))];
  const calendars = useQueries({
    queries: months.map((month) => trpc.tracking.calendar.queryOptions({ month })),
  });
  const known = new Map(
    calendars.flatMap(({ data }) => (data?.days ?? []).map((one) => [one.day, one])),
  );
  return (
    <ol
      aria-label={t("tracking.week")}
      className="grid grid-cols-7 gap-1 border-y border-line py-2"
    >
      {days.map((one) => {
        const { habitsCompleted: done = 0, habitsTotal: total = 0 } = known.get(one) ?? {};
        const current = one === day;
        return (
          <li key={one}>
            <Link
              href={habitsPath(one, today)}
              scroll={false}
              prefetch={false}
              aria-current={current ? "date" : undefined}
              className={cn(
                "grid justify-items-center gap-1 rounded-control py-1",
                current ? "text-ink" : "text-soft hover:bg-ink/5 hover:text-ink",
              )}
            >
              <span className="sr-only">
                {longDay(one)}, {t("habits.doneOf", { done, total })}
              </span>
              <span aria-hidden="true" className="text-xs">
                {weekdayShort(one)}
              </span>
              <Ring share={total === 0 ? 0 : done / total} className="size-11 text-folha">
                <span
                  aria-hidden="true"
                  className={cn(
                    "grid size-8 place-items-center rounded-full text-base",
                    current
                      ? "bg-accent font-semibold text-on-accent"
                      : one === today && "bg-ipe-wash font-semibold",
                  )}
                >
                  {Number(one.slice(8))}
                </span>
              </Ring>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
