"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

import { TextField } from "@/components/ui/field.tsx";
import { browserZone } from "@/lib/clock.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, useTRPCClient } from "@/trpc/context.ts";

import { callAuth, safeWayBack } from "./auth-api.ts";
import { AuthForm } from "./auth-form.tsx";
import { Door } from "./door.tsx";
import { linkClass } from "./login-page.tsx";
import { PasswordField } from "./password-field.tsx";

export function SignUpPage() {
  const params = useSearchParams();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const instance = useQuery({ ...trpc.account.instance.queryOptions(), retry: false }).data;
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const invite = params.get("invite") ?? "";
  const closed = instance?.signUp === "closed";
  const invited = instance?.signUp === "invite";
  return (
    <Door
      title={t("auth.signUpTitle")}
      note={closed ? t("auth.signUpClosed") : t("auth.signUpText")}
      foot={
        <p>
          {t("auth.haveAccount")}{" "}
          <Link href="/login" className={linkClass}>
            {t("auth.login")}
          </Link>
        </p>
      }
    >
      {closed ? null : (
        <AuthForm
          label={t("auth.create")}
          send={async (fields) => {
            const answer = await callAuth("/sign-up/email", fields);
            if (!answer.ok) return answer.failure;
            // Days and times are the person's own from the first minute; they can change it in Ajustes.
            await client.account.updateProfile.mutate({ timezone: browserZone() }).catch(() => {});
            window.location.assign(safeWayBack(params.get("redirectTo") ?? "/start"));
            return null;
          }}
        >
          {invited ? (
            <TextField
              label={t("auth.invite")}
              name="invite"
              required
              defaultValue={invite}
              autoComplete="off"
            />
          ) : null}
          <TextField
            label={t("auth.name")}
            name="name"
            required
            minLength={2}
            maxLength={100}
            autoComplete="name"
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t("auth.email")}
            name="email"
            type="email"
            required
            autoComplete="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <PasswordField
            label={t("auth.password")}
            name="password"
            autoComplete="new-password"
            known={[name, email]}
          />
        </AuthForm>
      )}
    </Door>
  );
}
