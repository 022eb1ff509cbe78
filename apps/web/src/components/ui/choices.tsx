"use client";
import { useId, type ReactNode } from "react";

import { cn } from "@/lib/cn.ts";

export type Choice<Value extends string> = { value: Value; label: ReactNode };

type Shared<Value extends string> = {
  label: string;
  options: readonly Choice<Value>[];
  /** Keeps the label for screen readers only. */
  quiet?: boolean;
  className?: string;
};

type ChoicesProps<Value extends string> = Shared<Value> & {
  value: Value | null;
  onChange: (value: Value) => void;
};

/** One of a few, as chips side by side; a radio group underneath. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const name = useId();
  return (
    <Chips {...props}>
      {(option) => (
        <Chip key={option.value} chosen={option.value === props.value} label={option.label}>
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
          />
        </Chip>
      )}
    </Chips>
  );
}

type ToggleProps<Value extends string> = Shared<Value> & {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
};

/** Any of a few, as chips side by side; checkboxes underneath. */
export function ToggleChoices<Value extends string>(props: ToggleProps<Value>) {
  const { values, onChange } = props;
  return (
    <Chips {...props}>
      {({ value, label }) => (
        <Chip key={value} chosen={values.includes(value)} label={label}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...values, value] : values.filter((other) => other !== value),
              )
            }
            className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
          />
        </Chip>
      )}
    </Chips>
  );
}

function Chips<Value extends string>({
  label,
  options,
  quiet = false,
  className,
  children,
}: Shared<Value> & { children: (option: Choice<Value>) => ReactNode }) {
  return (
    <fieldset className={cn("min-w-0", className)}>
      <legend className={quiet ? "sr-only" : "mb-2 text-xs font-semibold text-soft"}>
        {label}
      </legend>
      <div className="flex flex-wrap gap-2">{options.map(children)}</div>
    </fieldset>
  );
}

function Chip({
  chosen,
  label,
  children,
}: {
  chosen: boolean;
  label: ReactNode;
  children: ReactNode;
}) {
  return (
    <label
      className={cn(
        "relative flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border px-3.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:min-h-9",
        chosen
          ? "border-accent bg-accent-wash font-semibold text-accent"
          : "border-edge/50 bg-card hover:border-edge",
      )}
    >
      {children}
      {label}
    </label>
  );
}
