"use client";
import { Choices } from "@/components/ui/choices.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { t } from "@/lib/t.ts";

import type { DraftErrors, HabitDraft } from "./habit-draft.ts";

type Props = {
  draft: HabitDraft;
  set: (change: Partial<HabitDraft>) => void;
  found: DraftErrors;
};

/** Whether the habit is measured, and from which number on a day counts. */
export function TargetFields({ draft, set, found }: Props) {
  return (
    <div className="grid gap-3">
      <label className="flex min-h-11 cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          checked={draft.measured}
          onChange={(event) => set({ measured: event.target.checked })}
          className="mt-1 size-5 shrink-0 accent-accent"
        />
        <span className="font-medium">
          {t("habits.measured")}
          <small className="block text-xs font-normal text-soft">{t("habits.measuredHint")}</small>
        </span>
      </label>
      {draft.measured ? (
        <div className="grid gap-3 rounded-card border border-line bg-sunk p-4">
          <Choices
            label={t("habits.targetDirection")}
            value={draft.direction}
            options={(["atLeast", "atMost"] as const).map((value) => ({
              value,
              label: t(`direction.${value}`),
            }))}
            onChange={(direction) => set({ direction })}
          />
          <div className="grid grid-cols-2 gap-3">
            <TextField
              label={t("habits.targetValue")}
              inputMode="decimal"
              value={draft.targetValue}
              error={found.targetValue}
              onChange={(event) => set({ targetValue: event.target.value })}
            />
            <TextField
              label={t("habits.targetUnit")}
              placeholder={t("habits.targetUnitExample")}
              value={draft.targetUnit}
              maxLength={20}
              error={found.targetUnit}
              onChange={(event) => set({ targetUnit: event.target.value })}
            />
          </div>
        </div>
      ) : null}
    </div>
  );
}
