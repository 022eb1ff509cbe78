"use client";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import { FinanceTabs } from "./finance-tabs.tsx";
import { RecordProvider, useRecordSheet } from "./ledger/record-context.tsx";

/** What the parts of Finanças share: their tabs, and the form behind "Lançar". */
export function FinanceFrame({ children }: { children: ReactNode }) {
  return (
    <RecordProvider>
      <FinanceTabs />
      {children}
    </RecordProvider>
  );
}

/** "Lançar" among a page's actions. */
export function RecordButton() {
  const record = useRecordSheet();
  return (
    <Button look="primary" onClick={() => record()}>
      <Plus aria-hidden="true" />
      {t("finance.record.title")}
    </Button>
  );
}
