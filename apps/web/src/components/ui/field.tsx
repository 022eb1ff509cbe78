import { useId, type ComponentProps, type ReactNode } from "react";

import { cn } from "@/lib/cn.ts";

export const controlClass =
  "w-full rounded-control border border-edge/60 bg-card px-3 min-h-11 text-base text-ink placeholder:text-soft/80 hover:border-edge focus-visible:border-accent aria-invalid:border-urucum disabled:opacity-60 max-md:text-[1rem]";

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: (props: {
    id: string;
    "aria-describedby"?: string;
    "aria-invalid"?: true;
  }) => ReactNode;
};

/** A label, its control, and the hint or the error that belongs to it. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = hint !== undefined || error !== undefined;
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="text-xs font-semibold text-soft">
        {label}
      </label>
      {children({
        id,
        ...(hasNote ? { "aria-describedby": noteId } : {}),
        ...(error === undefined ? {} : { "aria-invalid": true as const }),
      })}
      {hasNote ? (
        <p
          id={noteId}
          className={cn(
            "text-xs",
            error === undefined ? "text-soft" : "font-medium text-urucum-ink",
          )}
        >
          {error ?? hint}
        </p>
      ) : null}
    </div>
  );
}

type InputProps = Omit<ComponentProps<"input">, "children"> & Omit<FieldProps, "children">;

export function TextField({ label, hint, error, className, ...rest }: InputProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(className === undefined ? {} : { className })}
    >
      {(props) => <input {...rest} {...props} className={controlClass} />}
    </Field>
  );
}

type SelectProps = Omit<ComponentProps<"select">, "children"> &
  Omit<FieldProps, "children"> & { options: readonly { value: string; label: string }[] };

/** The platform's own select: the best one there is on a phone. */
export function SelectField({ label, hint, error, className, options, ...rest }: SelectProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(className === undefined ? {} : { className })}
    >
      {(props) => (
        <select {...rest} {...props} className={controlClass}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
