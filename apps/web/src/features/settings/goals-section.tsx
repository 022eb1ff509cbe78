"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { Section } from "@/components/ui/page.tsx";
import { number, parseNumber } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useAction } from "@/trpc/use-action.ts";

import type { Me } from "./profile-section.tsx";

const GOALS = [
  { name: "waterGoal", label: "settings.waterGoal", unit: "unit.ml", max: 10_000, whole: true },
  { name: "sleepGoal", label: "settings.sleepGoal", unit: "unit.hours", max: 24, whole: false },
  {
    name: "exerciseGoalWeekly",
    label: "settings.exerciseGoal",
    unit: "unit.min",
    max: 10_080,
    whole: true,
  },
  { name: "glass", label: "settings.glass", unit: "unit.ml", max: 3_000, whole: true },
] as const;

type GoalName = (typeof GOALS)[number]["name"];

/** The daily and weekly targets, and how much the person's own glass holds. */
export function GoalsSection({ me }: { me: Me }) {
  const stored = me.preferences.tracking;
  const [texts, setTexts] = useState<Record<GoalName, string>>(() => ({
    waterGoal: number(stored.waterGoal),
    sleepGoal: number(stored.sleepGoal),
    exerciseGoalWeekly: number(stored.exerciseGoalWeekly),
    glass: number(stored.glass),
  }));
  const [wrong, setWrong] = useState<Partial<Record<GoalName, string>>>({});
  const save = useAction({
    run: (client, tracking: Record<string, number>, call) =>
      client.account.updateProfile.mutate({ preferences: { tracking } }, call),
    touches: ["account", "tracking"],
    done: () => t("settings.saved"),
  });
  const submit = (): void => {
    const values: Record<string, number> = {};
    const found: Partial<Record<GoalName, string>> = {};
    for (const goal of GOALS) {
      const value = parseNumber(texts[goal.name]);
      const fits =
        value !== null &&
        value > 0 &&
        value <= goal.max &&
        (!goal.whole || Number.isInteger(value));
      if (fits) values[goal.name] = value;
      else found[goal.name] = t("form.range", { min: 1, max: number(goal.max) });
    }
    setWrong(found);
    if (Object.keys(found).length === 0) save.mutate(values);
  };
  return (
    <Section title={t("settings.goals")} aside={t("settings.goalsNote")}>
      <form
        noValidate
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {GOALS.map((goal) => (
          <TextField
            key={goal.name}
            label={t("form.withUnit", { label: t(goal.label), unit: t(goal.unit) })}
            inputMode="decimal"
            value={texts[goal.name]}
            error={wrong[goal.name]}
            onChange={(event) =>
              setTexts((before) => ({ ...before, [goal.name]: event.target.value }))
            }
          />
        ))}
        <Button type="submit" look="primary" className="justify-self-start" busy={save.isPending}>
          {t("settings.saveGoals")}
        </Button>
      </form>
    </Section>
  );
}
