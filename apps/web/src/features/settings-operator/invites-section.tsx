"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { invalidateRouters } from "@/trpc/invalidate.ts";
import { useAction } from "@/trpc/use-action.ts";

import { callAuth } from "../auth/auth-api.ts";
import { useMoment } from "./jobs-sections.tsx";

function urlOf(body: unknown): string | null {
  const named = typeof body === "object" && body !== null && "url" in body;
  return named && typeof body.url === "string" ? body.url : null;
}

/** Invitations: a new one with its link, shown this once, and those there are. */
export function InvitesSection() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const moment = useMoment();
  const [link, setLink] = useState<string | null>(null);
  const invites = useQuery(trpc.operator.invites.queryOptions({})).data?.items ?? [];
  const revoke = useAction({
    run: (client, input: { inviteId: string }) => client.operator.revokeInvite.mutate(input),
    touches: ["operator"],
    done: () => t("operator.revoked"),
  });
  const invite = async (): Promise<void> => {
    const answer = await callAuth("/invite", {});
    if (!answer.ok) return showToast(answer.failure.message, undefined, "error");
    setLink(urlOf(answer.body));
    invalidateRouters(cache, ["operator"]);
  };
  return (
    <Section title={t("operator.invites")}>
      <div className="grid gap-3">
        <Button className="justify-self-start" onClick={() => void invite()}>
          <UserPlus aria-hidden="true" />
          {t("operator.invite")}
        </Button>
        {link === null ? null : (
          <p role="status" className="rounded-card bg-accent-wash px-4 py-3 text-sm break-all">
            {t("operator.link")} <strong className="select-all">{link}</strong>
          </p>
        )}
        <ul className="divide-y divide-line">
          {invites.map(({ inviteId, status, usedBy, createdAt, expiresAt }) => (
            <li key={inviteId} className="flex min-h-12 items-center justify-between gap-3">
              <span className="min-w-0 text-soft">
                {status === "used"
                  ? t("operator.usedBy", { email: usedBy ?? "" })
                  : t(`operator.${status}`, {
                      at: moment(status === "open" ? expiresAt : createdAt),
                    })}
              </span>
              {status === "open" ? (
                <Button
                  size="small"
                  look="soft"
                  busy={revoke.isPending}
                  onClick={() => revoke.mutate({ inviteId })}
                >
                  {t("operator.revoke")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
