"use client";
import { Sparkle } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import { useBrain, useConsent } from "./use-brain.ts";

/** Asks once, before any text goes to Google; until it is answered, all stays on this computer. */
export function Consent() {
  const brain = useBrain();
  const answer = useConsent();
  if (brain === null || brain.offered !== "google" || brain.consent !== "unasked") return null;
  return (
    <section
      aria-label={t("consent.title")}
      className="mx-auto mb-2 w-full max-w-[43rem] px-3 sm:px-6"
    >
      <div className="grid gap-3 rounded-card border border-accent/45 bg-card p-4">
        <h2 className="flex items-center gap-2 text-lg">
          <Sparkle aria-hidden="true" className="size-4.5 text-accent" />
          {t("consent.title")}
        </h2>
        <p className="text-pretty text-soft">{t("consent.text")}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            busy={answer.isPending && answer.variables === "agreed"}
            disabled={answer.isPending}
            onClick={() => answer.mutate("agreed")}
          >
            {t("consent.agree")}
          </Button>
          <Button disabled={answer.isPending} onClick={() => answer.mutate("local")}>
            {t("consent.local")}
          </Button>
        </div>
      </div>
    </section>
  );
}
