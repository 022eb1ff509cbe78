import type { TransactionView } from "@vida/core/transactions/schemas";

import { fromCents, toCents } from "../kit/amounts.ts";

/** One line of the ledger: a transaction, or a purchase whose other parts stand under it. */
export type Line = { row: TransactionView; parts: TransactionView[] };
export type Day = { day: string; lines: Line[]; results: { currency: string; amount: string }[] };

/**
 * Gathers the installments of one purchase under the part that comes first in the list.
 *
 * Within a month each purchase has one part, so lists of a month keep their rows; a search that finds
 * twelve parts shows one purchase.
 */
export function inPurchases(rows: readonly TransactionView[]): Line[] {
  const lines: Line[] = [];
  const byGroup = new Map<string, Line>();
  for (const row of rows) {
    const known = row.groupId === null ? undefined : byGroup.get(row.groupId);
    if (known !== undefined) {
      known.parts.push(row);
      continue;
    }
    const line = { row, parts: row.groupId === null ? [] : [row] };
    if (row.groupId !== null) byGroup.set(row.groupId, line);
    lines.push(line);
  }
  return lines;
}

/** Lines under their day, newest first, with what the day left in each currency. */
export function byDay(lines: readonly Line[]): Day[] {
  const days = new Map<string, Line[]>();
  for (const line of lines) days.set(line.row.day, [...(days.get(line.row.day) ?? []), line]);
  return [...days].map(([day, own]) => ({ day, lines: own, results: resultsOf(own) }));
}

function resultsOf(lines: readonly Line[]): Day["results"] {
  const sums = new Map<string, bigint>();
  for (const { row } of lines) {
    if (row.kind === "transfer") continue;
    const cents = toCents(row.amount);
    sums.set(
      row.currency,
      (sums.get(row.currency) ?? 0n) + (row.kind === "income" ? cents : -cents),
    );
  }
  return [...sums].map(([currency, cents]) => ({ currency, amount: fromCents(cents) }));
}
