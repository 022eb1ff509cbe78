"use client";
import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toast.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { currentEndpoint, subscribeHere, supportsPush, unsubscribeHere } from "./push.ts";
import type { Subscription } from "./push.ts";

/** The browsers that notices come to, and the button that adds this one. */
export function Devices({ pushKey }: { pushKey: string | null }) {
  const trpc = useTRPC();
  const list = useQuery(trpc.notifications.devices.queryOptions({})).data?.items ?? [];
  const [here, setHere] = useState<string | null>(null);
  const [able, setAble] = useState(true);
  useEffect(() => {
    const can = pushKey !== null && supportsPush();
    setAble(can);
    if (can) void currentEndpoint().then(setHere);
  }, [pushKey]);
  const add = useAction({
    run: (client, input: Subscription, call) => client.notifications.subscribe.mutate(input, call),
    touches: ["notifications"],
    done: () => t("noticeSettings.added"),
    onDone: ({ endpoint }) => setHere(endpoint),
  });
  const drop = useAction({
    run: async (client, device: { deviceId: string; endpoint: string }, call) => {
      if (device.endpoint === here) await unsubscribeHere();
      return client.notifications.unsubscribe.mutate({ deviceId: device.deviceId }, call);
    },
    touches: ["notifications"],
    done: () => t("noticeSettings.dropped"),
    onDone: (_output, { endpoint }) => setHere((now) => (now === endpoint ? null : now)),
  });
  const start = async (): Promise<void> => {
    if (pushKey === null) return;
    const known = list.map(({ endpoint }) => endpoint);
    const subscription = await subscribeHere(pushKey, known).catch(() => undefined);
    if (subscription === null) showToast(t("noticeSettings.denied"), undefined, "error");
    else if (subscription === undefined) showToast(t("noticeSettings.failed"), undefined, "error");
    else add.mutate(subscription);
  };
  const isHere = list.some(({ endpoint }) => endpoint === here);
  return (
    <div className="grid gap-3">
      {able ? null : <p className="text-soft">{t("noticeSettings.unable")}</p>}
      {able && !isHere ? (
        <Button className="justify-self-start" busy={add.isPending} onClick={() => void start()}>
          <BellRing aria-hidden="true" />
          {t("noticeSettings.here")}
        </Button>
      ) : null}
      {list.length === 0 ? null : (
        <ul className="divide-y divide-line">
          {list.map((device) => (
            <li key={device.deviceId} className="flex min-h-12 items-center justify-between gap-3">
              <span>
                {device.device}
                {device.endpoint === here ? (
                  <span className="text-soft"> · {t("noticeSettings.thisOne")}</span>
                ) : null}
              </span>
              <Button
                size="small"
                look="soft"
                busy={drop.isPending}
                onClick={() => drop.mutate(device)}
              >
                {t("noticeSettings.drop")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
