"use client";
import { RotateCw } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { errorText } from "@/trpc/errors.ts";

import { Button } from "./button.tsx";

/** What a page shows when it has nothing yet: what will stand here, and one thing to do. */
export function Empty({
  title,
  children,
  action,
  className,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "rounded-card border border-dashed border-edge/50 px-6 py-8 text-center",
        className,
      )}
    >
      <p className="font-serif text-lg">{title}</p>
      {children === undefined ? null : (
        <div className="mx-auto mt-1 max-w-md text-soft text-pretty">{children}</div>
      )}
      {action === undefined ? null : (
        <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  );
}

/** What went wrong, and the next step. */
export function Failed({
  error,
  retry,
  className,
}: {
  error: unknown;
  retry: () => unknown;
  className?: string;
}) {
  return (
    <div
      role="alert"
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-urucum/35 bg-urucum-wash px-5 py-4",
        className,
      )}
    >
      <p className="min-w-48 flex-1 text-ink">{errorText(error)}</p>
      <Button onClick={() => void retry()}>
        <RotateCw aria-hidden="true" />
        {t("common.retry")}
      </Button>
    </div>
  );
}
