"use client";
import { CornerDownLeft } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { ActionSlip } from "./action-slip.tsx";
import type { LinePreview } from "./use-line-preview.ts";

type Props = { preview: LinePreview; onAdjust: () => void; onLeave: () => void };

/** Over the field: what Enter would record, in the words and values of its card. */
export function ComposerPreview({ preview, onAdjust, onLeave }: Props) {
  const { actions, fresh, hash } = preview;
  return (
    <section
      aria-label={t("chat.previewLabel")}
      data-preview={fresh ? (hash === null ? "asks" : "records") : "reading"}
      className={cn(
        "mb-2 grid max-h-[40dvh] gap-2 overflow-y-auto rounded-card border border-accent/35 bg-accent-wash px-4 py-3",
        !fresh && "opacity-60",
      )}
    >
      {actions.map((action, index) => (
        <ActionSlip key={index} action={action} />
      ))}
      <div className="-mb-1 flex flex-wrap items-center gap-x-2">
        <p
          role="status"
          className="flex min-w-0 flex-1 basis-44 items-center gap-1.5 text-xs text-soft"
        >
          <CornerDownLeft aria-hidden="true" className="size-3.5 shrink-0" />
          {t(
            fresh ? (hash === null ? "chat.previewAsks" : "chat.previewRecords") : "chat.thinking",
          )}
        </p>
        <Button look="quiet" size="small" disabled={!fresh} onClick={onAdjust}>
          {t("card.adjust")}
        </Button>
        <Button look="soft" size="small" onClick={onLeave}>
          {t("chat.previewLeave")}
        </Button>
      </div>
    </section>
  );
}
