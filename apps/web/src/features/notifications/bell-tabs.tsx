"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

const TABS = [
  { href: "/notifications", label: "nav.notifications" },
  { href: "/reminders", label: "nav.reminders" },
] as const;

/** What the bell leads to: what was told, and what is to be told. */
export function BellTabs() {
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("reminders.parts")}
      className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur"
    >
      <ul className="mx-auto flex w-full max-w-3xl gap-1 overflow-x-auto px-2 no-scrollbar sm:px-4 lg:px-8">
        {TABS.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={pathname === tab.href ? "page" : undefined}
              className={cn(
                "-mb-px grid min-h-12 place-items-center border-b-2 px-3 whitespace-nowrap",
                pathname === tab.href
                  ? "border-ipe font-semibold text-ink"
                  : "border-transparent text-soft hover:text-ink",
              )}
            >
              {t(tab.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
