import type { Metadata } from "next";

import { NotificationsPage } from "@/features/notifications/notifications-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.notifications") };

export default function Page() {
  return <NotificationsPage />;
}
