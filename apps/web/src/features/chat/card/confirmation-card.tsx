"use client";
import type { ActionDecision, CardAction } from "@vida/core/live/message";
import { useEffect, useRef, useState } from "react";

import { now } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { errorReason, fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

import type { CardResolution, ToolOutcome } from "../conversation-state.ts";
import { PendingActions } from "./pending-actions.tsx";
import { ExpiredCard, SettledActions } from "./settled-actions.tsx";

type Props = {
  confirmationId: string;
  expiresAt: string;
  actions: readonly CardAction[];
  resolution: CardResolution | null;
  outcomes: Readonly<Record<string, ToolOutcome>>;
  /** Opens with its form instead of its buttons. */
  adjusting?: boolean;
  /** Tells the page when a decision may have come from elsewhere, so that it reads again. */
  onStale?: () => void;
};

/**
 * What the assistant proposes to write, until the person has decided, and what became of it afterwards.
 */
export function ConfirmationCard({
  confirmationId,
  expiresAt,
  actions,
  resolution,
  outcomes,
  adjusting = false,
  onStale,
}: Props) {
  const [mine, setMine] = useState<readonly ActionDecision[] | null>(null);
  const card = useRef<HTMLElement>(null);
  const decide = useAction({
    run: (client, decisions: ActionDecision[], call) =>
      client.chat.decide.mutate({ confirmationId, decisions }, call),
    touches: ["chat"],
    onFailed: (error) => {
      setMine(null);
      const reason = errorReason(error) ?? "";
      if (reason.startsWith("chat.")) onStale?.();
      return Object.keys(fieldErrors(error)).length > 0;
    },
  });

  const shown: CardResolution | null =
    resolution ?? (mine === null ? null : { outcome: "decided", decisions: mine });
  const expired =
    shown?.outcome === "expired" || (shown === null && Date.parse(expiresAt) < now().getTime());
  const settled = shown !== null || expired;
  useKeptFocus(card, settled);

  const heavy = actions.some((action) => action.weight === "heavy");
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={t(settled ? "card.settledLabel" : "card.pendingLabel")}
      data-card={expired ? "expired" : (shown?.outcome ?? "pending")}
      className={cn(
        "rounded-card border outline-none",
        settled ? "border-line bg-transparent" : "bg-card",
        !settled && (heavy ? "border-urucum/50" : "border-accent/45"),
      )}
    >
      {expired ? (
        <ExpiredCard
          confirmationId={confirmationId}
          actions={actions}
          onStale={() => onStale?.()}
        />
      ) : shown === null ? (
        <PendingActions
          actions={actions}
          heavy={heavy}
          adjusting={adjusting}
          busy={decide.isPending}
          problems={fieldErrors(decide.error)}
          onDecide={(decisions) => {
            setMine(decisions.some((decision) => decision.verdict === "edit") ? null : decisions);
            decide.mutate([...decisions]);
          }}
        />
      ) : (
        <SettledActions actions={actions} resolution={shown} outcomes={outcomes} />
      )}
    </section>
  );
}

/** The button that had the focus goes with the decision; the card keeps the focus instead. */
function useKeptFocus(card: React.RefObject<HTMLElement | null>, settled: boolean): void {
  const had = useRef(false);
  const wasSettled = useRef(settled);
  useEffect(() => {
    const element = card.current;
    if (element === null) return undefined;
    const note = (): void => {
      had.current = true;
    };
    const forget = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) had.current = false;
    };
    element.addEventListener("focusin", note);
    element.addEventListener("focusout", forget);
    return () => {
      element.removeEventListener("focusin", note);
      element.removeEventListener("focusout", forget);
    };
  }, [card]);
  useEffect(() => {
    if (settled && !wasSettled.current && had.current) card.current?.focus({ preventScroll: true });
    wasSettled.current = settled;
  }, [card, settled]);
}
