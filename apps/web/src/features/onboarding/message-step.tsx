"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { t } from "@/lib/t.ts";

import { KEEP } from "./focus-step.tsx";
import { StepButtons } from "./start-frame.tsx";

type Props = {
  keep: readonly string[];
  busy: boolean;
  onBack?: (() => void) | undefined;
  /** Ends the start and goes to a page. */
  onOpen: (path: string) => void;
};

/** The first line; it lands in the conversation, written and not sent. */
export function MessageStep({ keep, busy, onBack, onOpen }: Props) {
  const fitting = KEEP.filter((one) => keep.length === 0 || keep.includes(one)).slice(0, 4);
  const [text, setText] = useState(t(`start.idea.${fitting[0] ?? "tracking"}`));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const query = new URLSearchParams({ draft: text.trim() }).toString();
        onOpen(text.trim() === "" ? "/chat" : `/chat?${query}`);
      }}
    >
      <Field label={t("start.message")}>
        {(props) => (
          <textarea
            {...props}
            autoFocus
            rows={3}
            maxLength={10_000}
            value={text}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} py-3 font-serif text-xl`}
          />
        )}
      </Field>
      <p className="mt-5 mb-2 text-xs font-semibold text-soft">{t("start.ideas")}</p>
      <ul className="flex flex-wrap gap-2">
        {fitting.map((one) => (
          <li key={one}>
            <Button
              size="small"
              className="h-auto rounded-full py-1.5 text-left whitespace-normal"
              onClick={() => setText(t(`start.idea.${one}`))}
            >
              {t(`start.idea.${one}`)}
            </Button>
          </li>
        ))}
      </ul>
      <StepButtons busy={busy} label={t("start.openChat")} onBack={onBack} />
    </form>
  );
}
