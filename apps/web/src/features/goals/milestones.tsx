"use client";
import { goalValue } from "@vida/core/goals/words";
import { Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { dayIn } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { parseNumber, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useZone } from "../account/use-me.ts";
import type { Goal, Milestone } from "./goal-words.ts";
import { useAddMilestone, useCompleteMilestone, useRemoveMilestone } from "./use-goals.ts";

/** The stages of a goal: ticked when reached, added in place. */
export function Milestones({ goal, today }: { goal: Goal; today: string }) {
  return (
    <div className="grid max-w-2xl gap-3">
      {goal.milestones.length === 0 ? (
        <p className="text-soft">{t("goals.milestonesEmpty")}</p>
      ) : (
        <ul className="divide-y divide-line lg:-mt-2">
          {goal.milestones.map((milestone) => (
            <MilestoneRow key={milestone.id} milestone={milestone} unit={goal.unit} today={today} />
          ))}
        </ul>
      )}
      <NewMilestone goal={goal} />
    </div>
  );
}

type RowProps = { milestone: Milestone; unit: string; today: string };

function MilestoneRow({ milestone, unit, today }: RowProps) {
  const complete = useCompleteMilestone();
  const remove = useRemoveMilestone();
  const zone = useZone();
  const { title, targetValue, completedAt } = milestone;
  return (
    <li className="flex min-h-13 items-center gap-3">
      <label className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={completedAt !== null}
          onChange={({ target }) => {
            if (!complete.isPending) complete.mutate({ milestone, completed: target.checked });
          }}
          className="size-5 shrink-0 accent-folha"
        />
        <span className={cn("min-w-0 truncate", completedAt !== null && "text-soft line-through")}>
          {title}
        </span>
      </label>
      <span className="figures shrink-0 text-xs text-soft">
        {completedAt !== null
          ? t("goals.milestoneOn", {
              day: relativeDay(dayIn(zone, new Date(completedAt)), today),
            })
          : targetValue === null
            ? null
            : goalValue(targetValue, unit)}
      </span>
      <Button
        look="soft"
        size="iconSmall"
        aria-label={t("goals.milestoneRemove", { title })}
        onClick={() => remove.mutate(milestone)}
      >
        <Trash2 aria-hidden="true" />
      </Button>
    </li>
  );
}

function NewMilestone({ goal }: { goal: Goal }) {
  const [title, setTitle] = useState("");
  const [value, setValue] = useState("");
  const first = useRef<HTMLFormElement>(null);
  const add = useAddMilestone(() => {
    setTitle("");
    setValue("");
    first.current?.querySelector("input")?.focus();
  });
  const parsed = value.trim() === "" ? undefined : parseNumber(value);
  return (
    <form
      ref={first}
      noValidate
      className="grid items-start gap-3 sm:grid-cols-[1fr_9rem_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === "" || parsed === null) return;
        add.mutate({
          goalId: goal.id,
          title: title.trim(),
          ...(parsed === undefined ? {} : { targetValue: parsed }),
        });
      }}
    >
      <TextField
        label={t("goals.milestoneNew")}
        placeholder={t("goals.milestoneExample")}
        value={title}
        maxLength={255}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={t("form.withUnit", { label: t("goals.milestoneValue"), unit: goal.unit })}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        error={parsed === null ? t("form.notANumber") : undefined}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button
        type="submit"
        className="sm:mt-6.5 md:min-h-11"
        busy={add.isPending}
        disabled={title.trim() === ""}
      >
        <Plus aria-hidden="true" />
        {t("goals.milestoneAdd")}
      </Button>
    </form>
  );
}
