import type { Metadata } from "next";

import { ActivityPage } from "@/features/activity/activity-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.activity") };

export default function Page() {
  return <ActivityPage />;
}
