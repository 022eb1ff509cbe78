import type { Metadata } from "next";

import { SettingsPage } from "@/features/settings/settings-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.settings") };

export default function Page() {
  return <SettingsPage />;
}
