import type { Metadata } from "next";

import { BudgetPage } from "@/features/finance/budget/budget-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched, type Search } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("finance.part.budget") };

export default function Page({ searchParams }: { searchParams: Search }) {
  return (
    <Prefetched
      search={searchParams}
      of={(trpc, _today, month) => [
        trpc.expenses.list.queryOptions({ month }),
        trpc.finance.summary.queryOptions({ month }),
      ]}
    >
      <BudgetPage />
    </Prefetched>
  );
}
