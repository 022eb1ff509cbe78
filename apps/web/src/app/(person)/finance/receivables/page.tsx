import type { Metadata } from "next";

import { ReceivablesPage } from "@/features/finance/receivables/receivables-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.receivables") };

export default function Page() {
  return <ReceivablesPage />;
}
