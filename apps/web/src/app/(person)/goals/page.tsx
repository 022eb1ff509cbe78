import type { Metadata } from "next";

import { GoalsPage } from "@/features/goals/goals-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.goals") };

export default function Page() {
  return <GoalsPage />;
}
