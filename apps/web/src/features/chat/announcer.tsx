"use client";
import { useEffect, useRef, useState } from "react";

import { t } from "@/lib/t.ts";

import type { ConversationState } from "./conversation-state.ts";

/** Tells a screen reader what arrived, once per answer and never per token. */
export function Announcer({ state }: { state: ConversationState }) {
  const [text, setText] = useState("");
  const seen = useRef<string | null>(null);
  const last = state.messages.at(-1);
  useEffect(() => {
    if (last === undefined || last.role !== "assistant" || seen.current === last.id) {
      seen.current ??= last?.id ?? "none";
      return;
    }
    if (seen.current !== null) {
      const words = last.parts
        .flatMap((part) => (part.type === "text" ? [part.text] : []))
        .join(" ");
      const card = last.parts.some(
        (part) => part.type === "confirmation" && part.status === "pending",
      );
      setText([words.slice(0, 600), card ? t("chat.cardArrived") : ""].join(" ").trim());
    }
    seen.current = last.id;
  }, [last]);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
