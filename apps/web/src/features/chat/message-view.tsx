"use client";
import type { MessageView } from "@vida/core/live/message";
import { Copy, RotateCw } from "lucide-react";
import { memo } from "react";

import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";

import { ConfirmationCard } from "./card/confirmation-card.tsx";
import type { CardResolution, ToolOutcome } from "./conversation-state.ts";
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
  onResend: (message: MessageView) => void;
  onStale: () => void;
};

/** One stored message: the person's in a bubble, the assistant's as plain text on the page. */
export const StoredMessage = memo(function StoredMessage({
  message,
  onCard,
  unsent,
  onResend,
  onStale,
  outcomes,
  cards,
}: Props) {
  if (message.role === "user")
    return <OwnMessage message={message} unsent={unsent} onResend={onResend} />;
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
            onStale={onStale}
          />
        ) : null,
      )}
      {text === "" ? null : (
        <div className="-mt-1 -ml-2 flex opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 max-md:hidden">
          <Button
            look="soft"
            size="iconSmall"
            aria-label={t("chat.copy")}
            title={t("chat.copy")}
            onClick={() => void copy(text)}
          >
            <Copy aria-hidden="true" />
          </Button>
        </div>
      )}
    </article>
  );
});

/** Who answered, when it was not Vida as such. */
function AgentLabel({ message }: { message: MessageView }) {
  const tools = message.parts.flatMap((part) => {
    if (part.type === "tool") return [part.tool];
    return part.type === "confirmation" ? part.actions.map((action) => action.tool) : [];
  });
  const agents = agentsOfTools(tools).filter((agent) => agent !== "general");
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

function OwnMessage({
  message,
  unsent,
  onResend,
}: {
  message: MessageView;
  unsent: boolean;
  onResend: (message: MessageView) => void;
}) {
  const text = message.parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("\n");
  return (
    <article aria-label={t("chat.youSaid")} className="flex flex-col items-end gap-1">
      <p className="max-w-[85%] rounded-[18px] rounded-br-md bg-accent-wash px-4 py-2.5 whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
        {text}
      </p>
      {unsent ? (
        <div className="flex items-center gap-1 text-xs text-urucum-ink">
          {t("chat.unsent")}
          <Button look="quiet" size="small" onClick={() => onResend(message)}>
            <RotateCw aria-hidden="true" />
            {t("chat.resend")}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast(t("chat.copied"));
}
