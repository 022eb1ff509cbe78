import type { Metadata } from "next";

import { CalendarPage } from "@/features/tracking/calendar-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched, type Search } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("tracking.calendar") };

export default function Page({ searchParams }: { searchParams: Search }) {
  return (
    <Prefetched
      search={searchParams}
      of={(trpc, _today, month) => [trpc.tracking.calendar.queryOptions({ month })]}
    >
      <CalendarPage />
    </Prefetched>
  );
}
