"use client";
import { ArrowDown } from "lucide-react";
import { useMemo } from "react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

import { useLive } from "../live/live-provider.tsx";
import { ConfirmationCard } from "./card/confirmation-card.tsx";
import { queuedIds } from "./conversation-actions.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { ConversationEntry } from "./conversation-store.ts";
import { StoredMessage } from "./message-view.tsx";
import { Prose } from "./prose.tsx";
import { RunLine } from "./run-line.tsx";
import { ToolLine, type ToolUse } from "./tool-line.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

/** The messages of a conversation at reading width, and what is being said right now under them. */
export function Thread({ id, entry }: { id: string; entry: ConversationEntry }) {
  const { conversations } = useLive();
  const { state } = entry;
  const { scroller, atEnd, toEnd } = useStickToEnd(state);
  const onCard = useMemo(() => actionsOnCards(state), [state]);
  const queued = useMemo(() => queuedIds(state), [state]);
  const idle = state.run === null;
  const adjusting =
    state.adjust === null || state.adjust === "next" ? null : state.adjust.confirmationId;

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        className="h-full overflow-y-auto overscroll-contain"
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t("chat.messages")}
      >
        <div className="mx-auto grid w-full max-w-[43rem] gap-6 px-4 py-6 sm:px-6">
          {entry.olderCursor === null ? null : (
            <Button
              look="soft"
              size="small"
              className="justify-self-center"
              onClick={() => void conversations.loadOlder(id)}
            >
              {t("chat.older")}
            </Button>
          )}
          {state.messages.map((message, index) => (
            <StoredMessage
              key={message.id}
              message={message}
              onCard={onCard}
              unsent={state.unsent.includes(message.id)}
              queued={queued.has(message.id)}
              idle={idle}
              closes={state.messages[index + 1]?.role !== "assistant"}
              adjusting={adjusting}
              outcomes={state.outcomes}
              cards={state.cards}
              onStale={() => void conversations.load(id)}
            />
          ))}
          <LiveParts
            state={state}
            adjusting={adjusting}
            onCard={onCard}
            onStale={() => void conversations.load(id)}
          />
          <RunLine state={state} />
        </div>
      </div>
      {atEnd ? null : (
        <Button
          size="iconSmall"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-over"
          aria-label={t("chat.toEnd")}
          onClick={toEnd}
        >
          <ArrowDown aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

function LiveParts({
  state,
  adjusting,
  onCard,
  onStale,
}: {
  state: ConversationState;
  adjusting: string | null;
  onCard: ReadonlySet<string>;
  onStale: () => void;
}) {
  const tools = state.parts.flatMap((part): ToolUse[] =>
    part.type === "tool" && !onCard.has(part.actionId) ? [part] : [],
  );
  return (
    <>
      {tools.length > 0 ? <ToolLine tools={tools} outcomes={state.outcomes} /> : null}
      {state.parts.map((part) => {
        if (part.type === "text") return <Prose key={`text-${part.messageId}`} text={part.text} />;
        if (part.type === "tool") return null;
        return (
          <ConfirmationCard
            key={part.confirmationId}
            confirmationId={part.confirmationId}
            expiresAt={part.expiresAt}
            actions={part.actions}
            resolution={state.cards[part.confirmationId] ?? null}
            outcomes={state.outcomes}
            adjusting={adjusting === part.confirmationId}
            onStale={onStale}
          />
        );
      })}
    </>
  );
}

/** Actions whose outcome a card shows; they need no line of their own. */
function actionsOnCards(state: ConversationState): ReadonlySet<string> {
  const stored = state.messages.flatMap((message) => message.parts);
  return new Set(
    [...stored, ...state.parts].flatMap((part) =>
      part.type === "confirmation" ? part.actions.map((action) => action.actionId) : [],
    ),
  );
}
