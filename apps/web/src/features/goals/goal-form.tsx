"use client";
import type { Area } from "@vida/core/fields";
import type { CreateGoalInput } from "@vida/core/goals/schemas";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices } from "@/components/ui/choices.tsx";
import { controlClass, Field, TextField } from "@/components/ui/field.tsx";
import { addDays } from "@/lib/days.ts";
import { number, parseNumber } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { fieldErrors } from "@/trpc/errors.ts";

import { useToday } from "../account/use-me.ts";
import { AREAS } from "./areas.ts";
import type { Goal } from "./goal-words.ts";
import { useCreateGoal, useUpdateGoal } from "./use-goals.ts";

type Draft = Record<
  "title" | "unit" | "targetValue" | "baseline" | "startDate" | "endDate" | "description",
  string
> & { area: Area; direction: "increase" | "decrease" };

function draftOf(goal: Goal | null, today: string): Draft {
  if (goal === null) {
    return {
      title: "",
      unit: "",
      targetValue: "",
      baseline: "0",
      startDate: today,
      endDate: addDays(today, 90),
      description: "",
      area: "health",
      direction: "increase",
    };
  }
  const { title, unit, startDate, endDate, area, direction } = goal;
  return {
    title,
    unit,
    startDate,
    endDate,
    area,
    direction,
    targetValue: number(goal.targetValue),
    baseline: number(goal.baseline),
    description: goal.description ?? "",
  };
}

type Wrong = Partial<Record<keyof Draft, string>>;

/** What the form says as input, or what is still missing. */
function readGoal(draft: Draft): { input: CreateGoalInput | null; wrong: Wrong } {
  const wrong: Wrong = {};
  const target = parseNumber(draft.targetValue);
  const baseline = parseNumber(draft.baseline);
  if (draft.title.trim() === "") wrong.title = t("form.required");
  if (draft.unit.trim() === "") wrong.unit = t("form.required");
  if (target === null) wrong.targetValue = t("form.notANumber");
  if (baseline === null) wrong.baseline = t("form.notANumber");
  if (draft.endDate === "") wrong.endDate = t("form.required");
  if (target === null || baseline === null || Object.keys(wrong).length > 0)
    return { input: null, wrong };
  const { area, direction, startDate, endDate } = draft;
  const input: CreateGoalInput = {
    title: draft.title.trim(),
    unit: draft.unit.trim(),
    targetValue: target,
    baseline,
    area,
    direction,
    endDate,
    ...(startDate === "" ? {} : { startDate }),
    ...(draft.description.trim() === "" ? {} : { description: draft.description.trim() }),
  };
  return { input, wrong };
}

export function GoalForm({ goal, onDone }: { goal: Goal | null; onDone: () => void }) {
  const today = useToday();
  const [draft, setDraft] = useState(() => draftOf(goal, today));
  const [found, setFound] = useState<Wrong>({});
  const create = useCreateGoal(onDone);
  const update = useUpdateGoal(onDone);
  const refused = fieldErrors(create.error ?? update.error);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const errorOf = (field: keyof Draft): string | undefined => found[field] ?? refused[field]?.[0];

  const submit = (form: HTMLFormElement): void => {
    const { input, wrong } = readGoal(draft);
    setFound(wrong);
    if (input === null) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    } else if (goal === null) create.mutate(input);
    else update.mutate({ ...input, goalId: goal.id, description: input.description ?? null });
  };
  const text = (
    field: "title" | "unit" | "targetValue" | "baseline" | "startDate" | "endDate",
  ) => ({
    value: draft[field],
    error: errorOf(field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <TextField
        {...text("title")}
        label={t("goals.title")}
        placeholder={t("goals.titleExample")}
        maxLength={255}
        autoFocus
      />
      <Choices
        label={t("goals.direction")}
        value={draft.direction}
        options={(["increase", "decrease"] as const).map((value) => ({
          value,
          label: t(`goals.${value}`),
        }))}
        onChange={(direction) => set({ direction })}
      />
      <div className="grid grid-cols-3 gap-3">
        <TextField {...text("baseline")} label={t("goals.baseline")} inputMode="decimal" />
        <TextField {...text("targetValue")} label={t("goals.target")} inputMode="decimal" />
        <TextField
          {...text("unit")}
          label={t("goals.unit")}
          placeholder={t("goals.unitExample")}
          maxLength={50}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField {...text("startDate")} label={t("goals.start")} type="date" />
        <TextField {...text("endDate")} label={t("goals.end")} type="date" />
      </div>
      <Choices
        label={t("goals.area")}
        value={draft.area}
        options={AREAS.map((value) => ({ value, label: t(`area.${value}`) }))}
        onChange={(area) => set({ area })}
      />
      <Field label={t("goals.description")} error={errorOf("description")}>
        {(props) => (
          <textarea
            {...props}
            rows={2}
            maxLength={2000}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
            className={`${controlClass} py-2.5`}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={create.isPending || update.isPending}>
        {t(goal === null ? "goals.create" : "goals.save")}
      </Button>
    </form>
  );
}
