"use client";
import { Cpu, Sparkle } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";

import { useBrain } from "./use-brain.ts";

/** Which model answers, and what that means for what can be asked. */
export function Brain() {
  const brain = useBrain();
  const [open, setOpen] = useState(false);
  if (brain === null) return null;
  const { answers, offered } = brain;
  const Icon = answers === "google" ? Sparkle : Cpu;
  return (
    <>
      <Button
        look="soft"
        size="small"
        onClick={() => setOpen(true)}
        aria-label={t("brain.label", { name: t(`brain.${answers}`) })}
      >
        <Icon aria-hidden="true" />
        <span className="font-medium max-sm:hidden">{t(`brain.${answers}`)}</span>
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title={t(`brain.${answers}Title`)}>
        <p className="text-pretty">{t(`brain.${answers}Text`)}</p>
        <p className="mt-3 text-soft text-pretty">
          {t(answers === "local" && offered === "google" ? "brain.offer" : `brain.${answers}More`)}
        </p>
        {offered === "google" ? (
          <Button asChild className="mt-4">
            <Link href="/settings#model">{t("brain.change")}</Link>
          </Button>
        ) : null}
      </Sheet>
    </>
  );
}
