import type { Metadata } from "next";

import { AccountsPage } from "@/features/finance/accounts/accounts-page.tsx";
import { t } from "@/lib/t.ts";
import { Prefetched } from "@/trpc/prefetched.tsx";

export const metadata: Metadata = { title: t("finance.part.accounts") };

export default function Page() {
  return (
    <Prefetched of={(trpc) => [trpc.accounts.list.queryOptions({ archived: true })]}>
      <AccountsPage />
    </Prefetched>
  );
}
