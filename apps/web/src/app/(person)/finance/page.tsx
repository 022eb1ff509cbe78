import type { Metadata } from "next";

import { OverviewPage } from "@/features/finance/overview/overview-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched, type Search } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("nav.finance") };

export default function Page({ searchParams }: { searchParams: Search }) {
  return (
    <Prefetched
      search={searchParams}
      of={(trpc, _today, month) => [
        trpc.finance.summary.queryOptions({ month }),
        trpc.finance.forecast.queryOptions({}),
        trpc.finance.history.queryOptions({ endMonth: month, months: 12 }),
      ]}
    >
      <OverviewPage />
    </Prefetched>
  );
}
