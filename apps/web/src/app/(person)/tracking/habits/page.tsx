import type { Metadata } from "next";

import { HabitsPage } from "@/features/habits/habits-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("tracking.habits") };

export default function Page() {
  return (
    <Prefetched of={(trpc, today) => [trpc.habits.list.queryOptions({ day: today })]}>
      <HabitsPage />
    </Prefetched>
  );
}
