import type { QueryClient } from "@tanstack/react-query";

/** Marks every query of the named routers as out of date; the home page and the trail follow any change. */
export function invalidateRouters(cache: QueryClient, touches: readonly string[]): void {
  const names = new Set([...touches, "dashboard"]);
  void cache.invalidateQueries({
    predicate: (query) => {
      const path: unknown = query.queryKey[0];
      return Array.isArray(path) && names.has(String(path[0]));
    },
  });
}
