import type { Metadata } from "next";

import { InvestmentsPage } from "@/features/finance/investments/investments-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.investments") };

export default function Page() {
  return <InvestmentsPage />;
}
