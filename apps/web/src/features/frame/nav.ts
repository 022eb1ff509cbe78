import {
  AlarmClock,
  Bell,
  BookHeart,
  BookOpenText,
  History,
  House,
  MessageCircle,
  Settings,
  Target,
  WalletMinimal,
  type LucideIcon,
} from "lucide-react";

import type { MessageKey } from "@/lib/t.ts";

export type NavItem = { href: string; label: MessageKey; icon: LucideIcon; shortcut: string };

/** The rail's pages, in order. A page that is built later takes its line here and shows everywhere. */
export const MAIN_NAV: readonly NavItem[] = [
  { href: "/dashboard", label: "nav.today", icon: House, shortcut: "h" },
  { href: "/chat", label: "nav.chat", icon: MessageCircle, shortcut: "c" },
  { href: "/tracking", label: "nav.tracking", icon: BookOpenText, shortcut: "d" },
  { href: "/finance", label: "nav.finance", icon: WalletMinimal, shortcut: "f" },
  { href: "/goals", label: "nav.goals", icon: Target, shortcut: "m" },
  { href: "/memory", label: "nav.memory", icon: BookHeart, shortcut: "e" },
];

export const LOWER_NAV: readonly NavItem[] = [
  { href: "/notifications", label: "nav.notifications", icon: Bell, shortcut: "v" },
  { href: "/reminders", label: "nav.reminders", icon: AlarmClock, shortcut: "l" },
  { href: "/activity", label: "nav.activity", icon: History, shortcut: "i" },
  { href: "/settings", label: "nav.settings", icon: Settings, shortcut: "a" },
];

export const ALL_NAV: readonly NavItem[] = [...MAIN_NAV, ...LOWER_NAV];

const IN_BAR = ["/dashboard", "/chat", "/finance"];

/** The places of the phone's bottom bar; everything else stands under "Mais". */
export const BAR_NAV: readonly NavItem[] = MAIN_NAV.filter((item) => IN_BAR.includes(item.href));

export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
