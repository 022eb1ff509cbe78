import {
  AlarmClock,
  CreditCard,
  HelpCircle,
  History,
  Lightbulb,
  Receipt,
  Sunrise,
  Target,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";

import { tMaybe } from "../../lib/t.ts";
import type { Outputs } from "../../trpc/context.ts";

export type Notice = Outputs["notifications"]["list"]["items"][number];

export const NOTICE_ICONS: Readonly<Record<string, LucideIcon>> = {
  reminder: AlarmClock,
  bill: Receipt,
  installment: Receipt,
  statement: CreditCard,
  goal: Target,
  question: HelpCircle,
  stale: History,
  insight: Lightbulb,
  morning: Sunrise,
  weekly: Sunrise,
};

export function kindName(kind: string): string {
  return tMaybe(`notices.kind.${kind}`, kind);
}

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  reminders: () => "/reminders",
  bills: () => "/finance/payables",
  debts: () => "/finance/debts",
  accounts: () => "/finance/cards",
  goals: (id) => `/goals?g=${id}`,
  insights: () => "/dashboard",
  knowledge_items: (id) => `/memory?item=${id}`,
  habits: (id) => `/tracking/habits?h=${id}`,
};

/** The page of what a notice is about; the home page when it is about the day. */
export function pageOf({ records, kind }: Notice): string {
  if (kind === "question") return "/notifications";
  const [first] = records;
  const page = first === undefined ? undefined : PAGES[first.table];
  if (first !== undefined && page !== undefined) return page(first.id);
  return "/dashboard";
}
