"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";

import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";

/** The way to the page of the person who runs the installation. */
export function OperatorSection() {
  return (
    <Section title={t("operator.title")} aside={t("operator.aside")}>
      <Link
        href="/settings/operator"
        className="flex min-h-11 items-center justify-between gap-3 text-accent"
      >
        {t("operator.enter")}
        <ChevronRight aria-hidden="true" className="size-5" />
      </Link>
    </Section>
  );
}
