"use client";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { browserZone, dayIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { useToday } from "../account/use-me.ts";
import { useLive } from "../live/live-provider.tsx";
import { ActionSlip } from "./action-slip.tsx";

type Card = Outputs["chat"]["unconfirmed"]["items"][number];

/** Cards that went by without a verdict: how many there are, and the way to look at them again. */
export function Unconfirmed({ onPick }: { onPick?: () => void }) {
  const [open, setOpen] = useState(false);
  const trpc = useTRPC();
  const list = useQuery(trpc.chat.unconfirmed.queryOptions({}));
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="px-3 pb-2">
      <Button look="quiet" className="w-full justify-start" onClick={() => setOpen(true)}>
        <History aria-hidden="true" />
        {t("chat.unconfirmed")}
        <span className="figures ml-auto text-soft">{items.length}</span>
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("chat.unconfirmed")}
        description={t("chat.unconfirmedText")}
      >
        <ul className="divide-y divide-line">
          {items.map((card) => (
            <Row
              key={card.confirmationId}
              card={card}
              onReopened={() => {
                setOpen(false);
                onPick?.();
              }}
            />
          ))}
        </ul>
      </Sheet>
    </div>
  );
}

function Row({ card, onReopened }: { card: Card; onReopened: () => void }) {
  const router = useRouter();
  const today = useToday();
  const { conversations } = useLive();
  const { confirmationId, conversationId } = card;
  const reopen = useAction({
    run: (client, _input: void, call) => client.chat.reopen.mutate({ confirmationId }, call),
    touches: ["chat"],
    onDone: () => {
      void conversations.load(conversationId);
      router.push(`/chat?c=${conversationId}`);
      onReopened();
    },
  });
  return (
    <li className="grid gap-2 py-3">
      {card.actions.map((action) => (
        <ActionSlip key={action.actionId} action={action} quiet />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-soft">
          {t("chat.expiredOn", {
            day: relativeDay(dayIn(browserZone(), new Date(card.expiredAt)), today),
          })}
        </p>
        <Button size="small" busy={reopen.isPending} onClick={() => reopen.mutate()}>
          {t("card.reopen")}
        </Button>
      </div>
    </li>
  );
}
