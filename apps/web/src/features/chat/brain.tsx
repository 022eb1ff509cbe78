"use client";
import { useQuery } from "@tanstack/react-query";
import { Cpu, Sparkle } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

/** Which model answers, and what that means for what can be asked. */
export function Brain() {
  const trpc = useTRPC();
  const instance = useQuery({ ...trpc.account.instance.queryOptions(), staleTime: 10 * 60_000 });
  const [open, setOpen] = useState(false);
  const brain = instance.data?.brain;
  if (brain === undefined) return null;
  const Icon = brain === "google" ? Sparkle : Cpu;
  return (
    <>
      <Button
        look="soft"
        size="small"
        onClick={() => setOpen(true)}
        aria-label={t("brain.label", { name: t(`brain.${brain}`) })}
      >
        <Icon aria-hidden="true" />
        <span className="font-medium max-sm:hidden">{t(`brain.${brain}`)}</span>
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title={t(`brain.${brain}Title`)}>
        <p className="text-pretty">{t(`brain.${brain}Text`)}</p>
        <p className="mt-3 text-soft text-pretty">{t(`brain.${brain}More`)}</p>
      </Sheet>
    </>
  );
}
