import type { Metadata } from "next";

import { DayPage } from "@/features/tracking/day-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.tracking") };

export default function Page() {
  return <DayPage />;
}
