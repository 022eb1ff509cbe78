import type { Scope } from "./fields.ts";

/** A row of a series, as far as scopes need to know it. Browser-safe. */
export type ScopedRow = {
  readonly id: string;
  readonly month: string;
  /** Paid, received or spent: money has moved for it. */
  readonly settled: boolean;
};

/**
 * Which rows a change of planned fields covers.
 *
 * `this` is the row alone. `future` and `all` leave out what is settled, the named row included; those settled
 * rows (`kept`) then no longer speak for the months to come.
 */
export function changeCovers(
  rows: readonly ScopedRow[],
  target: ScopedRow,
  scope: Scope,
): { changed: string[]; kept: string[] } {
  if (scope === "this") return { changed: [target.id], kept: [] };
  const range = rows.filter((row) => scope === "all" || row.month >= target.month);
  return {
    changed: idsOf(range.filter((row) => !row.settled)),
    kept: idsOf(range.filter((row) => row.settled)),
  };
}

/**
 * What a removal does: the named row is always put aside, so that it can come back; `future` and `all` end the
 * series and drop the other rows they cover, except settled ones.
 */
export function removalCovers(
  rows: readonly ScopedRow[],
  target: ScopedRow,
  scope: Scope,
): { ends: boolean; dropped: string[] } {
  if (scope === "this") return { ends: false, dropped: [] };
  const others = rows.filter(
    (row) => row.id !== target.id && (scope === "all" || row.month > target.month),
  );
  return { ends: true, dropped: idsOf(others.filter((row) => !row.settled)) };
}

function idsOf(rows: readonly ScopedRow[]): string[] {
  return rows.map((row) => row.id);
}
