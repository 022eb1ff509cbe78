"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { ScorePicker } from "@/components/ui/score-picker.tsx";
import { t } from "@/lib/t.ts";

import { fromText, toText, type Args, type EditField } from "./edit-fields.ts";

type Props = {
  fields: readonly EditField[];
  args: Args;
  submitLabel: string;
  busy: boolean;
  problems?: Readonly<Record<string, readonly string[]>>;
  onSubmit: (changes: Record<string, unknown>) => void;
  onCancel: () => void;
};

/** The fields of one proposed action, filled with what was understood. */
export function EditForm({
  fields,
  args,
  submitLabel,
  busy,
  problems = {},
  onSubmit,
  onCancel,
}: Props) {
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(fields.map((field) => [field.name, toText(field, args[field.name])])),
  );
  const [wrong, setWrong] = useState<Record<string, string>>({});

  const submit = (form: HTMLFormElement): void => {
    const changes: Record<string, unknown> = {};
    const found: Record<string, string> = {};
    for (const field of fields) {
      const read = fromText(field, texts[field.name] ?? "");
      if ("problem" in read) found[field.name] = read.problem;
      else if (read.value !== args[field.name]) changes[field.name] = read.value;
    }
    setWrong(found);
    const [first] = Object.keys(found);
    if (first === undefined) onSubmit(changes);
    else form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((field, index) => (
          <OneField
            key={field.name}
            field={field}
            text={texts[field.name] ?? ""}
            error={wrong[field.name] ?? problems[field.name]?.[0]}
            autoFocus={index === 0}
            onText={(text) => setTexts((before) => ({ ...before, [field.name]: text }))}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy}>
          {submitLabel}
        </Button>
        <Button look="soft" onClick={onCancel}>
          {t("common.back")}
        </Button>
      </div>
    </form>
  );
}

type OneFieldProps = {
  field: EditField;
  text: string;
  error: string | undefined;
  autoFocus: boolean;
  onText: (text: string) => void;
};

const INPUT_TYPES: Partial<Record<EditField["kind"], string>> = {
  day: "date",
  month: "month",
  time: "time",
  wallTime: "datetime-local",
};

function OneField({ field, text, error, autoFocus, onText }: OneFieldProps) {
  const label =
    field.unit === undefined
      ? field.label
      : t("form.withUnit", { label: field.label, unit: field.unit });
  const common = { name: field.name, value: text, autoFocus, className: controlClass } as const;
  if (field.kind === "score") {
    return (
      <ScorePicker
        label={label}
        value={Number(text) || null}
        onChange={(value) => onText(String(value))}
        className="sm:col-span-2"
      />
    );
  }
  if (field.kind === "long") {
    return (
      <Field label={label} error={error} className="sm:col-span-2">
        {(props) => (
          <textarea
            {...props}
            {...common}
            rows={2}
            className={`${controlClass} py-2.5`}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
    );
  }
  if (field.kind === "flag") {
    return (
      <Field label={label} error={error}>
        {(props) => (
          <select {...props} {...common} onChange={(event) => onText(event.target.value)}>
            <option value="true">{t("common.yes")}</option>
            <option value="false">{t("common.no")}</option>
          </select>
        )}
      </Field>
    );
  }
  return (
    <Field label={label} error={error}>
      {(props) => (
        <input
          {...props}
          {...common}
          type={INPUT_TYPES[field.kind] ?? "text"}
          inputMode={field.kind === "number" || field.kind === "money" ? "decimal" : undefined}
          onFocus={(event) =>
            field.kind === "number" || field.kind === "money" ? event.target.select() : undefined
          }
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  );
}
