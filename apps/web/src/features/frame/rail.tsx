"use client";
import { PanelLeftClose, PanelLeftOpen, Plus } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";

import { Wordmark } from "@/components/ui/wordmark.tsx";
import { cn } from "@/lib/cn.ts";
import { readStored, writeStored } from "@/lib/storage.ts";
import { t } from "@/lib/t.ts";

import { LiveStatusLine } from "../live/live-status.tsx";
import { UnreadBadge } from "../notifications/unread-badge.tsx";
import { useFrame } from "./frame-context.tsx";
import { isCurrent, LOWER_NAV, MAIN_NAV, type NavItem } from "./nav.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

const listeners = new Set<() => void>();

function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const collapsed = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => readStored("rail") === "narrow",
    () => false,
  );
  const set = (next: boolean): void => {
    writeStored("rail", next ? "narrow" : "");
    for (const listener of listeners) listener();
  };
  return [collapsed, set];
}

export function Rail() {
  const [collapsed, setCollapsed] = useCollapsed();
  const { openLine } = useFrame();
  return (
    <nav
      aria-label={t("frame.navigation")}
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col gap-1 overflow-y-auto border-r border-line bg-sunk/60 px-3 py-4 md:flex",
        collapsed ? "w-17" : "w-17 lg:w-56",
      )}
    >
      <Link
        href="/dashboard"
        className={cn(
          "mb-4 flex min-h-10 items-center rounded-control px-2.5 text-2xl",
          collapsed ? "justify-center" : "max-lg:justify-center",
        )}
      >
        <Wordmark className={collapsed ? "text-lg" : "max-lg:text-lg"} />
      </Link>
      <button
        type="button"
        onClick={() => openLine()}
        className="mb-3 flex min-h-10 items-center gap-2.5 rounded-control border border-edge/50 bg-card px-3 text-left whitespace-nowrap text-soft hover:border-edge hover:text-ink"
      >
        <Plus aria-hidden="true" className="size-4.5 shrink-0 text-accent" />
        <span className={collapsed ? "sr-only" : "flex-1 max-lg:sr-only"}>{t("frame.record")}</span>
        <kbd
          aria-hidden="true"
          className={cn(
            "rounded border border-line px-1.5 font-sans text-xs",
            collapsed ? "hidden" : "max-lg:hidden",
          )}
        >
          Ctrl K
        </kbd>
      </button>
      {MAIN_NAV.map((item) => (
        <RailLink key={item.href} item={item} collapsed={collapsed} />
      ))}
      <div className="mt-auto grid gap-1 pt-6">
        <LiveStatusLine compact={collapsed} />
        {LOWER_NAV.map((item) => (
          <RailLink key={item.href} item={item} collapsed={collapsed} />
        ))}
        <div
          className={cn(
            "mt-2 flex items-center gap-1 border-t border-line pt-2",
            collapsed ? "flex-col" : "justify-between max-lg:flex-col",
          )}
        >
          <ThemeSwitch />
          <button
            type="button"
            onClick={() => setCollapsed(!collapsed)}
            aria-expanded={!collapsed}
            aria-label={t(collapsed ? "frame.expand" : "frame.collapse")}
            className="hidden size-10 place-items-center rounded-control text-soft hover:bg-ink/6 hover:text-ink lg:grid"
          >
            {collapsed ? (
              <PanelLeftOpen aria-hidden="true" className="size-4.5" />
            ) : (
              <PanelLeftClose aria-hidden="true" className="size-4.5" />
            )}
          </button>
        </div>
      </div>
    </nav>
  );
}

function RailLink({ item, collapsed }: { item: NavItem; collapsed: boolean }) {
  const current = isCurrent(item.href, usePathname());
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      title={t(item.label)}
      className={cn(
        "relative flex min-h-10 items-center gap-3 rounded-control px-3",
        current ? "bg-card font-semibold text-accent" : "text-soft hover:bg-ink/5 hover:text-ink",
        collapsed ? "justify-center" : "max-lg:justify-center",
      )}
    >
      {current ? (
        <span
          aria-hidden="true"
          className="absolute top-2.5 bottom-2.5 -left-3 w-1 rounded-r-full bg-ipe"
        />
      ) : null}
      <item.icon aria-hidden="true" className="size-4.5 shrink-0" />
      <span className={collapsed ? "sr-only" : "max-lg:sr-only"}>{t(item.label)}</span>
      {item.href === "/notifications" ? (
        <UnreadBadge
          className={
            collapsed
              ? "absolute top-0 right-0"
              : "max-lg:absolute max-lg:top-0 max-lg:right-0 lg:ml-auto"
          }
        />
      ) : null}
    </Link>
  );
}
