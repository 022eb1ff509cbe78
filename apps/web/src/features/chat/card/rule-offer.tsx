"use client";
import { useQuery } from "@tanstack/react-query";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

/** Under what was confirmed three times as it stood: the offer to record that kind without asking. */
export function RuleOffer({ actionId }: { actionId: string }) {
  const trpc = useTRPC();
  const rules = useQuery({ ...trpc.chat.rules.queryOptions({}), staleTime: 60_000 });
  const allow = useAction({
    run: (client, _input: void, call) => client.chat.allowRule.mutate({ actionId }, call),
    touches: ["chat"],
    done: () => t("rules.allowed"),
  });
  const decline = useAction({
    run: (client, _input: void, call) => client.chat.revokeRule.mutate({ actionId }, call),
    touches: ["chat"],
  });
  const offer = rules.data?.offers.find((one) => one.actionId === actionId);
  if (offer === undefined) return null;
  const busy = allow.isPending || decline.isPending;
  return (
    <div className="mt-1 mb-2 flex basis-full flex-wrap items-center gap-x-2 gap-y-1 border-t border-line pt-2">
      <p className="min-w-0 flex-1 basis-60 text-xs text-soft text-pretty">
        {t("rules.offer", { what: offer.title })}
      </p>
      <Button size="small" busy={allow.isPending} disabled={busy} onClick={() => allow.mutate()}>
        {t("rules.allow")}
      </Button>
      <Button look="soft" size="small" disabled={busy} onClick={() => decline.mutate()}>
        {t("rules.decline")}
      </Button>
    </div>
  );
}
