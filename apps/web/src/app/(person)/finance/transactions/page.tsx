import type { Metadata } from "next";

import { TransactionsPage } from "@/features/finance/ledger/transactions-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.transactions") };

export default function Page() {
  return <TransactionsPage />;
}
