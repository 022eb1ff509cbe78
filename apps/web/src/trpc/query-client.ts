import { QueryClient } from "@tanstack/react-query";

import { errorCode } from "./errors.ts";

/** Makes the page's query cache. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        // The link already repeats what got no answer; here only what the server could not explain.
        retry: (failures, error) => failures < 1 && errorCode(error) === "INTERNAL_SERVER_ERROR",
      },
      mutations: { retry: false },
    },
  });
}
