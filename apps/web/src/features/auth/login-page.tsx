"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { callAuth, safeWayBack } from "./auth-api.ts";
import { AuthForm } from "./auth-form.tsx";
import { Door } from "./door.tsx";
import { PasswordField } from "./password-field.tsx";

export const linkClass =
  "font-semibold text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent";

export function LoginPage() {
  const params = useSearchParams();
  const back = safeWayBack(params.get("redirectTo"));
  const trpc = useTRPC();
  const instance = useQuery({ ...trpc.account.instance.queryOptions(), retry: false }).data;
  const ended = params.get("ended") !== null;
  const query =
    params.get("redirectTo") === null
      ? ""
      : `?${new URLSearchParams({ redirectTo: back }).toString()}`;
  return (
    <Door
      title={t(ended ? "auth.endedTitle" : "auth.loginTitle")}
      note={t(ended ? "auth.endedText" : "auth.loginText")}
      foot={
        <div className="grid gap-4">
          {instance?.signUp === "closed" ? (
            <p>{t("auth.signUpClosed")}</p>
          ) : (
            <p>
              {t("auth.noAccount")}{" "}
              <Link href={`/sign-up${query}`} className={linkClass}>
                {t("auth.signUp")}
              </Link>
            </p>
          )}
          {instance?.demo === true ? <DemoButton /> : null}
        </div>
      }
    >
      <AuthForm
        label={t("auth.login")}
        send={async ({ email = "", password = "" }) => {
          const answer = await callAuth("/sign-in/email", { email, password });
          if (!answer.ok) return answer.failure;
          window.location.assign(back);
          return null;
        }}
      >
        <TextField
          label={t("auth.email")}
          name="email"
          type="email"
          autoComplete="email"
          required
          autoFocus={!ended}
        />
        <PasswordField label={t("auth.password")} name="password" autoComplete="current-password" />
        <p className="-mt-1 text-xs">
          <Link
            href="/forgot-password"
            className="text-soft underline underline-offset-4 hover:text-ink"
          >
            {t("auth.forgot")}
          </Link>
        </p>
      </AuthForm>
    </Door>
  );
}

function DemoButton() {
  const [busy, setBusy] = useState(false);
  const enter = async (): Promise<void> => {
    setBusy(true);
    const answer = await callAuth("/demo", {});
    if (answer.ok) {
      window.location.assign("/dashboard");
      return;
    }
    setBusy(false);
    showToast(answer.failure.message, undefined, "error");
  };
  return (
    <div className="grid gap-1.5">
      <Button busy={busy} onClick={() => void enter()}>
        {t("auth.demo")}
      </Button>
      <p className="text-xs">{t("auth.demoText")}</p>
    </div>
  );
}
