import type { Metadata } from "next";

import { RemindersPage } from "@/features/reminders/reminders-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.reminders") };

export default function Page() {
  return <RemindersPage />;
}
