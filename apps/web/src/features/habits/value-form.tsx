"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { number, parseNumber } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import type { Habit } from "./habit-words.ts";

type Props = {
  habit: Habit;
  value: number | null;
  label?: string;
  onSave: (value: number) => void;
  onLeave: () => void;
};

/** The value of a measured habit, in its own line; it starts from the target. */
export function ValueForm({ habit, value, label, onSave, onLeave }: Props) {
  const [text, setText] = useState(number(value ?? habit.target?.value ?? 0));
  const [wrong, setWrong] = useState(false);
  const save = (): void => {
    const parsed = parseNumber(text);
    if (parsed === null || parsed < 0) setWrong(true);
    else onSave(parsed);
  };
  return (
    <form
      noValidate
      className="flex items-end gap-2 pb-3 pl-15"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={label ?? t("habits.valueLabel", { unit: habit.target?.unit ?? "" })}
        error={wrong ? t("form.notANumber") : undefined}
        className="w-full max-w-44"
      >
        {(props) => (
          <input
            {...props}
            autoFocus
            onKeyDown={(event) => {
              if (event.key === "Escape") onLeave();
            }}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} figures`}
          />
        )}
      </Field>
      <Button type="submit" look="primary" className={wrong ? "mb-6.5" : ""}>
        {t("habits.record")}
      </Button>
    </form>
  );
}
