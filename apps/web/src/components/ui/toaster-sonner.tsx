"use client";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { toast, Toaster } from "sonner";

import { t } from "@/lib/t.ts";
import { useIsPhone } from "@/lib/use-media.ts";

import { takeToasts } from "./toast.ts";

export function SonnerToaster() {
  const { resolvedTheme } = useTheme();
  const phone = useIsPhone();
  useEffect(
    () =>
      takeToasts(({ text, action, kind }) => {
        // One word at a time: what was said before has been read or is in the history.
        toast.dismiss();
        toast(text, {
          duration: action === undefined ? 4500 : 8000,
          ...(kind === "error" ? { className: "vida-toast-error" } : {}),
          ...(action === undefined
            ? {}
            : { action: { label: action.label, onClick: () => void action.run() } }),
        });
      }),
    [],
  );
  return (
    <Toaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      visibleToasts={1}
      position={phone ? "top-center" : "bottom-right"}
      containerAriaLabel={t("common.notices")}
      offset={phone ? 12 : 24}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-card border border-line bg-ink px-4 py-3 text-base text-paper shadow-over",
          title: "font-medium",
          content: "flex-1",
          actionButton:
            "min-h-9 shrink-0 rounded-control px-3 font-semibold underline decoration-paper/50 underline-offset-4 hover:decoration-paper",
        },
      }}
    />
  );
}
