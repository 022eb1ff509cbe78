"use client";
import { useQuery } from "@tanstack/react-query";
import type { TransactionView } from "@vida/core/transactions/schemas";

import type { Client } from "@/trpc/client.ts";
import { useTRPCClient } from "@/trpc/context.ts";

import { byDueDay } from "./month-flow.ts";

const PAGES = 20;

/** Every transaction of a month, however many pages that takes; by statement, cards count on their due day. */
export function useMonthRows(month: string, byStatement: boolean) {
  const client = useTRPCClient();
  return useQuery({
    queryKey: [["transactions", "ofMonth"], { month, byStatement }],
    queryFn: async ({ signal }) => {
      const rows = await rowsOf(client, month, signal);
      return byStatement ? byDueDay(rows, await statementsOf(client, month, signal)) : rows;
    },
  });
}

async function rowsOf(
  client: Client,
  month: string,
  signal: AbortSignal,
): Promise<TransactionView[]> {
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
}

async function statementsOf(client: Client, month: string, signal: AbortSignal) {
  const { items } = await client.accounts.list.query({ archived: true }, { signal });
  return Promise.all(
    items
      .filter(({ kind }) => kind === "card")
      .map(({ id }) => client.accounts.statement.query({ accountId: id, month }, { signal })),
  );
}
