"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

import { cn } from "@/lib/cn.ts";
import { t, type MessageKey } from "@/lib/t.ts";

import { useMonth, withMonth } from "./kit/use-month.ts";

/** The parts of Finanças; those about a month keep the month that is being looked at. */
const TABS: readonly { href: string; label: MessageKey; ofMonth: boolean }[] = [
  { href: "/finance", label: "finance.part.month", ofMonth: true },
  { href: "/finance/payables", label: "finance.part.payables", ofMonth: true },
  { href: "/finance/receivables", label: "finance.part.receivables", ofMonth: true },
  { href: "/finance/transactions", label: "finance.part.transactions", ofMonth: true },
  { href: "/finance/budget", label: "finance.part.budget", ofMonth: true },
  { href: "/finance/accounts", label: "finance.part.accounts", ofMonth: false },
  { href: "/finance/cards", label: "finance.part.cards", ofMonth: false },
  { href: "/finance/debts", label: "finance.part.debts", ofMonth: false },
  { href: "/finance/investments", label: "finance.part.investments", ofMonth: false },
];

export function FinanceTabs() {
  const pathname = usePathname();
  const { month, current } = useMonth();
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <nav
      aria-label={t("finance.parts")}
      className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur"
    >
      <ul
        data-scrolls
        className="mx-auto flex w-full max-w-[1120px] overflow-x-auto px-2 no-scrollbar sm:px-4 lg:px-8"
      >
        {TABS.map((tab) => {
          const active = pathname === tab.href;
          return (
            <li key={tab.href}>
              <Link
                ref={active ? here : null}
                href={tab.ofMonth ? withMonth(tab.href, month, current) : tab.href}
                aria-current={active ? "page" : undefined}
                className={cn(
                  "-mb-px grid min-h-12 place-items-center border-b-2 px-2.5 whitespace-nowrap -outline-offset-2",
                  active
                    ? "border-ipe font-semibold text-ink"
                    : "border-transparent text-soft hover:text-ink",
                )}
              >
                {t(tab.label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
