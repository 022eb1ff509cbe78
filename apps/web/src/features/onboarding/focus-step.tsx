"use client";
import { BookOpenText, HeartHandshake, ListChecks, Target, WalletMinimal } from "lucide-react";
import { useState } from "react";

import { TextField } from "@/components/ui/field.tsx";
import { cn } from "@/lib/cn.ts";
import { number, parseNumber } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useMe } from "../account/use-me.ts";
import { StepButtons } from "./start-frame.tsx";
import type { StepProps } from "./start-page.tsx";

export const KEEP = ["tracking", "habits", "finance", "goals", "wellbeing"] as const;
export type Keep = (typeof KEEP)[number];

const ICONS = {
  tracking: BookOpenText,
  habits: ListChecks,
  finance: WalletMinimal,
  goals: Target,
  wellbeing: HeartHandshake,
};

type Props = StepProps & { keep: readonly string[] };

export function FocusStep({ keep, busy, onNext, onSkip, onBack }: Props) {
  const me = useMe().data;
  const [chosen, setChosen] = useState<readonly Keep[]>(KEEP.filter((one) => keep.includes(one)));
  const [water, setWater] = useState<string | null>(null);
  const [sleep, setSleep] = useState<string | null>(null);
  const shownWater = water ?? number(me?.preferences.tracking.waterGoal ?? 2000);
  const shownSleep = sleep ?? number(me?.preferences.tracking.sleepGoal ?? 8);
  const waterGoal = parseNumber(shownWater);
  const sleepGoal = parseNumber(shownSleep);
  const waterWrong =
    waterGoal === null || !Number.isInteger(waterGoal) || waterGoal < 1 || waterGoal > 10_000;
  const sleepWrong = sleepGoal === null || sleepGoal <= 0 || sleepGoal > 24;
  const measures = chosen.includes("tracking");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (measures && (waterWrong || sleepWrong)) return;
        onNext({ keep: [...chosen], ...(measures ? { waterGoal, sleepGoal } : {}) });
      }}
    >
      <fieldset>
        <legend className="sr-only">{t("start.keepTitle")}</legend>
        <div className="grid gap-2.5 sm:grid-cols-2">
          {KEEP.map((one) => (
            <KeepCard
              key={one}
              keep={one}
              chosen={chosen.includes(one)}
              onChange={(on) =>
                setChosen(on ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
            />
          ))}
        </div>
      </fieldset>
      {measures ? (
        <fieldset className="mt-6">
          <legend className="mb-3 font-serif text-lg">{t("start.targets")}</legend>
          <div className="grid max-w-md grid-cols-2 gap-3">
            <TextField
              label={t("form.withUnit", { label: t("settings.waterGoal"), unit: t("unit.ml") })}
              inputMode="numeric"
              value={shownWater}
              error={waterWrong ? t("form.range", { min: 1, max: number(10_000) }) : undefined}
              onChange={(event) => setWater(event.target.value)}
            />
            <TextField
              label={t("form.withUnit", { label: t("settings.sleepGoal"), unit: t("unit.hours") })}
              inputMode="decimal"
              value={shownSleep}
              error={sleepWrong ? t("form.range", { min: 1, max: 24 }) : undefined}
              onChange={(event) => setSleep(event.target.value)}
            />
          </div>
        </fieldset>
      ) : null}
      <StepButtons busy={busy} onSkip={onSkip} onBack={onBack} />
    </form>
  );
}

function KeepCard({
  keep,
  chosen,
  onChange,
}: {
  keep: Keep;
  chosen: boolean;
  onChange: (on: boolean) => void;
}) {
  const Icon = ICONS[keep];
  return (
    <label
      className={cn(
        "relative flex min-h-16 cursor-pointer items-center gap-3.5 rounded-card border px-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        chosen ? "border-accent bg-accent-wash" : "border-edge/50 bg-card hover:border-edge",
      )}
    >
      <input
        type="checkbox"
        checked={chosen}
        onChange={(event) => onChange(event.target.checked)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-card outline-none"
      />
      <Icon
        aria-hidden="true"
        className={cn("size-5 shrink-0", chosen ? "text-accent" : "text-soft")}
      />
      <span className={chosen ? "font-semibold text-accent" : ""}>{t(`start.keep.${keep}`)}</span>
    </label>
  );
}
