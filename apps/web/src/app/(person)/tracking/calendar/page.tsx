import type { Metadata } from "next";

import { CalendarPage } from "@/features/tracking/calendar-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("tracking.calendar") };

export default function Page() {
  return <CalendarPage />;
}
