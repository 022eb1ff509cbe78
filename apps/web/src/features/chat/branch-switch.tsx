"use client";
import type { MessageView } from "@vida/core/live/message";
import { ChevronLeft, ChevronRight } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { errorText } from "@/trpc/errors.ts";

import { useLive } from "../live/live-provider.tsx";

/** ‹ 1/2 ›: which of the versions of a message is shown, and the way to the others. */
export function BranchSwitch({ message, idle }: { message: MessageView; idle: boolean }) {
  const { conversations } = useLive();
  const { index, count } = message.branch;
  if (count < 2) return null;
  const show = (next: number): void => {
    conversations
      .selectBranch(message.conversationId, message.id, next)
      .catch((error: unknown) => showToast(errorText(error), undefined, "error"));
  };
  return (
    <div
      role="group"
      aria-label={t("chat.branch", { index: index + 1, count })}
      className="flex items-center text-xs text-soft"
    >
      <Button
        look="soft"
        size="iconSmall"
        aria-label={t("chat.previousBranch")}
        disabled={!idle || index === 0}
        onClick={() => show(index - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </Button>
      <span className="figures" aria-hidden="true">
        {`${index + 1}/${count}`}
      </span>
      <Button
        look="soft"
        size="iconSmall"
        aria-label={t("chat.nextBranch")}
        disabled={!idle || index === count - 1}
        onClick={() => show(index + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}
