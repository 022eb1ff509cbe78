"use client";
import { Plus } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import { FinanceTabs } from "./finance-tabs.tsx";
import { RecordProvider, useRecordSheet } from "./ledger/record-context.tsx";

/** What the parts of Finanças share: their tabs, and "Lançar" under the thumb. */
export function FinanceFrame({ children }: { children: ReactNode }) {
  return (
    <RecordProvider>
      <FinanceTabs />
      {children}
      <ThumbButton />
    </RecordProvider>
  );
}

/** Parts without a first action of their own; elsewhere the button would lie on theirs. */
const WITH_THUMB = ["/finance", "/finance/transactions", "/finance/cards"];

function ThumbButton() {
  const record = useRecordSheet();
  const pathname = usePathname();
  if (!WITH_THUMB.includes(pathname)) return null;
  return (
    <div className="pointer-events-none sticky bottom-[calc(5rem+env(safe-area-inset-bottom))] z-20 flex justify-end px-4 pb-2 md:hidden">
      <Button
        look="primary"
        className="pointer-events-auto rounded-full! px-5 shadow-over"
        onClick={() => record()}
      >
        <Plus aria-hidden="true" />
        {t("finance.record.title")}
      </Button>
    </div>
  );
}

/** "Lançar" among a page's actions, where there is no thumb. */
export function RecordButton() {
  const record = useRecordSheet();
  return (
    <Button look="primary" className="max-md:hidden" onClick={() => record()}>
      <Plus aria-hidden="true" />
      {t("finance.record.title")}
    </Button>
  );
}
