"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import { MESSAGE_LIMIT } from "./composer.tsx";

type Props = { text: string; onSend: (text: string) => void; onCancel: () => void };

/** One's own message, to be said otherwise; Enter sends it and Esc leaves it as it was. */
export function EditMessage({ text, onSend, onCancel }: Props) {
  const [value, setValue] = useState(text);
  const ready = value.trim() !== "" && value.length <= MESSAGE_LIMIT;
  const send = (): void => {
    if (ready) onSend(value.trim());
  };
  return (
    <form
      className="grid w-full gap-2 rounded-[18px] border border-accent bg-card p-2 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent/40"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        value={value}
        autoFocus
        rows={Math.min(10, Math.max(2, Math.ceil(value.length / 60)))}
        aria-label={t("chat.editField")}
        className="w-full resize-y bg-transparent px-2 py-1.5 leading-6 outline-none max-md:text-[1rem]"
        onFocus={(event) => event.target.setSelectionRange(value.length, value.length)}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 basis-40 px-2 text-xs text-soft">{t("chat.editNote")}</p>
        <Button look="soft" size="small" onClick={onCancel}>
          {t("common.back")}
        </Button>
        <Button type="submit" look="primary" size="small" disabled={!ready}>
          {t("chat.editSend")}
        </Button>
      </div>
    </form>
  );
}
