"use client";
import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

import { DeleteAccount } from "./delete-account.tsx";
import { ExportData } from "./export-data.tsx";
import { ImportData } from "./import-data.tsx";

/** What is the person's: taken along, brought back, or ended for good. */
export function DataSection({ email }: { email: string }) {
  return (
    <Section title={t("data.title")} aside={t("data.note")}>
      <div className="grid gap-6">
        <ExportData />
        <ImportData />
        <DeleteAccount email={email} />
      </div>
    </Section>
  );
}
