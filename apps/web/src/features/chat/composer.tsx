"use client";
import { ArrowUp, Check, Square } from "lucide-react";
import { useState, useSyncExternalStore, type RefObject } from "react";

import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/lib/cn.ts";
import { readDraft, watchDrafts, writeDraft } from "@/lib/drafts.ts";
import { number } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useListens } from "@/lib/use-listens.ts";

import { ComposerPreview } from "./composer-preview.tsx";
import type { Sending } from "./conversation-store.ts";
import { useLinePreview } from "./use-line-preview.ts";
import { VoiceButton } from "./voice-button.tsx";

export const MESSAGE_LIMIT = 10_000;

type Props = {
  /** Names the conversation whose draft this is. */
  draftKey: string;
  area: RefObject<HTMLTextAreaElement | null>;
  running: boolean;
  stopping: boolean;
  /** The conversation whose words a line is read with; none before its first message. */
  conversationId: string | null;
  onSend: (text: string, how: Sending) => void;
  onStop: () => void;
};

/**
 * Where the person writes. Enter sends, Shift+Enter breaks the line, and a draft survives everything.
 *
 * A line that the grammar reads for certain shows its card while it is typed, and Enter, or the button, is the
 * verdict on exactly that. Tab has it asked with its form open; Esc leaves the card, and the line is just sent.
 */
export function Composer(props: Props) {
  const { draftKey, conversationId, area, running, stopping, onSend, onStop } = props;
  const text = useSyncExternalStore(
    watchDrafts,
    () => readDraft(draftKey),
    () => "",
  );
  // What is typed before the page listens would be wiped when it does.
  const listens = useListens();
  const change = (next: string): void => writeDraft(draftKey, next);
  const over = text.length > MESSAGE_LIMIT;
  const ready = text.trim() !== "" && !over;
  const [left, setLeft] = useState(false);
  // Behind a run that is going, a line waits its turn, and what it then means is not known yet.
  const preview = useLinePreview(text, conversationId, ready && !running && !left);
  const send = (how: Sending = { hash: preview?.hash ?? null }): void => {
    if (!ready) return;
    onSend(text.trim(), how);
    change("");
    setLeft(false);
    area.current?.focus();
  };
  const leave = (): void => {
    setLeft(true);
    area.current?.focus();
  };
  const records = preview !== null && preview.hash !== null;
  const sendLabel = t(records ? "chat.recordNow" : running ? "chat.sendNext" : "chat.send");

  return (
    <form
      className="mx-auto w-full max-w-[43rem] px-3 pb-3 sm:px-6 md:pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {preview === null ? null : (
        <ComposerPreview
          preview={preview}
          onAdjust={() => send({ adjust: true })}
          onLeave={leave}
        />
      )}
      <div className="flex items-end gap-1 rounded-[18px] border border-edge/60 bg-card p-1.5 focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent/40">
        <div className="grid max-h-55 min-h-11 w-full min-w-0">
          {/* The same text again gives the field its height, in every browser. */}
          <span
            aria-hidden="true"
            className="invisible col-start-1 row-start-1 max-h-55 overflow-hidden px-3 py-2.5 leading-6 whitespace-pre-wrap [overflow-wrap:anywhere] max-md:text-[1rem]"
          >
            {`${text} `}
          </span>
          <textarea
            ref={area}
            value={text}
            readOnly={!listens}
            rows={1}
            aria-label={t("chat.composer")}
            placeholder={t("chat.placeholder")}
            aria-invalid={over || undefined}
            aria-describedby={text.length > MESSAGE_LIMIT * 0.9 ? "composer-count" : undefined}
            enterKeyHint="send"
            className="col-start-1 row-start-1 size-full resize-none overflow-y-auto bg-transparent px-3 py-2.5 leading-6 outline-none placeholder:text-soft max-md:text-[1rem]"
            onChange={(event) => {
              change(event.target.value);
              if (event.target.value === "") setLeft(false);
            }}
            onKeyDown={(event) => {
              if (event.key === "Escape" && text !== "") leave();
              if (preview?.fresh === true && event.key === "Tab" && !event.shiftKey) {
                event.preventDefault();
                send({ adjust: true });
              }
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
        </div>
        <VoiceButton onText={(spoken) => change(`${text} ${spoken}`.trim())} />
        {running && text.trim() === "" ? (
          <Button
            look="outline"
            size="icon"
            onClick={onStop}
            disabled={stopping}
            aria-label={t("chat.stop")}
            title={t("chat.stop")}
          >
            <Square aria-hidden="true" className="fill-current" />
          </Button>
        ) : (
          <Button
            type="submit"
            look="primary"
            size="icon"
            disabled={!ready}
            aria-label={sendLabel}
            title={sendLabel}
          >
            {records ? <Check aria-hidden="true" /> : <ArrowUp aria-hidden="true" />}
          </Button>
        )}
      </div>
      {text.length > MESSAGE_LIMIT * 0.9 ? (
        <p
          id="composer-count"
          className={cn(
            "figures mt-1 px-3 text-right text-xs",
            over ? "font-medium text-urucum-ink" : "text-soft",
          )}
        >
          {t("chat.count", { used: number(text.length), limit: number(MESSAGE_LIMIT) })}
        </p>
      ) : null}
    </form>
  );
}
