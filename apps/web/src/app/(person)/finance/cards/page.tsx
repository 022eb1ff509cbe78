import type { Metadata } from "next";

import { CardsPage } from "@/features/finance/cards/cards-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("finance.part.cards") };

export default function Page() {
  return <CardsPage />;
}
