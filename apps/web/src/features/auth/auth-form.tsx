"use client";
import type { ReactNode } from "react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";

import type { AuthFailure } from "./auth-api.ts";

type Props = {
  label: string;
  /** The button takes its own width instead of the form's. */
  compact?: boolean;
  children: ReactNode;
  /** Sends the form; what it returns is shown, nothing means that it worked. */
  send: (fields: Readonly<Record<string, string>>) => Promise<AuthFailure | null>;
};

/** A form of the door: one button, and what went wrong above it. */
export function AuthForm({ label, compact = false, children, send }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AuthFailure | null>(null);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const fields = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [
        name,
        typeof value === "string" ? value : "",
      ]),
    );
    const failed = await send(fields);
    setFailure(failed);
    if (failed !== null) {
      setBusy(false);
      form.querySelector<HTMLInputElement>('input[type="password"], input')?.focus();
    }
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {children}
      {failure === null ? null : (
        <p
          role="alert"
          className="rounded-control border border-urucum/35 bg-urucum-wash px-4 py-3"
        >
          {failure.message}
        </p>
      )}
      <Button
        type="submit"
        look="primary"
        busy={busy}
        {...(compact ? { className: "justify-self-start" } : {})}
      >
        {label}
      </Button>
    </form>
  );
}
