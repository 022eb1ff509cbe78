"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { dayIn } from "@/lib/clock.ts";
import { clockTime, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { callAuth } from "../auth/auth-api.ts";
import { deviceName } from "./device-name.ts";
import { fetchSessions, type LoginSession } from "./login-sessions.ts";

/** Where the person is logged in; each place but this one can be logged out from here. */
export function SessionsSection() {
  const cache = useQueryClient();
  const list = useQuery({ queryKey: ["sessions"], queryFn: fetchSessions });
  const [busy, setBusy] = useState<string | null>(null);
  const zone = useZone();
  const today = useToday();

  const end = async (session: LoginSession): Promise<void> => {
    setBusy(session.id);
    const answer = await callAuth("/revoke-session", { token: session.token });
    setBusy(null);
    showToast(
      answer.ok ? t("settings.sessionEnded") : answer.failure.message,
      undefined,
      answer.ok ? "done" : "error",
    );
    await cache.invalidateQueries({ queryKey: ["sessions"] });
  };
  const leave = async (): Promise<void> => {
    setBusy("own");
    await callAuth("/sign-out", {});
    window.location.assign("/login");
  };

  return (
    <Section title={t("settings.sessions")} aside={t("settings.sessionsNote")}>
      {list.isPending ? <ListSkeleton rows={2} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      <ul className="divide-y divide-line">
        {(list.data?.sessions ?? []).map((session) => {
          const own = session.id === list.data?.currentId;
          const seen = `${relativeDay(dayIn(zone, new Date(session.updatedAt)), today)}, ${clockTime(session.updatedAt, zone)}`;
          return (
            <li key={session.id} className="flex min-h-14 items-center gap-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{deviceName(session.userAgent)}</span>
                <span className="text-xs text-soft">{own ? t("settings.thisSession") : seen}</span>
              </span>
              {own ? null : (
                <Button size="small" busy={busy === session.id} onClick={() => void end(session)}>
                  {t("settings.endSession")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button className="mt-4" busy={busy === "own"} onClick={() => void leave()}>
        <LogOut aria-hidden="true" />
        {t("settings.signOut")}
      </Button>
    </Section>
  );
}
