import type { Metadata } from "next";

import { DayPage } from "@/features/tracking/day-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("nav.tracking") };

export default function Page() {
  return (
    <Prefetched of={(trpc, today) => [trpc.tracking.day.queryOptions({ day: today })]}>
      <DayPage />
    </Prefetched>
  );
}
