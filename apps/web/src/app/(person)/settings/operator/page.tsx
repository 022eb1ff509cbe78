import type { Metadata } from "next";

import { OperatorPage } from "@/features/settings-operator/operator-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("operator.title") };

export default function Page() {
  return <OperatorPage />;
}
