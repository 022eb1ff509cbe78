"use client";
import { useState } from "react";

import { SelectField, TextField } from "@/components/ui/field.tsx";
import { browserZone } from "@/lib/clock.ts";
import { t } from "@/lib/t.ts";

import { zoneOptions } from "../settings/profile-section.tsx";
import { StepButtons } from "./start-frame.tsx";
import type { StepProps } from "./start-page.tsx";

type Props = StepProps & { known: { name: string; timezone: string } };

export function ProfileStep({ known, busy, wrong, onNext, onSkip }: Props) {
  const [name, setName] = useState(known.name);
  const [timezone, setTimezone] = useState(known.timezone === "" ? browserZone() : known.timezone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext({ name: name.trim(), timezone });
      }}
    >
      <div className="grid max-w-md gap-5">
        <TextField
          label={t("auth.name")}
          value={name}
          maxLength={100}
          autoComplete="name"
          autoFocus
          error={wrong["name"]?.[0]}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t("settings.zone")}
          hint={t("settings.zoneHint")}
          value={timezone}
          error={wrong["timezone"]?.[0]}
          options={zoneOptions(timezone)}
          onChange={(event) => setTimezone(event.target.value)}
        />
      </div>
      <StepButtons busy={busy} onSkip={onSkip} />
    </form>
  );
}
