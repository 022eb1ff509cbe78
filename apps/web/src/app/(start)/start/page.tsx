import type { Metadata } from "next";

import { StartPage } from "@/features/onboarding/start-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("start.title") };

export default function Page() {
  return <StartPage />;
}
