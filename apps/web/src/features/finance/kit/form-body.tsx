"use client";
import { useRef, useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { errorText, fieldErrors } from "@/trpc/errors.ts";

import { FormField } from "./form-field.tsx";
import type { FormProps } from "./form-sheet.tsx";
import { readForm, type Values } from "./form-values.ts";

/** Fields, what is wrong with each, and one button that says what it does. */
export function FormBody({
  fields,
  initial,
  submit,
  onSubmit,
  busy,
  error,
  renderNote,
}: FormProps) {
  const [values, setValues] = useState<Values>(initial);
  const [problems, setProblems] = useState<Values>({});
  const form = useRef<HTMLFormElement>(null);
  const shown = fields(values);
  const refused = fieldErrors(error);
  const known = shown.some((field) => refused[field.name] !== undefined);

  const send = (): void => {
    const read = readForm(shown, values);
    setProblems(read.problems);
    const [first] = shown.filter((field) => read.problems[field.name] !== undefined);
    if (first === undefined) onSubmit(read.values);
    else form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
  };

  return (
    <form
      ref={form}
      noValidate
      className="grid grid-cols-2 gap-x-3 gap-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {shown.map((field, index) => (
        <FormField
          key={field.name}
          field={field}
          focus={index === 0}
          value={values[field.name] ?? ""}
          problem={problems[field.name] ?? refused[field.name]?.[0]}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {renderNote === undefined ? null : (
        <div className="col-span-2 text-soft empty:hidden">{renderNote(values)}</div>
      )}
      {error === null || error === undefined || known ? null : (
        <p role="alert" className="col-span-2 text-xs font-medium text-urucum-ink">
          {errorText(error)}
        </p>
      )}
      <Button type="submit" look="primary" className="col-span-2 mt-1" busy={busy}>
        {submit(values)}
      </Button>
    </form>
  );
}
