"use client";
import { RotateCw } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

/** A page that broke: nothing is lost, and what to do next. */
export function PageError({ retry }: { retry: () => void }) {
  return (
    <div
      role="alert"
      className="mx-auto grid min-h-[70dvh] max-w-md content-center justify-items-start gap-4 px-6 py-10"
    >
      <h1 className="text-2xl">{t("pageError.title")}</h1>
      <p className="text-soft text-pretty">{t("pageError.text")}</p>
      <Button look="primary" onClick={retry}>
        <RotateCw aria-hidden="true" />
        {t("common.retry")}
      </Button>
    </div>
  );
}
