"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices, ToggleChoices } from "@/components/ui/choices.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { addDays } from "@/lib/days.ts";
import { parseNumber, weekdayShort } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { fieldErrors } from "@/trpc/errors.ts";

import {
  draftOf,
  EMPTY_DRAFT,
  readDraft,
  type DraftErrors,
  type HabitDraft,
} from "./habit-draft.ts";
import type { HabitStart } from "./habit-sheet.tsx";
import { PERIODS } from "./habit-words.ts";
import { PRESETS } from "./presets.ts";
import { TargetFields } from "./target-fields.tsx";
import { useCreateHabit, useUpdateHabit } from "./use-habits.ts";

const FREQUENCIES = ["daily", "weekdays", "weekends", "custom", "times"] as const;

// A Sunday, so that the seven chips begin with it.
const WEEKDAYS = Array.from({ length: 7 }, (_, index) => ({
  value: String(index),
  label: weekdayShort(addDays("2026-11-22", index)),
}));

export function HabitForm({ start, onDone }: { start: HabitStart; onDone: () => void }) {
  const { habit, preset } = start;
  const known = habit ?? preset;
  const [draft, setDraft] = useState(known === undefined ? EMPTY_DRAFT : draftOf(known));
  const [found, setFound] = useState<DraftErrors>({});
  const create = useCreateHabit(onDone);
  const update = useUpdateHabit(onDone);
  const refused = fieldErrors(create.error ?? update.error);
  const set = (change: Partial<HabitDraft>): void =>
    setDraft((before) => ({ ...before, ...change }));

  const submit = (form: HTMLFormElement): void => {
    const { input, errors } = readDraft(draft);
    setFound(errors ?? {});
    if (input === null) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    } else if (habit === null) create.mutate(input);
    else update.mutate({ ...input, habitId: habit.id });
  };
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      {habit === null && preset === undefined && draft.name === "" ? (
        <Ideas onPick={setDraft} />
      ) : null}
      <div className="grid grid-cols-[1fr_5.5rem] gap-3">
        <TextField
          label={t("habits.name")}
          placeholder={t("habits.nameExample")}
          value={draft.name}
          maxLength={100}
          autoFocus
          error={found.name ?? refused["name"]?.[0]}
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextField
          label={t("habits.icon")}
          placeholder="✓"
          value={draft.icon}
          maxLength={8}
          autoComplete="off"
          error={refused["icon"]?.[0]}
          onChange={(event) => set({ icon: event.target.value })}
        />
      </div>
      <div className="grid gap-3">
        <Choices
          label={t("habits.frequency")}
          value={draft.frequency}
          options={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
          onChange={(frequency) => set({ frequency })}
        />
        {draft.frequency === "custom" ? (
          <ToggleChoices
            label={t("habits.days")}
            quiet
            values={draft.frequencyDays}
            options={WEEKDAYS}
            onChange={(frequencyDays) => set({ frequencyDays })}
          />
        ) : null}
        {draft.frequency === "times" ? <TimesFields draft={draft} set={set} /> : null}
        <Problem text={found.frequencyDays ?? found.times ?? refused["times"]?.[0]} />
      </div>
      <TargetFields draft={draft} set={set} found={found} />
      <Choices
        label={t("habits.period")}
        value={draft.periodOfDay}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(periodOfDay) => set({ periodOfDay })}
      />
      <TextField
        label={t("habits.reminder")}
        hint={t("habits.reminderHint")}
        type="time"
        value={draft.reminderAt}
        error={refused["reminderAt"]?.[0]}
        onChange={(event) => set({ reminderAt: event.target.value })}
      />
      <Button type="submit" look="primary" busy={create.isPending || update.isPending}>
        {t(habit === null ? "habits.create" : "habits.save")}
      </Button>
    </form>
  );
}

function Ideas({ onPick }: { onPick: (draft: HabitDraft) => void }) {
  return (
    <div>
      <p className="mb-2 text-xs font-semibold text-soft">{t("habits.presets")}</p>
      <div className="-mx-1 flex gap-2 overflow-x-auto px-1 pb-1.5" data-scrolls>
        {PRESETS.map((preset) => (
          <Button
            key={preset.name}
            size="small"
            className="rounded-full"
            onClick={() => onPick(draftOf(preset))}
          >
            <span aria-hidden="true">{preset.icon}</span>
            {preset.name}
          </Button>
        ))}
      </div>
    </div>
  );
}

type Fields = { draft: HabitDraft; set: (change: Partial<HabitDraft>) => void };

function TimesFields({ draft, set }: Fields) {
  const times = parseNumber(draft.times);
  const days = parseNumber(draft.timesDays);
  return (
    <div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("habits.times")}
          inputMode="numeric"
          value={draft.times}
          onChange={(event) => set({ times: event.target.value })}
        />
        <TextField
          label={t("habits.timesDays")}
          inputMode="numeric"
          value={draft.timesDays}
          onChange={(event) => set({ timesDays: event.target.value })}
        />
      </div>
      {times === null || days === null ? null : (
        <p className="mt-1.5 text-xs text-soft">
          {t("habits.timesHint", { count: times, times, days })}
        </p>
      )}
    </div>
  );
}

function Problem({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p role="alert" className="text-xs font-medium text-urucum-ink">
      {text}
    </p>
  );
}
