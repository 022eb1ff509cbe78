"use client";
import type { ActionDecision, CardAction } from "@vida/core/live/message";
import { PencilLine } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { number } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { ActionSlip } from "../action-slip.tsx";
import { confirmLabel } from "../tool-words.ts";
import { editFields, mergeArgs, toText, type Args } from "./edit-fields.ts";
import { EditForm } from "./edit-form.tsx";

type Props = {
  actions: readonly CardAction[];
  heavy: boolean;
  adjusting: boolean;
  busy: boolean;
  problems: Readonly<Record<string, readonly string[]>>;
  onDecide: (decisions: ActionDecision[]) => void;
};

export function PendingActions(props: Props) {
  const [only, ...more] = props.actions;
  if (only === undefined) return null;
  return more.length === 0 ? <OneAction {...props} action={only} /> : <SeveralActions {...props} />;
}

function OneAction({
  action,
  heavy,
  adjusting,
  busy,
  problems,
  onDecide,
}: Props & { action: CardAction }) {
  const fields = editFields(action.tool, action.args);
  const [editing, setEditing] = useState(adjusting && fields.length > 0);
  const label = confirmLabel(action.tool, action.title);
  const { actionId } = action;
  return (
    <div className="grid gap-4 p-4 sm:px-5">
      <ActionSlip action={action} />
      {editing ? (
        <EditForm
          fields={fields}
          args={action.args}
          submitLabel={label}
          busy={busy}
          problems={problems}
          onCancel={() => setEditing(false)}
          onSubmit={(changes) =>
            onDecide([
              Object.keys(changes).length === 0
                ? { actionId, verdict: "confirm" }
                : { actionId, verdict: "edit", args: mergeArgs(action.args, changes) },
            ])
          }
        />
      ) : (
        <div className="flex flex-wrap gap-2 max-sm:gap-1.5">
          <Button
            look={heavy ? "danger" : "primary"}
            busy={busy}
            onClick={() => onDecide([{ actionId, verdict: "confirm" }])}
          >
            {label}
          </Button>
          {fields.length > 0 ? (
            <Button disabled={busy} onClick={() => setEditing(true)}>
              {t("card.adjust")}
            </Button>
          ) : null}
          <Button
            look="soft"
            className="max-sm:px-2.5"
            disabled={busy}
            onClick={() => onDecide([{ actionId, verdict: "reject" }])}
          >
            {t("card.discard")}
          </Button>
        </div>
      )}
    </div>
  );
}

type Edits = Readonly<Record<string, Args>>;

function SeveralActions({ actions, heavy, busy, onDecide }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [edits, setEdits] = useState<Edits>({});
  const [editing, setEditing] = useState<string | null>(null);
  const chosen = actions.filter((action) => !left.has(action.actionId));

  const decisions = (): ActionDecision[] =>
    actions.map((action) => {
      const { actionId } = action;
      if (left.has(actionId)) return { actionId, verdict: "reject" };
      const changes = edits[actionId];
      return changes === undefined
        ? { actionId, verdict: "confirm" }
        : { actionId, verdict: "edit", args: mergeArgs(action.args, changes) };
    });
  const toggle = (actionId: string): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(actionId)) next.add(actionId);
      return next;
    });

  return (
    <div>
      <ul className="divide-y divide-line">
        {actions.map((action) => (
          <li key={action.actionId} className="px-4 py-3 sm:px-5">
            <div className="flex items-start gap-3">
              <label className="-my-2.5 -ml-3 grid size-11 shrink-0 cursor-pointer place-items-center">
                <input
                  type="checkbox"
                  checked={!left.has(action.actionId)}
                  disabled={busy}
                  onChange={() => toggle(action.actionId)}
                  aria-label={t("card.include", { title: action.title })}
                  className="size-4.5 cursor-pointer accent-(--jabuticaba)"
                />
              </label>
              <ActionSlip action={action} struck={left.has(action.actionId)} quiet />
              {editFields(action.tool, action.args).length > 0 && editing !== action.actionId ? (
                <Button
                  look="soft"
                  size="iconSmall"
                  className="-my-2 md:-my-1"
                  disabled={busy || left.has(action.actionId)}
                  aria-label={t("card.adjustOne", { title: action.title })}
                  onClick={() => setEditing(action.actionId)}
                >
                  <PencilLine aria-hidden="true" />
                </Button>
              ) : null}
            </div>
            {edits[action.actionId] !== undefined && editing !== action.actionId ? (
              <p className="mt-1 pl-8 text-xs font-medium text-accent">
                {t("card.adjusted", { what: changesInWords(action, edits[action.actionId] ?? {}) })}
              </p>
            ) : null}
            {editing === action.actionId ? (
              <div className="mt-3 sm:pl-8">
                <EditForm
                  fields={editFields(action.tool, action.args)}
                  args={mergeArgs(action.args, edits[action.actionId] ?? {})}
                  submitLabel={t("card.keepAdjustment")}
                  busy={false}
                  onCancel={() => setEditing(null)}
                  onSubmit={(changes) => {
                    if (Object.keys(changes).length > 0) {
                      setEdits((before) => ({
                        ...before,
                        [action.actionId]: { ...before[action.actionId], ...changes },
                      }));
                    }
                    setEditing(null);
                  }}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-line p-4 sm:px-5">
        <Button
          look={heavy ? "danger" : "primary"}
          busy={busy}
          disabled={editing !== null || chosen.length === 0}
          onClick={() => onDecide(decisions())}
        >
          {t("card.confirmMany", { count: chosen.length })}
        </Button>
        <Button
          look="soft"
          disabled={busy}
          onClick={() => onDecide(actions.map(({ actionId }) => ({ actionId, verdict: "reject" })))}
        >
          {t("card.discardAll")}
        </Button>
      </div>
    </div>
  );
}

function changesInWords(action: CardAction, changes: Args): string {
  return editFields(action.tool, action.args)
    .filter((field) => field.name in changes)
    .map((field) => {
      const value = changes[field.name];
      const text = typeof value === "number" ? number(value) : toText(field, value);
      return `${field.label.toLowerCase()} ${text}${field.unit === undefined ? "" : ` ${field.unit}`}`;
    })
    .join(", ");
}
