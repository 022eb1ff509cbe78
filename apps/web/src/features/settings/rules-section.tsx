"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { dayIn } from "@/lib/clock.ts";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useToday, useZone } from "../account/use-me.ts";

type Rule = Outputs["chat"]["rules"]["items"][number];

/** What Vida may record without asking, and the way to end each of these. */
export function RulesSection() {
  const trpc = useTRPC();
  const rules = useQuery(trpc.chat.rules.queryOptions({}));
  const items = rules.data?.items ?? [];
  return (
    <Section title={t("rules.title")} aside={t("rules.note")}>
      {rules.isPending ? <ListSkeleton rows={1} /> : null}
      {rules.isError ? <Failed error={rules.error} retry={rules.refetch} /> : null}
      {rules.isSuccess && items.length === 0 ? (
        <p className="text-soft text-pretty">{t("rules.none")}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {items.map((rule) => (
          <RuleRow key={rule.id} rule={rule} />
        ))}
      </ul>
    </Section>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const zone = useZone();
  const today = useToday();
  const { id: ruleId, title, state } = rule;
  const revoke = useAction({
    run: (client, _input: void, call) => client.chat.revokeRule.mutate({ ruleId }, call),
    touches: ["chat"],
    done: () => t("rules.revoked", { what: title }),
  });
  const renew = useAction({
    run: (client, _input: void, call) => client.chat.allowRule.mutate({ ruleId }, call),
    touches: ["chat"],
    done: () => t("rules.allowed"),
  });
  const until = shortDay(dayIn(zone, new Date(rule.expiresAt)), today);
  const busy = revoke.isPending || renew.isPending;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2" data-rule={state}>
      <span className="min-w-0 flex-1 basis-40">
        <span className="block truncate font-medium">{title}</span>
        <span className="text-xs text-soft">{t(`rules.${state}`, { until })}</span>
      </span>
      {state === "active" ? null : (
        <Button size="small" busy={renew.isPending} disabled={busy} onClick={() => renew.mutate()}>
          {t("rules.renew")}
        </Button>
      )}
      <Button size="small" busy={revoke.isPending} disabled={busy} onClick={() => revoke.mutate()}>
        {t("rules.revoke")}
      </Button>
    </li>
  );
}
