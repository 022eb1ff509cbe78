import type { Metadata } from "next";

import { OverviewPage } from "@/features/finance/overview/overview-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.finance") };

export default function Page() {
  return <OverviewPage />;
}
