"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";

import { controlClass, Field } from "@/components/ui/field.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { strengthOf } from "./strength.ts";

type Props = {
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  known?: readonly string[];
};

/** A password, shown on demand; a new one says how strong it is while it is typed. */
export function PasswordField({ name, label, autoComplete, known = [] }: Props) {
  const [shown, setShown] = useState(false);
  const [value, setValue] = useState("");
  const fresh = autoComplete === "new-password";
  const strength = strengthOf(value, known);
  return (
    <Field
      label={label}
      hint={
        fresh ? (value === "" ? t("auth.passwordHint") : t(`auth.strength${strength}`)) : undefined
      }
    >
      {(props) => (
        <>
          <div className="relative">
            <input
              {...props}
              name={name}
              type={shown ? "text" : "password"}
              required
              minLength={fresh ? 8 : 1}
              maxLength={72}
              autoComplete={autoComplete}
              autoCapitalize="none"
              spellCheck={false}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              className={cn(controlClass, "pr-12")}
            />
            <button
              type="button"
              aria-pressed={shown}
              aria-label={t("auth.showPassword")}
              onClick={() => setShown(!shown)}
              className="absolute top-0 right-0 grid size-11 place-items-center rounded-control text-soft hover:text-ink"
            >
              {shown ? (
                <EyeOff aria-hidden="true" className="size-4.5" />
              ) : (
                <Eye aria-hidden="true" className="size-4.5" />
              )}
            </button>
          </div>
          {fresh ? (
            <span aria-hidden="true" className="grid grid-cols-4 gap-1">
              {[1, 2, 3, 4].map((step) => (
                <span
                  key={step}
                  className={cn(
                    "h-1 rounded-full transition-colors",
                    step <= strength
                      ? ["", "bg-urucum", "bg-ipe", "bg-folha", "bg-folha"][strength]
                      : "bg-ink/10",
                  )}
                />
              ))}
            </span>
          ) : null}
        </>
      )}
    </Field>
  );
}
