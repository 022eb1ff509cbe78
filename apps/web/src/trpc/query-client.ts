import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { errorCode, isSignedOut } from "./errors.ts";

/** Makes the page's query cache; an ended session is told once, to whoever listens. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
