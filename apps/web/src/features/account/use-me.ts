"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { browserZone, dayIn, now } from "@/lib/clock.ts";
import { useTRPC } from "@/trpc/context.ts";

export function useMe() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.account.me.queryOptions({}), staleTime: 10 * 60_000 });
}

/** The person's zone; until it is known, the browser's, which is nearly always the same. */
export function useZone(): string {
  return useMe().data?.timezone ?? browserZone();
}

/** The person's day, which changes at their midnight while the page stays open. */
export function useToday(): string {
  const zone = useZone();
  const [today, setToday] = useState(() => dayIn(zone, now()));
  useEffect(() => {
    const update = (): void => setToday(dayIn(zone, now()));
    update();
    const timer = setInterval(update, 30_000);
    document.addEventListener("visibilitychange", update);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", update);
    };
  }, [zone]);
  return today;
}
