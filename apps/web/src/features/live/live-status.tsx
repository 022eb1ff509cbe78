"use client";
import { useEffect, useState } from "react";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { useLiveStatus } from "./live-provider.tsx";

/** Tells that the stream is away, once that has lasted long enough to matter. */
export function useIsAway(): boolean {
  const status = useLiveStatus();
  const [away, setAway] = useState(false);
  useEffect(() => {
    const wait = status === "reconnecting" ? 1_500 : 0;
    const timer = setTimeout(() => setAway(status === "reconnecting"), wait);
    return () => clearTimeout(timer);
  }, [status]);
  return away;
}

export function LiveStatusLine({ compact = false }: { compact?: boolean }) {
  const away = useIsAway();
  return (
    <p
      role="status"
      className={cn("flex items-center gap-2 px-3 text-xs text-ipe-ink", !away && "sr-only")}
    >
      {away ? (
        <>
          <span aria-hidden="true" className="size-2 shrink-0 animate-pulse rounded-full bg-ipe" />
          <span className={compact ? "sr-only" : "max-lg:sr-only"}>{t("live.reconnecting")}</span>
        </>
      ) : null}
    </p>
  );
}
