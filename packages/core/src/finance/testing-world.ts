/**
 * An independent model of the plan and its formulas (`domain.md` §12.1), for property tests alone.
 *
 * It counts in whole centavos, knows its own calendar and recomputes everything from a naive list of rows, so
 * that it shares neither arithmetic nor dates nor SQL with what it judges.
 */

export const TODAY = "2026-11-22";
export const CURRENT = 2026 * 12 + 10;
export const CURRENCIES = ["BRL", "USD"] as const;
export type Cur = (typeof CURRENCIES)[number];
export const CATEGORIES = ["food", "groceries", "utilities", "transport"] as const;
/** The category that stands above another. */
export const ABOVE: Readonly<Record<string, string>> = { groceries: "food" };
export type Scope = "this" | "future" | "all";

export type Row = {
  kind: "bill" | "expense" | "income";
  series: number | null;
  month: number;
  currency: Cur;
  category: string;
  cents: bigint;
  dueDay: number;
  ends: boolean;
  own: boolean;
  away: boolean;
  gone: boolean;
  settled: { cents: bigint; day: string } | null;
};
export type Debt = {
  currency: Cur;
  count: number;
  cents: bigint;
  start: number;
  dueDay: number;
  paid: { cents: bigint; day: string }[];
  settled: boolean;
};
export type Move = {
  kind: "expense" | "income";
  currency: Cur;
  category: string;
  cents: bigint;
  day: string;
  plan: number | null;
};
export type World = {
  rows: Row[];
  debts: Debt[];
  moves: Move[];
  invested: { currency: Cur; cents: bigint }[];
  put: { currency: Cur; cents: bigint }[];
  series: number;
};

export type Op =
  | {
      op: "plan";
      kind: Row["kind"];
      ahead: number;
      cents: number;
      dueDay: number;
      recurring: boolean;
      category: string;
      currency: Cur;
    }
  | { op: "change"; pick: number; cents: number; scope: Scope }
  | { op: "remove"; pick: number; scope: Scope }
  | { op: "restore"; pick: number }
  | { op: "settle"; pick: number; cents: number | null; back: number }
  | { op: "unsettle"; pick: number }
  | { op: "look"; ahead: number }
  | { op: "debt"; count: number; cents: number; start: number; dueDay: number; currency: Cur }
  | { op: "pay"; pick: number; quantity: number; cents: number | null; back: number }
  | { op: "unpay"; pick: number }
  | { op: "close"; pick: number }
  | { op: "move"; kind: Move["kind"]; cents: number; category: string; currency: Cur; back: number }
  | { op: "invest"; cents: number; currency: Cur }
  | { op: "contribute"; pick: number; cents: number };

export function emptyWorld(): World {
  return { rows: [], debts: [], moves: [], invested: [], put: [], series: 0 };
}

export function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

export function monthIndex(ahead: number): number {
  return CURRENT + ahead;
}

/** A day of November 2026 or late October: days back from today. */
export function dayBack(back: number): string {
  return back < 22
    ? `2026-11-${String(22 - back).padStart(2, "0")}`
    : `2026-10-${String(53 - back).padStart(2, "0")}`;
}

export function text(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
