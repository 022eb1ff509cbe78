import type { Metadata } from "next";

import { BudgetPage } from "@/features/finance/budget/budget-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.budget") };

export default function Page() {
  return <BudgetPage />;
}
