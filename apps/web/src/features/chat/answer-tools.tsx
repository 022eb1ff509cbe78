"use client";
import type { MessageView } from "@vida/core/live/message";
import { Copy, RefreshCw, ThumbsDown, ThumbsUp } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { errorText } from "@/trpc/errors.ts";

import { useLive } from "../live/live-provider.tsx";
import { BranchSwitch } from "./branch-switch.tsx";
import { copyText } from "./message-text.ts";
import { useNewBranch } from "./use-new-branch.ts";

type Props = { message: MessageView; text: string; idle: boolean; closes: boolean };

/** What can be done with an answer: its versions, copy, say whether it was good, have it given again. */
export function AnswerTools({ message, text, idle, closes }: Props) {
  const { conversations } = useLive();
  const { regenerate } = useNewBranch(message.conversationId);
  const rate = (feedback: "up" | "down"): void => {
    conversations
      .rate(message.conversationId, message.id, message.feedback === feedback ? null : feedback)
      .catch((error: unknown) => showToast(errorText(error), undefined, "error"));
  };
  const rated = message.feedback ?? null;
  if (text === "" && !closes && message.branch.count < 2) return null;
  return (
    <div className="-mt-2 -mb-3 -ml-2 flex items-center">
      <BranchSwitch message={message} idle={idle} />
      <div
        className={cn(
          "flex items-center",
          // Where a pointer can hover, the tools wait for it; a given verdict stays in sight.
          rated === null &&
            "transition-opacity md:opacity-0 md:group-focus-within/message:opacity-100 md:group-hover/message:opacity-100",
        )}
      >
        {text === "" ? null : (
          <>
            <Tool label={t("chat.copy")} run={() => void copyText(text, t("chat.copied"))}>
              <Copy aria-hidden="true" />
            </Tool>
            <Tool label={t("chat.useful")} pressed={rated === "up"} run={() => rate("up")}>
              <ThumbsUp aria-hidden="true" />
            </Tool>
            <Tool label={t("chat.notUseful")} pressed={rated === "down"} run={() => rate("down")}>
              <ThumbsDown aria-hidden="true" />
            </Tool>
          </>
        )}
        {closes && idle ? (
          <Tool label={t("chat.again")} run={() => void regenerate(message.id)}>
            <RefreshCw aria-hidden="true" />
          </Tool>
        ) : null}
      </div>
    </div>
  );
}

type ToolProps = { label: string; run: () => void; pressed?: boolean; children: ReactNode };

function Tool({ label, run, pressed, children }: ToolProps) {
  return (
    <Button
      look="soft"
      size="iconSmall"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={cn(pressed === true && "text-accent [&_svg]:fill-accent/20")}
      onClick={run}
    >
      {children}
    </Button>
  );
}
