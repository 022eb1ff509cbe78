import type { Metadata } from "next";

import { DayPage } from "@/features/tracking/day-page.tsx";
import { daysAround } from "@/features/tracking/days-around.ts";
import { isDay, monthOf } from "@/lib/days.ts";
import { t } from "@/lib/t.ts";
import { Prefetched, type Search } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("nav.tracking") };

export default async function Page({ searchParams }: { searchParams: Search }) {
  const { day: wanted } = await searchParams;
  const asked = typeof wanted === "string" && isDay(wanted) ? wanted : null;
  return (
    <Prefetched
      of={(trpc, today) => {
        const day = asked !== null && asked <= today ? asked : today;
        const months = new Set(daysAround(day, today).map(monthOf));
        return [
          trpc.tracking.day.queryOptions({ day }),
          ...[...months].map((month) => trpc.tracking.calendar.queryOptions({ month })),
        ];
      }}
    >
      <DayPage />
    </Prefetched>
  );
}
