"use client";
import type { MessageView } from "@vida/core/live/message";
import { Clock3, Copy, PencilLine, RotateCw } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { useLive } from "../live/live-provider.tsx";
import { BranchSwitch } from "./branch-switch.tsx";
import { EditMessage } from "./edit-message.tsx";
import { copyText, wordsOf } from "./message-text.ts";
import { useNewBranch } from "./use-new-branch.ts";

/** From here on a message shows its beginning until the person asks for all of it. */
const LONG = 1_500;

type Props = { message: MessageView; unsent: boolean; queued: boolean; idle: boolean };

/** What the person wrote, in a bubble: its versions, and the way to say it otherwise. */
export function OwnMessage({ message, unsent, queued, idle }: Props) {
  const [editing, setEditing] = useState(false);
  const { edit } = useNewBranch(message.conversationId);
  const text = wordsOf(message);
  return (
    <article
      aria-label={t("chat.youSaid")}
      className="group/message flex flex-col items-end gap-1"
      data-queued={queued || undefined}
    >
      {editing ? (
        <EditMessage
          text={text}
          onCancel={() => setEditing(false)}
          onSend={(next) => {
            setEditing(false);
            if (next !== text) void edit(message.id, next);
          }}
        />
      ) : (
        <Bubble text={text} faint={queued} />
      )}
      {queued ? (
        <p className="flex items-center gap-1.5 text-xs text-soft">
          <Clock3 aria-hidden="true" className="size-3.5" />
          {t("chat.queued")}
        </p>
      ) : null}
      {unsent ? (
        <Unsent message={message} text={text} />
      ) : editing || queued ? null : (
        <div className="-mt-1 -mr-2 -mb-3 flex items-center">
          <div className="flex items-center transition-opacity md:opacity-0 md:group-focus-within/message:opacity-100 md:group-hover/message:opacity-100">
            <Button
              look="soft"
              size="iconSmall"
              aria-label={t("chat.copyOwn")}
              title={t("chat.copyOwn")}
              onClick={() => void copyText(text, t("chat.copiedOwn"))}
            >
              <Copy aria-hidden="true" />
            </Button>
            {idle ? (
              <Button
                look="soft"
                size="iconSmall"
                aria-label={t("chat.edit")}
                title={t("chat.edit")}
                onClick={() => setEditing(true)}
              >
                <PencilLine aria-hidden="true" />
              </Button>
            ) : null}
          </div>
          <BranchSwitch message={message} idle={idle} />
        </div>
      )}
    </article>
  );
}

function Bubble({ text, faint }: { text: string; faint: boolean }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG;
  const shown = long && !whole ? `${text.slice(0, LONG * 0.6).trimEnd()}…` : text;
  return (
    <div
      className={cn(
        "max-w-[85%] rounded-[18px] rounded-br-md px-4 py-2.5",
        faint ? "border border-dashed border-edge/60 text-soft" : "bg-accent-wash text-ink",
      )}
    >
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{shown}</p>
      {long ? (
        <Button
          look="quiet"
          size="small"
          className="mt-1 -ml-3"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? "chat.showLess" : "chat.showAll")}
        </Button>
      ) : null}
    </div>
  );
}

function Unsent({ message, text }: { message: MessageView; text: string }) {
  const { conversations } = useLive();
  const resend = (): void => {
    conversations.resend(message.conversationId, message.id, text).catch(() => {});
  };
  return (
    <div className="flex items-center gap-1 text-xs text-urucum-ink">
      {t("chat.unsent")}
      <Button look="quiet" size="small" onClick={resend}>
        <RotateCw aria-hidden="true" />
        {t("chat.resend")}
      </Button>
    </div>
  );
}
