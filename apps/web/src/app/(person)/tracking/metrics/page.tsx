import type { Metadata } from "next";

import { MetricsPage } from "@/features/tracking/metrics-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("tracking.metrics") };

export default function Page() {
  return <MetricsPage />;
}
