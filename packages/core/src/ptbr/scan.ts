import { readClock, readDelay, type Clock } from "./clock.ts";
import { type DayRef } from "./day-names.ts";
import { readDay } from "./days.ts";
import { type Installments, readCount, readInstallments } from "./installments.ts";
import { type Money, readBareMoney, readMoney } from "./money.ts";
import type { Token } from "./normalize.ts";
import { readNumber, type NumberSpan } from "./numbers.ts";
import { readPeriod, type Period } from "./periods.ts";
import { readQuantity } from "./quantities.ts";
import { readRecurrence } from "./recurrence.ts";
import type { Day } from "./types.ts";
import { type Measures, type Quantity } from "./units.ts";
import { type Recurrence } from "./weekly.ts";

/** A value found in the text, over tokens `[from, to)`. */
export type Item = { readonly from: number; readonly to: number } & (
  | { readonly type: "money"; readonly value: Money }
  | { readonly type: "installments"; readonly value: Installments }
  | { readonly type: "count"; readonly value: { count: number } }
  | { readonly type: "quantity"; readonly value: Quantity }
  | { readonly type: "number"; readonly value: NumberSpan }
  | { readonly type: "day"; readonly value: DayRef }
  | { readonly type: "clock"; readonly value: Clock }
  | { readonly type: "delay"; readonly value: { minutes: number } }
  | { readonly type: "range"; readonly value: { start: Clock; end: Clock; minutes: number } }
  | { readonly type: "period"; readonly value: Period }
  | { readonly type: "recurrence"; readonly value: Recurrence }
);
export type ItemType = Item["type"];
export type ItemOf<T extends ItemType> = Extract<Item, { type: T }>;

export type ScanOptions = { readonly today: Day; readonly measures?: Measures };

/** "das 23h às 7h", "de 22:30 às 6": two clock times and the minutes between. */
function readRange(
  tokens: readonly Token[],
  i: number,
): { start: Clock; end: Clock; minutes: number; to: number } | null {
  const w = tokens[i]?.norm;
  if (w !== "das" && w !== "de" && w !== "da" && w !== "desde") return null;
  let from = i + 1;
  if (tokens[from]?.norm === "as") from += 1;
  const start = readClock(tokens, from, true) ?? bareHour(tokens, from);
  if (start === null) return null;
  const join = tokens[start.to]?.norm;
  if (join !== "as" && join !== "a" && join !== "ate" && join !== "ao") return null;
  let at = start.to + 1;
  if (tokens[at]?.norm === "as" || tokens[at]?.norm === "a" || tokens[at]?.norm === "o") at += 1;
  const end = readClock(tokens, at, true) ?? bareHour(tokens, at);
  if (end === null) return null;
  const minutes = (end.hour * 60 + end.minute - start.hour * 60 - start.minute + 1440) % 1440;
  return { start, end, minutes, to: end.to };
}

function bareHour(tokens: readonly Token[], i: number): Clock | null {
  const n = readNumber(tokens, i);
  return n !== null && n.value % 0.5 === 0 && n.value <= 24 && !n.article
    ? { hour: Math.floor(n.value) % 24, minute: (n.value % 1) * 60, to: n.to, vague: n.value <= 12 }
    : null;
}

function itemAt(tokens: readonly Token[], i: number, o: ScanOptions): Item | null {
  const first = tokens[i];
  if (first === undefined || (first.kind === "punct" && first.norm !== "$")) return null;
  const range = readRange(tokens, i);
  if (range !== null) return { type: "range", value: range, from: i, to: range.to };
  const recurrence = readRecurrence(tokens, i);
  if (recurrence !== null)
    return { type: "recurrence", value: recurrence, from: i, to: recurrence.to };
  const delay = readDelay(tokens, i);
  if (delay !== null) return { type: "delay", value: delay, from: i, to: delay.to };
  const installments = readInstallments(tokens, i);
  if (installments !== null)
    return { type: "installments", value: installments, from: i, to: installments.to };
  const count = readCount(tokens, i);
  if (count !== null)
    return first.norm === "em" && readInstallments(tokens, i + 1) !== null
      ? null
      : { type: "count", value: count, from: i, to: count.to };
  const money = readMoney(tokens, i);
  if (money !== null) return { type: "money", value: money, from: i, to: money.to };
  const quantity = readQuantity(tokens, i, o.measures);
  const day = readDay(tokens, i, o.today);
  // "8/10" is a score and a date: the reader of the clause decides, the score carries both.
  if (quantity !== null && quantity.kind === "score" && day !== null)
    return { type: "day", value: day, from: i, to: day.to };
  const clock = readClock(tokens, i);
  if (clock !== null && (quantity === null || (clock.to >= quantity.to && first.norm !== "umas")))
    return { type: "clock", value: clock, from: i, to: clock.to };
  if (quantity !== null) return { type: "quantity", value: quantity, from: i, to: quantity.to };
  if (day !== null) return { type: "day", value: day, from: i, to: day.to };
  const period = readPeriod(tokens, i, o.today);
  if (period !== null) return { type: "period", value: period, from: i, to: period.to };
  const n = readNumber(tokens, i);
  return n === null ? null : { type: "number", value: n, from: i, to: n.to };
}

/** Finds every value in the tokens, leftmost and longest first. */
export function scan(tokens: readonly Token[], o: ScanOptions): Item[] {
  const items: Item[] = [];
  let i = 0;
  while (i < tokens.length) {
    const item = itemAt(tokens, i, o);
    if (item === null) i += 1;
    else {
      items.push(item);
      i = Math.max(item.to, i + 1);
    }
  }
  return items;
}

/** A bare number read again as money ("30 e 50" → 30.50). */
export function moneyAt(tokens: readonly Token[], i: number): Money | null {
  return readMoney(tokens, i) ?? readBareMoney(tokens, i);
}
