"use client";
import { useQuery } from "@tanstack/react-query";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

/** How many notices wait, kept up to date by the live stream; nothing when none do. */
export function UnreadBadge({ className }: { className?: string }) {
  const trpc = useTRPC();
  const count = useQuery(trpc.notifications.list.queryOptions({ limit: 1 })).data?.unread ?? 0;
  if (count === 0) return null;
  return (
    <span
      className={cn(
        "figures grid min-h-5 min-w-5 place-items-center rounded-full bg-ipe px-1.5 text-xs leading-none font-semibold text-[#1e1b18]",
        className,
      )}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("notices.unread", { count })}</span>
    </span>
  );
}
