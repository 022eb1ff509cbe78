import { dehydrate, HydrationBoundary, type FetchQueryOptions } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@vida/api/root";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { apiUrl } from "@/env.ts";

import { makeQueryClient } from "./query-client.ts";

type Trpc = TRPCOptionsProxy<AppRouter>;
/** What tRPC's own options look like once nobody cares which procedure they are of. */
type Query = Pick<FetchQueryOptions, "queryKey"> & object;

type Props = {
  /** The queries of the page's first view, given the person's day. */
  of: (trpc: Trpc, today: string) => readonly Query[];
  children: ReactNode;
};

/** How long a page waits for its data before it goes out without. */
const PATIENCE_MS = 1500;

/**
 * Sends a page with the answers of its first view inside, so that it is read before its script runs.
 *
 * What cannot be had in time is left to the page, which then asks and shows its own states.
 */
export async function Prefetched({ of, children }: Props) {
  const cache = makeQueryClient();
  const trpc = createTRPCOptionsProxy<AppRouter>({ client: await callerOf(), queryClient: cache });
  try {
    const me = await cache.fetchQuery({ ...trpc.account.me.queryOptions({}), retry: false });
    await Promise.all(
      of(trpc, me.today).map((query) => cache.prefetchQuery({ ...query, retry: false })),
    );
  } catch {
    return children;
  }
  return <HydrationBoundary state={dehydrate(cache)}>{children}</HydrationBoundary>;
}

/** A client that asks the API as the person whose page this is. */
async function callerOf() {
  const given = await headers();
  const passed = ["cookie", "x-forwarded-for", "user-agent"].flatMap((name) => {
    const value = given.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${apiUrl()}/trpc`,
        headers: Object.fromEntries(passed),
        fetch: (url, options) =>
          fetch(url, { ...options, cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }),
      }),
    ],
  });
}
