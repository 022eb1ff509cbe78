"use client";
import { useState } from "react";

import { Section } from "@/components/ui/page.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";

import { callAuth } from "../auth/auth-api.ts";
import { AuthForm } from "../auth/auth-form.tsx";
import { PasswordField } from "../auth/password-field.tsx";

export function PasswordSection() {
  const [round, setRound] = useState(0);
  return (
    <Section title={t("auth.password")} aside={t("settings.passwordNote")}>
      <AuthForm
        key={round}
        compact
        label={t("settings.changePassword")}
        send={async ({ current = "", fresh = "" }) => {
          const answer = await callAuth("/change-password", {
            currentPassword: current,
            newPassword: fresh,
          });
          if (!answer.ok) return answer.failure;
          showToast(t("settings.passwordChanged"));
          setRound((before) => before + 1);
          return null;
        }}
      >
        <PasswordField
          label={t("settings.currentPassword")}
          name="current"
          autoComplete="current-password"
        />
        <PasswordField label={t("auth.newPassword")} name="fresh" autoComplete="new-password" />
      </AuthForm>
    </Section>
  );
}
