import type { Metadata } from "next";

import { TodayPage } from "@/features/today/today-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.today") };

export default function Page() {
  return <TodayPage />;
}
