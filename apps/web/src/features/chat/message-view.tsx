"use client";
import type { MessageView } from "@vida/core/live/message";
import { memo } from "react";

import { t } from "@/lib/t.ts";

import { AnswerTools } from "./answer-tools.tsx";
import { ConfirmationCard } from "./card/confirmation-card.tsx";
import type { CardResolution, ToolOutcome } from "./conversation-state.ts";
import { OwnMessage } from "./own-message.tsx";
import { Prose } from "./prose.tsx";
import { ToolLine, type ToolUse } from "./tool-line.tsx";
import { agentName, agentsOfTools } from "./tool-words.ts";

type Known = {
  outcomes: Readonly<Record<string, ToolOutcome>>;
  cards: Readonly<Record<string, CardResolution>>;
};

type Props = Known & {
  message: MessageView;
  /** Outcomes of a card's actions, wherever in the conversation they stand. */
  onCard: ReadonlySet<string>;
  unsent: boolean;
  queued: boolean;
  /** Nothing is being answered, so that a branch may be left. */
  idle: boolean;
  /** The answer's turn ends with it: what follows, if anything, is the person's. */
  closes: boolean;
  /** The card that opens with its form. */
  adjusting: string | null;
  onStale: () => void;
};

/** One stored message: the person's in a bubble, the assistant's as plain text on the page. */
export const StoredMessage = memo(function StoredMessage({
  message,
  onCard,
  unsent,
  queued,
  idle,
  closes,
  adjusting,
  onStale,
  outcomes,
  cards,
}: Props) {
  if (message.role === "user")
    return <OwnMessage message={message} unsent={unsent} queued={queued} idle={idle} />;
  const tools = message.parts.flatMap((part): ToolUse[] =>
    part.type === "tool" && !onCard.has(part.actionId) ? [part] : [],
  );
  const text = message.parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("\n\n");
  return (
    <article aria-label={t("chat.assistantSaid")} className="group/message grid gap-3">
      <AgentLabel message={message} />
      {tools.length > 0 ? <ToolLine tools={tools} outcomes={outcomes} /> : null}
      {text === "" ? null : <Prose text={text} />}
      {message.parts.map((part) =>
        part.type === "confirmation" ? (
          <ConfirmationCard
            key={part.confirmationId}
            confirmationId={part.confirmationId}
            expiresAt={part.expiresAt}
            actions={part.actions}
            resolution={cards[part.confirmationId] ?? storedResolution(part)}
            outcomes={outcomes}
            adjusting={adjusting === part.confirmationId}
            onStale={onStale}
          />
        ) : null,
      )}
      <AnswerTools message={message} text={text} idle={idle} closes={closes} />
    </article>
  );
});

/** Who answered, when it was not Vida as such. */
function AgentLabel({ message }: { message: MessageView }) {
  const tools = message.parts.flatMap((part) => {
    if (part.type === "tool") return [part.tool];
    return part.type === "confirmation" ? part.actions.map((action) => action.tool) : [];
  });
  const said = message.agents ?? [];
  const agents = (said.length > 0 ? said : agentsOfTools(tools)).filter(
    (agent) => agent !== "general",
  );
  if (agents.length === 0) return null;
  return (
    <p className="-mb-2 flex items-center gap-2 text-xs text-soft">
      <span aria-hidden="true" className="h-px w-4 bg-edge/60" />
      {agents.map(agentName).join(" + ")}
    </p>
  );
}

function storedResolution(
  part: Extract<MessageView["parts"][number], { type: "confirmation" }>,
): CardResolution | null {
  return part.status === "pending" ? null : { outcome: part.status, decisions: part.decisions };
}
