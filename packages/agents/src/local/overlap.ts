import { fold } from "@vida/core/ptbr/normalize";

import type { Told } from "./compose.ts";
import { asksList } from "./replies/shared.ts";

type Rule = {
  /** Left out when all of these were asked too. */
  drop: string;
  when: readonly string[];
  unless?: (text: string) => boolean;
};

/** Questions read more than their answer needs; what another result already says is left out. */
const RULES: readonly Rule[] = [
  { drop: "get_history", when: ["get_stats"], unless: asksList },
  { drop: "get_pending_bills", when: ["get_payables"] },
  { drop: "get_bills", when: ["get_payables"] },
  { drop: "get_pending_bills", when: ["get_bills"], unless: asksOpen },
  { drop: "get_bills", when: ["get_pending_bills"] },
  { drop: "get_finance_summary", when: ["get_forecast"] },
  { drop: "get_balance", when: ["get_forecast"] },
  { drop: "get_finance_summary", when: ["get_expenses"] },
  { drop: "get_finance_summary", when: ["get_incomes"], unless: asksResult },
  { drop: "get_finance_summary", when: ["get_balance"], unless: asksResult },
  { drop: "get_debt_progress", when: ["get_debt_payment_history"] },
  { drop: "get_debt_progress", when: ["get_upcoming_installments"], unless: asksLeftOfDebt },
];

function asksOpen(text: string): boolean {
  return /\b(contas|boletos|pendentes?|abert[ao]s?|vencid[ao]s?|atrasad[ao]s?|pagar|vencem?)\b/.test(
    fold(text),
  );
}

function asksResult(text: string): boolean {
  return /\b(resultado|balanco|gast\w*|sobrou)\b/.test(fold(text));
}

function asksLeftOfDebt(text: string): boolean {
  return /\b(falta|faltam|quitar|terminar|acaba)\b/.test(fold(text));
}

/** Leaves out what another result of the turn says better, so that a question has one answer. */
export function withoutOverlap(told: readonly Told[], text: string): Told[] {
  let kept = [...told];
  for (const { drop, when, unless } of RULES) {
    if (unless?.(text) === true) continue;
    const others = new Set(kept.flatMap(({ tool, content }) => (content.success ? [tool] : [])));
    if (when.every((tool) => others.has(tool)))
      kept = kept.filter(({ tool, content }) => tool !== drop || !content.success);
  }
  return withoutStale(withoutDouble(kept, text));
}

/** "Quanto gastei?" reads a list and a month: the list answers when it was narrowed, the month otherwise. */
function withoutDouble(told: readonly Told[], text: string): Told[] {
  const list = told.find(({ tool }) => tool === "get_transactions");
  const month = told.find(({ tool }) => tool === "get_finance_summary");
  if (!list?.content.success || !month?.content.success) return [...told];
  const { args } = list.content;
  const narrowed = ["query", "categoryKey", "from", "accountId"].some(
    (key) => args[key] !== undefined,
  );
  const dropped = narrowed || asksList(text) ? month : list;
  return told.filter((one) => one !== dropped);
}

/** What was read before a write of the same turn is no longer true; the write says how it stands. */
function withoutStale(told: readonly Told[]): Told[] {
  const wrote = new Set(
    told.flatMap(({ tool, content }) =>
      content.success && (tool === "record_metric" || tool === "update_metric")
        ? [content.args["type"]]
        : [],
    ),
  );
  if (wrote.size === 0) return [...told];
  return told.filter(
    ({ tool, content }) =>
      !content.success ||
      !(tool === "get_history" || tool === "get_stats") ||
      !wrote.has(content.args["type"]),
  );
}
