import type { Metadata } from "next";

import { MemoryPage } from "@/features/memory/memory-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.memory") };

export default function Page() {
  return <MemoryPage />;
}
