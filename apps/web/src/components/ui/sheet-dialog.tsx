"use client";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { Button } from "./button.tsx";
import type { SheetProps } from "./sheet.tsx";

export function SheetDialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  wide = false,
}: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-(--scrim) data-[state=open]:animate-in data-[state=open]:fade-in data-[state=open]:duration-150" />
        <Dialog.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={cn(
            "fixed top-1/2 left-1/2 z-50 grid max-h-[88dvh] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 grid-rows-[auto_1fr] rounded-card border border-line bg-card shadow-over data-[state=open]:animate-in data-[state=open]:fade-in data-[state=open]:zoom-in-98 data-[state=open]:duration-150",
            wide ? "max-w-2xl" : "max-w-md",
          )}
        >
          <div className="flex items-start justify-between gap-4 px-6 pt-5 pb-3">
            <div>
              <Dialog.Title className="text-xl">{title}</Dialog.Title>
              {description === undefined ? null : (
                <Dialog.Description className="mt-1 text-soft">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <Button look="soft" size="iconSmall" aria-label={t("common.close")} className="-mr-2">
                <X aria-hidden="true" />
              </Button>
            </Dialog.Close>
          </div>
          <div className="overflow-y-auto px-6 pt-1 pb-6">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
