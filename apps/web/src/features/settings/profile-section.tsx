"use client";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Field, SelectField, TextField } from "@/components/ui/field.tsx";
import { Section } from "@/components/ui/page.tsx";
import { browserZone } from "@/lib/clock.ts";
import { t } from "@/lib/t.ts";
import type { Outputs } from "@/trpc/context.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

export type Me = Outputs["account"]["me"];

const ZONES = [
  "America/Sao_Paulo",
  "America/Manaus",
  "America/Rio_Branco",
  "America/Noronha",
] as const;

export function zoneOptions(current: string): { value: string; label: string }[] {
  const named = ZONES.map((zone) => ({ value: zone, label: t(`zone.${zone}`) }));
  const others = [current, browserZone(), ...Intl.supportedValuesOf("timeZone")].filter(
    (zone) => !ZONES.some((known) => known === zone),
  );
  return [
    ...named,
    ...[...new Set(others)].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
  ];
}

const CURRENCIES = ["BRL", "USD", "EUR", "GBP", "ARS", "PYG", "UYU"] as const;

/** What people here meet; another that was chosen elsewhere stays by its code. */
function currencyOptions(current: string): { value: string; label: string }[] {
  const named = CURRENCIES.map((code) => ({ value: code, label: t(`currency.${code}`) }));
  return named.some(({ value }) => value === current)
    ? named
    : [...named, { value: current, label: current }];
}

export function ProfileSection({ me }: { me: Me }) {
  const [name, setName] = useState(me.name);
  const [timezone, setTimezone] = useState(me.timezone);
  const [currency, setCurrency] = useState(me.currency);
  const save = useAction({
    run: (client, input: { name: string; timezone: string; currency: string }, call) =>
      client.account.updateProfile.mutate(input, call),
    touches: ["account", "tracking", "dashboard", "finance", "accounts", "debts"],
    done: () => t("settings.saved"),
    onFailed: (error) => Object.keys(fieldErrors(error)).length > 0,
  });
  const wrong = fieldErrors(save.error);
  const changed = name.trim() !== me.name || timezone !== me.timezone || currency !== me.currency;
  return (
    <Section title={t("settings.profile")} aside={me.email}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ name: name.trim(), timezone, currency });
        }}
      >
        <TextField
          label={t("auth.name")}
          value={name}
          minLength={2}
          maxLength={100}
          autoComplete="name"
          error={wrong["name"]?.[0]}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t("settings.zone")}
          hint={t("settings.zoneHint")}
          value={timezone}
          error={wrong["timezone"]?.[0]}
          options={zoneOptions(me.timezone)}
          onChange={(event) => setTimezone(event.target.value)}
        />
        <Field label={t("settings.language")} hint={t("settings.languageHint")}>
          {(props) => (
            <output {...props} className="flex min-h-11 items-center">
              {t("settings.languageOnly")}
            </output>
          )}
        </Field>
        <SelectField
          label={t("settings.currency")}
          hint={t("settings.currencyHint")}
          value={currency}
          error={wrong["currency"]?.[0]}
          options={currencyOptions(me.currency)}
          onChange={(event) => setCurrency(event.target.value)}
        />
        <Button
          type="submit"
          look="primary"
          className="justify-self-start"
          busy={save.isPending}
          disabled={!changed || name.trim().length < 2}
        >
          {t("settings.save")}
        </Button>
      </form>
    </Section>
  );
}
