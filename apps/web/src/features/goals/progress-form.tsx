"use client";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { number, parseNumber } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import type { Goal } from "./goal-words.ts";
import { useProgress } from "./use-goals.ts";

/** Where the person stands now, typed or one step further. */
export function ProgressForm({ goal }: { goal: Goal }) {
  const progress = useProgress();
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const shown = text ?? number(goal.currentValue);
  const tell = (value: number): void => {
    setText(null);
    setWrong(false);
    if (value !== goal.currentValue) progress.mutate({ goal, value });
  };
  const step = (by: number): void =>
    tell(Math.max(0, (parseNumber(shown) ?? goal.currentValue) + by));
  return (
    <form
      noValidate
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const value = parseNumber(shown);
        if (value === null || value < 0) setWrong(true);
        else tell(value);
      }}
    >
      <Field
        label={t("goals.progressLabel", { unit: goal.unit })}
        error={wrong ? t("form.notANumber") : undefined}
        className="w-44"
      >
        {(props) => (
          <input
            {...props}
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} figure-big text-xl`}
          />
        )}
      </Field>
      <span className="mt-6.5 flex flex-wrap gap-2">
        <Button
          size="icon"
          className="md:size-11"
          aria-label={t("goals.minusOne")}
          onClick={() => step(-1)}
        >
          <Minus aria-hidden="true" />
        </Button>
        <Button
          size="icon"
          className="md:size-11"
          aria-label={t("goals.plusOne")}
          onClick={() => step(1)}
        >
          <Plus aria-hidden="true" />
        </Button>
        <Button type="submit" look="primary" className="md:min-h-11" disabled={text === null}>
          {t("goals.progressDo")}
        </Button>
      </span>
    </form>
  );
}
