import type { Metadata } from "next";

import { PayablesPage } from "@/features/finance/payables/payables-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("finance.part.payables") };

export default function Page() {
  return (
    <Prefetched of={(trpc) => [trpc.finance.payables.queryOptions({})]}>
      <PayablesPage />
    </Prefetched>
  );
}
