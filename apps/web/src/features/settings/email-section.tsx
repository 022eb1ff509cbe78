"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { TextField } from "@/components/ui/field.tsx";
import { Section } from "@/components/ui/page.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { callAuth } from "../auth/auth-api.ts";
import { AuthForm } from "../auth/auth-form.tsx";
import { PasswordField } from "../auth/password-field.tsx";

/** Moves the account to another address: at once where no mail leaves, else when its link is opened. */
export function EmailSection({ email }: { email: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  return (
    <Section title={t("auth.email")} aside={email}>
      <AuthForm
        key={round}
        compact
        label={t("settings.changeEmail")}
        send={async ({ newEmail = "", password = "" }) => {
          const answer = await callAuth("/change-email", {
            newEmail,
            password,
            callbackURL: "/settings",
          });
          if (!answer.ok) return answer.failure;
          await client.invalidateQueries({ queryKey: trpc.account.me.queryKey() });
          const moved = client.getQueryData(trpc.account.me.queryKey({}))?.email !== email;
          showToast(t(moved ? "settings.emailChanged" : "settings.emailAsked"));
          setRound((before) => before + 1);
          return null;
        }}
      >
        <TextField
          label={t("settings.newEmail")}
          name="newEmail"
          type="email"
          autoComplete="email"
          required
        />
        <PasswordField
          label={t("settings.currentPassword")}
          name="password"
          autoComplete="current-password"
        />
      </AuthForm>
    </Section>
  );
}
