"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { dayIn } from "@/lib/clock.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday, useZone } from "../account/use-me.ts";
import { NoticeRow } from "./notice-row.tsx";
import { kindName } from "./notice-words.ts";
import { QuestionsSection } from "./questions-section.tsx";
import { LIST, useMarkRead, useMuted } from "./use-notices.ts";

/** Avisos: what was told, newest first, and what the person does not want to hear about. */
export function NotificationsPage() {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const read = useMarkRead();
  const list = useInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(LIST, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const days = Map.groupBy(items, (item) => dayIn(zone, new Date(item.createdAt)));
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t("nav.notifications")}
      note={unread > 0 ? t("notices.unread", { count: unread }) : t("notices.note")}
      narrow
      actions={
        unread === 0 ? undefined : (
          <Button busy={read.isPending} onClick={() => read.mutate(null)}>
            <CheckCheck aria-hidden="true" />
            {t("notices.readAll")}
          </Button>
        )
      }
    >
      <QuestionsSection />
      {list.isPending ? <ListSkeleton rows={4} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <Empty title={t("notices.emptyTitle")}>{t("notices.emptyText")}</Empty>
      ) : null}
      {[...days].map(([day, group]) => (
        <Section
          key={day}
          title={
            <span className="inline-block first-letter:uppercase">{relativeDay(day, today)}</span>
          }
        >
          <ul className="divide-y divide-line lg:-mt-3">
            {group.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} zone={zone} />
            ))}
          </ul>
        </Section>
      ))}
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("common.more")}
        </Button>
      ) : null}
      <MutedKinds />
    </Page>
  );
}

function MutedKinds() {
  const { muted, set } = useMuted();
  if (muted.length === 0) return null;
  return (
    <Section title={t("notices.mutedTitle")} className="mt-6">
      <ul className="divide-y divide-line lg:-mt-2">
        {muted.map((kind) => (
          <li key={kind} className="flex min-h-12 items-center justify-between gap-3">
            <span className="first-letter:uppercase">{kindName(kind)}</span>
            <Button
              look="soft"
              size="small"
              busy={set.isPending}
              onClick={() => set.mutate({ kind, on: false })}
            >
              {t("notices.unmute")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
