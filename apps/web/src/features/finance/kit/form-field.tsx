"use client";
import { controlClass, Field, SelectField, TextField } from "@/components/ui/field.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import type { FieldSpec } from "./form-values.ts";

type Props = {
  field: FieldSpec;
  value: string;
  problem: string | undefined;
  focus: boolean;
  onChange: (value: string) => void;
};

/** One field as its spec tells it. */
export function FormField({ field, value, problem, focus, onChange }: Props) {
  const label =
    field.optional === true ? t("finance.form.ifYouLike", { label: field.label }) : field.label;
  const common = {
    label,
    error: problem,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
  };
  const half = field.wide === true ? "col-span-2" : "col-span-2 min-[26rem]:col-span-1";
  switch (field.kind) {
    case "money":
      return (
        <Field {...common} className={field.big === true ? "col-span-2" : half}>
          {(props) => (
            <div className="relative">
              <span
                aria-hidden="true"
                className={cn(
                  "pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-soft",
                  field.big === true && "text-lg",
                )}
              >
                {symbolOf(field.currency ?? "BRL")}
              </span>
              <input
                {...props}
                name={field.name}
                inputMode="decimal"
                autoComplete="off"
                enterKeyHint="next"
                placeholder="0,00"
                autoFocus={focus}
                value={value}
                onFocus={(event) => event.target.select()}
                onChange={(event) => onChange(event.target.value)}
                className={cn(
                  controlClass,
                  "figures",
                  field.big === true ? "figure-big min-h-15 !pl-13 text-2xl" : "!pl-11",
                )}
              />
            </div>
          )}
        </Field>
      );
    case "select":
      return (
        <SelectField
          {...common}
          name={field.name}
          className={half}
          options={field.options}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "choice":
      return <Choice field={field} value={value} onChange={onChange} />;
    case "check":
      return (
        <label className="col-span-2 flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name={field.name}
            checked={value === "yes"}
            onChange={(event) => onChange(event.target.checked ? "yes" : "")}
            className="size-5 accent-(--jabuticaba)"
          />
          {field.label}
        </label>
      );
    case "day":
      return (
        <TextField
          {...common}
          type="date"
          name={field.name}
          className={half}
          max={field.latest}
          min={field.earliest}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "month":
      return (
        <TextField
          {...common}
          type="month"
          name={field.name}
          className={half}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "count":
      return (
        <TextField
          {...common}
          name={field.name}
          inputMode="numeric"
          autoComplete="off"
          className={half}
          value={value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "text":
      return (
        <TextField
          {...common}
          name={field.name}
          autoComplete="off"
          autoFocus={focus}
          placeholder={field.example}
          className="col-span-2"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return field satisfies never;
  }
}

function Choice({
  field,
  value,
  onChange,
}: {
  field: Extract<FieldSpec, { kind: "choice" }>;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <fieldset className="col-span-2 min-w-0">
      <legend className="mb-1.5 text-xs font-semibold text-soft">{field.label}</legend>
      <div className="flex flex-wrap gap-1 rounded-control border border-line bg-sunk p-1">
        {field.options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "grid min-h-10 flex-1 place-items-center rounded-lg px-3 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent",
              option.value === value
                ? "bg-card font-semibold text-ink ring-1 ring-line"
                : "text-soft hover:text-ink",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={field.name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {field.hint === undefined ? null : <p className="mt-1.5 text-xs text-soft">{field.hint}</p>}
    </fieldset>
  );
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat("pt-BR", { style: "currency", currency }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}
