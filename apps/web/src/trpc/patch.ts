import type { QueryClient, QueryFilters } from "@tanstack/react-query";

/** Changes every cached answer that a filter finds; what it returns puts the old ones back. */
export function patch<Data>(
  cache: QueryClient,
  filter: QueryFilters,
  change: (data: Data) => Data,
): () => void {
  void cache.cancelQueries(filter);
  const before = cache.getQueriesData<Data>(filter);
  for (const [key, data] of before) {
    if (data !== undefined) cache.setQueryData<Data>(key, change(data));
  }
  return () => {
    for (const [key, data] of before) cache.setQueryData(key, data);
  };
}

type List = { readonly items: readonly { readonly id: string }[] };

/** Leaves one out of every cached list that a filter finds. */
export function patchWithout(cache: QueryClient, filter: QueryFilters, id: string): () => void {
  return patch<List>(cache, filter, (list) => ({
    ...list,
    items: list.items.filter((one) => one.id !== id),
  }));
}
