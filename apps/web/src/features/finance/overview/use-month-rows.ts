"use client";
import { useQuery } from "@tanstack/react-query";
import type { TransactionView } from "@vida/core/transactions/schemas";

import { useTRPCClient } from "@/trpc/context.ts";

const PAGES = 20;

/** Every transaction of a month, however many pages that takes. */
export function useMonthRows(month: string) {
  const client = useTRPCClient();
  return useQuery({
    queryKey: [["transactions", "ofMonth"], { month }],
    queryFn: async ({ signal }) => {
      const rows: TransactionView[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const answer: { items: TransactionView[]; nextCursor: string | null } =
          await client.transactions.list.query(
            { month, limit: 100, ...(cursor === null ? {} : { cursor }) },
            { signal },
          );
        rows.push(...answer.items);
        cursor = answer.nextCursor;
        if (cursor === null) break;
      }
      return rows;
    },
  });
}
