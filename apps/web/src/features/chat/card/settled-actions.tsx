"use client";
import type { CardAction } from "@vida/core/live/message";
import { Check, Clock, Undo2, X } from "lucide-react";
import { useState } from "react";

import { Button, Spinner } from "@/components/ui/button.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useAction, useUndo } from "@/trpc/use-action.ts";

import type { CardResolution, ToolOutcome } from "../conversation-state.ts";
import { RuleOffer } from "./rule-offer.tsx";

type Props = {
  actions: readonly CardAction[];
  resolution: CardResolution;
  outcomes: Readonly<Record<string, ToolOutcome>>;
};

/** The card after its decision: what was done, what was left, and the way back. */
export function SettledActions({ actions, resolution, outcomes }: Props) {
  if (resolution.outcome === "superseded") {
    return (
      <p className="px-4 py-3 text-xs text-soft sm:px-5">
        {t("card.superseded", { what: actions.map((action) => action.title).join(", ") })}
      </p>
    );
  }
  return (
    <div role="status">
      <ul className="divide-y divide-line">
        {actions.map((action) => {
          const decision = resolution.decisions.find((one) => one.actionId === action.actionId);
          const verdict = decision?.verdict ?? "reject";
          const outcome = outcomes[action.actionId];
          return verdict === "reject" ? (
            <Row
              key={action.actionId}
              mark={<X aria-hidden="true" className="size-4 text-soft" />}
              note={t("card.discarded")}
              muted
            >
              {inWords(action)}
            </Row>
          ) : (
            <DoneRow
              key={action.actionId}
              action={action}
              edited={verdict === "edit"}
              byRule={decision?.by === "rule"}
              outcome={outcome}
            />
          );
        })}
      </ul>
    </div>
  );
}

function DoneRow({
  action,
  edited,
  byRule,
  outcome,
}: {
  action: CardAction;
  edited: boolean;
  byRule: boolean;
  outcome: ToolOutcome | undefined;
}) {
  const undo = useUndo();
  const [state, setState] = useState<"done" | "undoing" | "undone">("done");
  const words = edited ? (outcome?.summary ?? action.title) : inWords(action);
  if (outcome === undefined) {
    return (
      <Row mark={<Spinner className="text-accent" />} note={t("card.working")}>
        {words}
      </Row>
    );
  }
  if (outcome.status !== "ok") {
    return (
      <Row
        mark={<X aria-hidden="true" className="size-4 text-urucum" />}
        note={outcome.status === "error" ? t("card.failed") : t("card.discarded")}
      >
        {outcome.summary === "" ? words : outcome.summary}
      </Row>
    );
  }
  if (state === "undone") {
    return (
      <Row
        mark={<Undo2 aria-hidden="true" className="size-4 text-soft" />}
        note={t("card.undone")}
        muted
      >
        {words}
      </Row>
    );
  }
  const takeBack = async (): Promise<void> => {
    setState("undoing");
    setState((await undo(action.actionId)) ? "undone" : "done");
  };
  return (
    <Row
      mark={<Check aria-hidden="true" className="size-4 text-folha" />}
      note={t(byRule ? "card.doneByRule" : "card.done")}
      below={byRule ? null : <RuleOffer actionId={action.actionId} />}
      action={
        <Button
          look="soft"
          size="small"
          busy={state === "undoing"}
          onClick={() => void takeBack()}
          aria-label={t("card.undoOne", { title: action.title })}
        >
          {t("common.undo")}
        </Button>
      }
    >
      {words}
    </Row>
  );
}

type RowProps = {
  mark: React.ReactNode;
  note: string;
  children: React.ReactNode;
  action?: React.ReactNode;
  below?: React.ReactNode;
  muted?: boolean;
};

function Row({ mark, note, children, action, below, muted = false }: RowProps) {
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-0 px-4 py-1.5 sm:px-5">
      {mark}
      <span className={cn("min-w-0 flex-1 basis-40", muted && "text-soft line-through")}>
        {children}
      </span>
      <span className="text-xs text-soft">{note}</span>
      {action}
      {below}
    </li>
  );
}

/** A card nobody answered in time: nothing was written, and it can still be looked at. */
export function ExpiredCard({
  confirmationId,
  actions,
  onStale,
}: {
  confirmationId: string;
  actions: readonly CardAction[];
  onStale: () => void;
}) {
  const reopen = useAction({
    run: (client, _input: void, call) => client.chat.reopen.mutate({ confirmationId }, call),
    touches: ["chat"],
    onDone: onStale,
  });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 sm:px-5">
      <Clock aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <p className="min-w-0 flex-1 basis-56 text-soft">
        {t("card.expired", { what: actions.map(inWords).join("; ") })}
      </p>
      <Button size="small" busy={reopen.isPending} onClick={() => reopen.mutate()}>
        {t("card.reopen")}
      </Button>
    </div>
  );
}

function inWords(action: CardAction): string {
  return [action.title, ...action.details.slice(0, 2).map((detail) => detail.value)].join(" · ");
}
