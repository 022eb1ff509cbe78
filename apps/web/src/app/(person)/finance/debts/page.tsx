import type { Metadata } from "next";

import { DebtsPage } from "@/features/finance/debts/debts-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.debts") };

export default function Page() {
  return <DebtsPage />;
}
