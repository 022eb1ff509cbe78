"use client";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Wordmark } from "@/components/ui/wordmark.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useListens } from "@/lib/use-listens.ts";

type Props = {
  step: number;
  title: string;
  text: string;
  leaving: boolean;
  onLater: () => void;
  children: ReactNode;
};

/** A page of the start: which of the four it is, what it asks, and the way past it. */
export function StartFrame({ step, title, text, leaving, onLater, children }: Props) {
  const listens = useListens();
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-2xl grid-rows-[auto_1fr] px-5 sm:px-8">
      <header className="flex items-center justify-between gap-4 py-5">
        <Wordmark className="text-2xl" />
        <Button look="soft" size="small" busy={leaving} disabled={!listens} onClick={onLater}>
          {t("start.later")}
        </Button>
      </header>
      <main className="pt-6 pb-16 sm:pt-14">
        <div className="mb-6 flex items-center gap-3">
          <span aria-hidden="true" className="flex gap-1.5">
            {[1, 2, 3, 4].map((one) => (
              <span
                key={one}
                className={cn(
                  "h-1 w-8 rounded-full",
                  one < step ? "bg-folha" : one === step ? "bg-ipe" : "bg-ink/12",
                )}
              />
            ))}
          </span>
          <span className="text-xs text-soft">{t("start.step", { step })}</span>
        </div>
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        <p className="mt-2 mb-8 max-w-prose text-pretty text-soft">{text}</p>
        {children}
      </main>
    </div>
  );
}

/** The buttons under a step: go on, pass over, go back. */
export function StepButtons({
  busy,
  onSkip,
  onBack,
  label = t("start.next"),
}: {
  busy: boolean;
  onSkip?: (() => void) | undefined;
  onBack?: (() => void) | undefined;
  label?: string;
}) {
  return (
    <div className="mt-9 flex flex-wrap items-center gap-2">
      <Button type="submit" look="primary" busy={busy} className="min-w-36">
        {label}
      </Button>
      {onSkip === undefined ? null : (
        <Button look="soft" disabled={busy} onClick={onSkip}>
          {t("start.skip")}
        </Button>
      )}
      {onBack === undefined ? null : (
        <Button look="soft" disabled={busy} className="sm:ml-auto" onClick={onBack}>
          {t("common.back")}
        </Button>
      )}
    </div>
  );
}
