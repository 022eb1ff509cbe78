import type { Metadata } from "next";

import { AccountsPage } from "@/features/finance/accounts/accounts-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.accounts") };

export default function Page() {
  return <AccountsPage />;
}
