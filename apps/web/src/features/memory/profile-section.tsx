"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { ProfileEditor } from "./profile-editor.tsx";
import { PROFILE_FIELDS, textOf, type Profile, type ProfileField } from "./profile-fields.ts";
import { ProfileText } from "./profile-text.tsx";

/** The profile as a page of prose; each passage opens for writing where it stands. */
export function ProfileSection() {
  const trpc = useTRPC();
  const profile = useQuery(trpc.memory.profile.queryOptions({}));
  return (
    <Section title={t("memory.profile")} aside={t("memory.profileNote")}>
      {profile.isPending ? (
        <div role="status" className="grid max-w-prose gap-3">
          <span className="sr-only">{t("common.loading")}</span>
          <Bone className="h-5 w-full" />
          <Bone className="h-5 w-4/5" />
          <Bone className="h-5 w-2/3" />
        </div>
      ) : null}
      {profile.isError ? <Failed error={profile.error} retry={profile.refetch} /> : null}
      {profile.isSuccess ? <Passages profile={profile.data} /> : null}
    </Section>
  );
}

function Passages({ profile }: { profile: Profile }) {
  const [editing, setEditing] = useState<ProfileField | null>(null);
  const written = PROFILE_FIELDS.filter((field) => textOf(profile, field) !== "");
  const blank = PROFILE_FIELDS.filter((field) => textOf(profile, field) === "");
  const shown = editing !== null && blank.includes(editing) ? [...written, editing] : written;
  const leave = (): void => {
    const field = editing;
    setEditing(null);
    requestAnimationFrame(() => document.getElementById(`profile-${field}`)?.focus());
  };
  return (
    <div className="grid max-w-2xl gap-1">
      {written.length === 0 && editing === null ? (
        <p className="pb-2 font-serif text-lg text-soft">{t("memory.profileEmpty")}</p>
      ) : null}
      {shown.map((field) =>
        field === editing ? (
          <ProfileEditor key={field} profile={profile} field={field} onLeave={leave} />
        ) : (
          <ProfileText
            key={field}
            profile={profile}
            field={field}
            onEdit={() => setEditing(field)}
          />
        ),
      )}
      {blank.length === 0 ? null : (
        <div className="mt-2 flex flex-wrap gap-2">
          {blank
            .filter((field) => field !== editing)
            .map((field) => (
              <Button
                key={field}
                id={`profile-${field}`}
                look="soft"
                size="small"
                className="border border-dashed border-edge/60"
                onClick={() => setEditing(field)}
              >
                + {t(`memory.field.${field}`)}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}
