"use client";
import { Ellipsis, Plus } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";

import { Sheet } from "@/components/ui/sheet.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import { UnreadBadge } from "../notifications/unread-badge.tsx";
import { useFrame } from "./frame-context.tsx";
import { ALL_NAV, BAR_NAV, isCurrent, type NavItem } from "./nav.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** The phone's navigation, in reach of a thumb; the middle is for recording. */
export function BottomBar() {
  const { openLine } = useFrame();
  const pathname = usePathname();
  const [more, setMore] = useState(false);
  const [before, after] = [BAR_NAV.slice(0, 2), BAR_NAV.slice(2)];
  const rest = ALL_NAV.filter((item) => !BAR_NAV.includes(item));
  return (
    <>
      <nav
        aria-label={t("frame.navigation")}
        className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper/95 pb-[env(safe-area-inset-bottom)] backdrop-blur md:hidden"
      >
        <ul className="mx-auto grid h-18 max-w-md grid-cols-5 items-center">
          {before.map((item) => (
            <BarLink key={item.href} item={item} pathname={pathname} />
          ))}
          <li className="grid place-items-center">
            <button
              type="button"
              onClick={() => openLine()}
              aria-label={t("frame.record")}
              className="grid size-13 place-items-center rounded-full bg-accent text-on-accent active:bg-accent-hover"
            >
              <Plus aria-hidden="true" className="size-6" />
            </button>
          </li>
          {after.map((item) => (
            <BarLink key={item.href} item={item} pathname={pathname} />
          ))}
          <li>
            <button
              type="button"
              onClick={() => setMore(true)}
              className={barItem(rest.some((item) => isCurrent(item.href, pathname)))}
            >
              <span className="relative">
                <Ellipsis aria-hidden="true" className="size-5" />
                <UnreadBadge className="absolute -top-2 -right-5" />
              </span>
              {t("nav.more")}
            </button>
          </li>
        </ul>
      </nav>
      <Sheet open={more} onOpenChange={setMore} title={t("nav.more")}>
        <ul className="grid gap-1">
          {rest.map((item) => (
            <li key={item.href}>
              <Link
                href={item.href}
                onClick={() => setMore(false)}
                className="flex min-h-13 items-center gap-4 rounded-control px-2 text-lg active:bg-ink/6"
              >
                <item.icon aria-hidden="true" className="size-5 text-soft" />
                {t(item.label)}
                {item.href === "/notifications" ? <UnreadBadge className="ml-auto" /> : null}
              </Link>
            </li>
          ))}
        </ul>
        <div className="mt-3 flex items-center justify-between border-t border-line pt-3">
          <span className="text-soft">{t("theme.name")}</span>
          <ThemeSwitch />
        </div>
      </Sheet>
    </>
  );
}

function barItem(current: boolean): string {
  return cn(
    "grid w-full justify-items-center gap-0.5 py-2 text-xs",
    current ? "font-semibold text-accent" : "text-soft",
  );
}

function BarLink({ item, pathname }: { item: NavItem; pathname: string }) {
  const current = isCurrent(item.href, pathname);
  return (
    <li>
      <Link
        href={item.href}
        aria-current={current ? "page" : undefined}
        className={barItem(current)}
      >
        <item.icon aria-hidden="true" className="size-5" />
        {t(item.label)}
      </Link>
    </li>
  );
}
