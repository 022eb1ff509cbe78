import type { Metadata } from "next";

import { TodayPage } from "@/features/today/today-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("nav.today") };

export default function Page() {
  return (
    <Prefetched of={(trpc) => [trpc.dashboard.today.queryOptions({})]}>
      <TodayPage />
    </Prefetched>
  );
}
