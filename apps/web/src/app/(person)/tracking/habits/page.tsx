import type { Metadata } from "next";

import { HabitsPage } from "@/features/habits/habits-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("tracking.habits") };

export default function Page() {
  return <HabitsPage />;
}
