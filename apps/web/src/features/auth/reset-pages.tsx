"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { t } from "@/lib/t.ts";

import { callAuth } from "./auth-api.ts";
import { AuthForm } from "./auth-form.tsx";
import { Door } from "./door.tsx";
import { linkClass } from "./login-page.tsx";
import { PasswordField } from "./password-field.tsx";

const back = (
  <Link href="/login" className={linkClass}>
    {t("auth.backToLogin")}
  </Link>
);

export function ForgotPasswordPage() {
  const [sent, setSent] = useState(false);
  if (sent)
    return (
      <Door title={t("auth.sentTitle")} note={t("auth.sentText")} foot={back}>
        {null}
      </Door>
    );
  return (
    <Door title={t("auth.forgotTitle")} note={t("auth.forgotText")} foot={back}>
      <AuthForm
        label={t("auth.sendLink")}
        send={async ({ email = "" }) => {
          const answer = await callAuth("/request-password-reset", { email });
          if (!answer.ok) return answer.failure;
          setSent(true);
          return null;
        }}
      >
        <TextField
          label={t("auth.email")}
          name="email"
          type="email"
          required
          autoComplete="email"
          autoFocus
        />
      </AuthForm>
    </Door>
  );
}

export function ResetPasswordPage() {
  const token = useSearchParams().get("token");
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Door title={t("auth.resetDoneTitle")} note={t("auth.resetDoneText")}>
        <Button look="primary" asChild>
          <Link href="/login">{t("auth.login")}</Link>
        </Button>
      </Door>
    );
  }
  if (token === null) {
    return (
      <Door title={t("auth.badLinkTitle")} note={t("auth.badLinkText")} foot={back}>
        <Button look="primary" asChild>
          <Link href="/forgot-password">{t("auth.newLink")}</Link>
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t("auth.resetTitle")} foot={back}>
      <AuthForm
        label={t("auth.savePassword")}
        send={async ({ password = "" }) => {
          const answer = await callAuth("/reset-password", { token, newPassword: password });
          if (!answer.ok) return answer.failure;
          setDone(true);
          return null;
        }}
      >
        <PasswordField label={t("auth.newPassword")} name="password" autoComplete="new-password" />
      </AuthForm>
    </Door>
  );
}
