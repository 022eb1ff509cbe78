"use client";
import { useEffect, useState } from "react";

import { t, tMaybe } from "@/lib/t.ts";

import type { ConversationState } from "./conversation-state.ts";
import { agentName } from "./tool-words.ts";

/** What the assistant is doing, in one quiet line; and how a turn ended when it did not end well. */
export function RunLine({ state }: { state: ConversationState }) {
  const { run, ended, parts } = state;
  const slow = useSlow(run !== null);
  if (run === null) {
    if (ended?.status === "stopped")
      return <p className="text-xs text-soft">{t("chat.stopped")}</p>;
    if (ended?.status === "failed") {
      return (
        <p
          role="alert"
          className="rounded-control border border-urucum/35 bg-urucum-wash px-4 py-3"
        >
          {tMaybe(`runReason.${ended.reason ?? ""}`, t("chat.failed"))}
        </p>
      );
    }
    return null;
  }
  const writing = parts.some((part) => part.type === "text");
  const agents = run.agents.map(agentName).join(" + ");
  const doing = t(
    run.status === "stopping"
      ? "chat.stopping"
      : writing
        ? "chat.writing"
        : slow
          ? "chat.stillThinking"
          : "chat.thinking",
  );
  return (
    <p className="flex items-center gap-2.5 text-xs text-soft" data-run={run.status}>
      <span aria-hidden="true" className="flex gap-1">
        {[0, 1, 2].map((dot) => (
          <span
            key={dot}
            className="size-1.5 animate-bounce rounded-full bg-accent/70 [animation-duration:900ms]"
            style={{ animationDelay: `${dot * 140}ms` }}
          />
        ))}
      </span>
      {agents === "" ? doing : t("chat.agentDoes", { agent: agents, doing })}
    </p>
  );
}

function useSlow(going: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(going), going ? 20_000 : 0);
    return () => clearTimeout(timer);
  }, [going]);
  return slow;
}
