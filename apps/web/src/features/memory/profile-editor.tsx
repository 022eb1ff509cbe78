"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { controlClass, Field } from "@/components/ui/field.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { errorReason, fieldErrors } from "@/trpc/errors.ts";

import {
  changeOf,
  isList,
  longest,
  textOf,
  type Profile,
  type ProfileField,
} from "./profile-fields.ts";
import { useSaveProfile } from "./use-memory.ts";

type Props = { profile: Profile; field: ProfileField; onLeave: () => void };

/**
 * A passage while it is written.
 *
 * It is saved against the version it was opened on: when the profile moved on meanwhile both texts are
 * shown, and the person says which one stays.
 */
export function ProfileEditor({ profile, field, onLeave }: Props) {
  const cache = useQueryClient();
  const trpc = useTRPC();
  const [version, setVersion] = useState(profile.version);
  const [text, setText] = useState(() => textOf(profile, field));
  const save = useSaveProfile(onLeave);
  const conflict = errorReason(save.error) === "memory.profileChanged";
  const wrong = Object.values(fieldErrors(save.error))[0]?.[0];
  const theirs = textOf(profile, field);

  const send = async (against: number): Promise<void> => {
    setVersion(against);
    await save.mutateAsync(changeOf(field, text, against)).catch(async () => {
      await cache.invalidateQueries({ queryKey: trpc.memory.profile.queryKey() });
    });
  };
  return (
    <form
      noValidate
      className="my-2 grid gap-3 rounded-card border border-accent/35 bg-card p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send(version);
      }}
    >
      <Field
        label={t(`memory.field.${field}`)}
        hint={isList(field) ? t("memory.oneEach") : undefined}
        error={wrong}
      >
        {(props) => (
          <textarea
            {...props}
            autoFocus
            onKeyDown={(event) => {
              if (event.key === "Escape") onLeave();
            }}
            rows={Math.max(2, Math.min(8, text.split("\n").length + 1))}
            maxLength={longest(field)}
            placeholder={t(`memory.example.${field}`)}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} py-2.5 font-serif text-lg`}
          />
        )}
      </Field>
      {conflict ? (
        <div role="alert" className="rounded-control bg-ipe-wash px-4 py-3">
          <p>{t("memory.conflict")}</p>
          <p className="mt-2 border-l-2 border-ipe pl-3 font-serif whitespace-pre-line">
            {theirs === "" ? t("memory.conflictEmpty") : theirs}
          </p>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {conflict ? (
          <>
            <Button look="primary" busy={save.isPending} onClick={() => void send(profile.version)}>
              {t("memory.keepMine")}
            </Button>
            <Button onClick={onLeave}>{t("memory.takeNew")}</Button>
          </>
        ) : (
          <>
            <Button type="submit" look="primary" busy={save.isPending}>
              {t("memory.save")}
            </Button>
            <Button look="soft" onClick={onLeave}>
              {t("memory.leave")}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
