import { dehydrate, HydrationBoundary, type FetchQueryOptions } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@vida/api/root";
import { headers } from "next/headers";
import { cache as perRequest, type ReactNode } from "react";

import { apiUrl } from "@/env.ts";
import { monthOf } from "@/lib/days.ts";

import { makeQueryClient } from "./query-client.ts";

type Trpc = TRPCOptionsProxy<AppRouter>;
/** What tRPC's own options look like once nobody cares which procedure they are of. */
type Query = Pick<FetchQueryOptions, "queryKey"> & object;

/** What a page is given of its address. */
export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

type Props = {
  /** The queries of the page's first view, given the person's day and, of a page of months, its month. */
  of?: (trpc: Trpc, today: string, month: string) => readonly Query[];
  search?: Search;
  children: ReactNode;
};

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** How long a page waits for its data before it goes out without. */
const PATIENCE_MS = 1500;

/**
 * Sends a page with the answers of its first view inside, so that it is read before its script runs.
 *
 * What cannot be had in time is left to the page, which then asks and shows its own states. So is everything
 * when a link within Vida leads here: that page is already up, and nothing should hold its change back.
 */
export async function Prefetched({ of = () => [], search, children }: Props) {
  if ((await headers()).get("sec-fetch-dest") === "empty") return children;
  const cache = makeQueryClient();
  const trpc = createTRPCOptionsProxy<AppRouter>({ client: await callerOf(), queryClient: cache });
  try {
    const me = await readMe();
    cache.setQueryData(trpc.account.me.queryKey({}), me);
    const { month } = (await search) ?? {};
    const wanted = typeof month === "string" && MONTH.test(month) ? month : monthOf(me.today);
    await Promise.all(
      of(trpc, me.today, wanted).map((query) => cache.prefetchQuery({ ...query, retry: false })),
    );
  } catch {
    return children;
  }
  return <HydrationBoundary state={dehydrate(cache)}>{children}</HydrationBoundary>;
}

/** Who the page is for; asked once for the frame and the page within. */
const readMe = perRequest(async () => (await callerOf()).account.me.query({}));

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
