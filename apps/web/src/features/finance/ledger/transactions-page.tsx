"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { RecordButton } from "../finance-frame.tsx";
import { MonthPage } from "../kit/month-page.tsx";
import { DayGroup } from "./day-group.tsx";
import { Filters } from "./filters.tsx";
import { byDay, inPurchases } from "./group-rows.ts";
import { useRecordSheet } from "./record-context.tsx";
import { useFilter } from "./use-filter.ts";

/** The ledger: every sum that moved, by day, found by words, account or category, set right in place. */
export function TransactionsPage() {
  const filter = useFilter();
  const record = useRecordSheet();
  const trpc = useTRPC();
  const [editing, setEditing] = useState<string | null>(null);
  const list = useInfiniteQuery(
    trpc.transactions.list.infiniteQueryOptions(
      { ...filter.input, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <MonthPage
      actions={<RecordButton />}
      about={filter.everywhere ? t("finance.ledger.everywhere") : undefined}
    >
      <Filters filter={filter} />
      {list.isPending ? <ListSkeleton rows={8} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <Empty
          title={t(filter.active ? "finance.ledger.noneFound" : "finance.ledger.emptyTitle")}
          action={
            filter.active ? (
              <Button onClick={filter.clear}>{t("finance.ledger.clear")}</Button>
            ) : (
              <Button look="primary" onClick={() => record()}>
                {t("finance.record.title")}
              </Button>
            )
          }
        >
          {t(filter.active ? "finance.ledger.noneFoundText" : "finance.ledger.emptyText")}
        </Empty>
      ) : null}
      {byDay(inPurchases(rows)).map((group) => (
        <DayGroup key={group.day} group={group} editing={editing} onEdit={setEditing} />
      ))}
      {list.hasNextPage ? (
        <Button
          look="soft"
          className="mt-4"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("common.more")}
        </Button>
      ) : null}
    </MonthPage>
  );
}
