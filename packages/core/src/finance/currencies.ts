/** Rows by currency, the person's own first, the others by code: sums never mix currencies. Browser-safe. */
export function inOrder<T extends { readonly currency: string }>(
  rows: readonly T[],
  own: string,
): { currency: string; rows: T[] }[] {
  const groups = Map.groupBy(rows, (row) => row.currency);
  return currenciesOf([...groups.keys()], own).flatMap((currency) => {
    const group = groups.get(currency);
    return group === undefined ? [] : [{ currency, rows: group }];
  });
}

/** Currencies once each, the person's own first, the others by code. */
export function currenciesOf(currencies: readonly string[], own: string): string[] {
  const others = [...new Set(currencies)].filter((currency) => currency !== own).toSorted();
  return [own, ...others];
}
