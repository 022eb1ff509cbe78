import type { Metadata } from "next";

import { ReceivablesPage } from "@/features/finance/receivables/receivables-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched, type Search } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("finance.part.receivables") };

export default function Page({ searchParams }: { searchParams: Search }) {
  return (
    <Prefetched
      search={searchParams}
      of={(trpc, _today, month) => [trpc.incomes.list.queryOptions({ month })]}
    >
      <ReceivablesPage />
    </Prefetched>
  );
}
