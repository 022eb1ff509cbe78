"use client";
import { useQuery } from "@tanstack/react-query";

import { TextField } from "@/components/ui/field.tsx";
import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { Devices } from "./devices.tsx";
import { KindsTable } from "./kinds-table.tsx";
import { useChoices, type Choices } from "./use-choices.ts";

const SWITCHES = [
  { name: "morningSummary", label: "noticeSettings.morning" },
  { name: "weeklyReport", label: "noticeSettings.weekly" },
  { name: "quietHoursEnabled", label: "noticeSettings.quiet" },
] as const;

const TIMES = [
  { name: "morningSummaryTime", label: "noticeSettings.morningAt" },
  { name: "quietHoursStart", label: "noticeSettings.quietFrom" },
  { name: "quietHoursEnd", label: "noticeSettings.quietTo" },
] as const;

/** Ajustes → Avisos: what is told, by which way, and when it must be quiet. */
export function NoticesSection({ choices }: { choices: Choices }) {
  const trpc = useTRPC();
  const instance = useQuery(trpc.account.instance.queryOptions()).data;
  const save = useChoices();
  return (
    <Section
      title={<span id="avisos">{t("noticeSettings.title")}</span>}
      aside={t("noticeSettings.note")}
    >
      <div className="grid gap-6">
        <KindsTable choices={choices} mail={instance?.mail ?? false} />
        <Devices pushKey={instance?.pushKey ?? null} />
        <div className="grid gap-1">
          {SWITCHES.map(({ name, label }) => (
            <label key={name} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                className="size-4.5 accent-accent"
                checked={choices[name]}
                onChange={({ target }) => save.mutate({ [name]: target.checked })}
              />
              {t(label)}
            </label>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          {TIMES.map(({ name, label }) => (
            <TextField
              key={name + choices[name]}
              type="time"
              label={t(label)}
              defaultValue={choices[name]}
              onBlur={({ target }) => {
                if (target.value !== "" && target.value !== choices[name])
                  save.mutate({ [name]: target.value });
              }}
            />
          ))}
        </div>
      </div>
    </Section>
  );
}
