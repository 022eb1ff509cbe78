"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Bot, ChevronDown, Clock, UserRound } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { dayIn } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { clockTime, longDay, relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";
import { useUndo } from "@/trpc/use-action.ts";

import { useToday, useZone } from "../account/use-me.ts";

type Item = Outputs["dashboard"]["activity"]["items"][number];

const ACTORS = { user: UserRound, assistant: Bot, job: Clock };

/** Histórico: everything that changed, by whom, and the way back. */
export function ActivityPage() {
  const trpc = useTRPC();
  const zone = useZone();
  const today = useToday();
  const list = useInfiniteQuery(
    trpc.dashboard.activity.infiniteQueryOptions(
      { limit: 40 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const days = Map.groupBy(folded(items), ([newest]) => dayIn(zone, new Date(newest.at)));
  return (
    <Page title={t("nav.activity")} note={t("activity.note")} narrow>
      {list.isPending ? <ListSkeleton rows={7} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <Empty title={t("activity.emptyTitle")}>{t("activity.emptyText")}</Empty>
      ) : null}
      {[...days].map(([day, group]) => (
        <Section
          key={day}
          title={
            <span className="inline-block first-letter:uppercase">{relativeDay(day, today)}</span>
          }
          aside={longDay(day)}
        >
          <ul className="divide-y divide-line lg:-mt-2">
            {group.map(([first, ...rest]) =>
              rest.length === 0 ? (
                <Row key={first.actionId} item={first} zone={zone} />
              ) : (
                <Fold key={first.actionId} items={[first, ...rest]} zone={zone} today={today} />
              ),
            )}
          </ul>
        </Section>
      ))}
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("common.more")}
        </Button>
      ) : null}
    </Page>
  );
}

/** From this many in a row on, what was done without the person stands in one line. */
const MANY = 3;

/** The lines in order, with long stretches of what was done by itself put together, over days too. */
function folded(items: readonly Item[]): [Item, ...Item[]][] {
  const stretches: [Item, ...Item[]][] = [];
  for (const item of items) {
    const last = stretches.at(-1);
    if (item.actor === "job" && last?.[0].actor === "job") last.push(item);
    else stretches.push([item]);
  }
  return stretches.flatMap((stretch): [Item, ...Item[]][] =>
    stretch.length < MANY ? stretch.map((item): [Item] => [item]) : [stretch],
  );
}

function Fold({ items, zone, today }: { items: [Item, ...Item[]]; zone: string; today: string }) {
  const byDay = Map.groupBy(items, (item) => dayIn(zone, new Date(item.at)));
  return (
    <li>
      <details className="group/fold">
        <summary className="flex min-h-13 cursor-pointer list-none items-center gap-3 rounded-sm py-1.5 text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
          <span className="figures w-12 shrink-0 text-xs">{clockTime(items[0].at, zone)}</span>
          <ACTORS.job aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">{t("activity.byItself", { count: items.length })}</span>
          <ChevronDown
            aria-hidden="true"
            className="size-4 shrink-0 transition-transform group-open/fold:rotate-180 motion-reduce:transition-none"
          />
        </summary>
        {[...byDay].map(([day, some]) => (
          <div key={day} className="border-t border-line pt-2">
            {byDay.size === 1 ? null : (
              <p className="text-xs text-soft first-letter:uppercase">{relativeDay(day, today)}</p>
            )}
            <ul className="divide-y divide-line">
              {some.map((item) => (
                <Row key={item.actionId} item={item} zone={zone} />
              ))}
            </ul>
          </div>
        ))}
      </details>
    </li>
  );
}

function Row({ item, zone }: { item: Item; zone: string }) {
  const undo = useUndo();
  const [busy, setBusy] = useState(false);
  const Icon = ACTORS[item.actor];
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    await undo(item.actionId);
    setBusy(false);
  };
  return (
    <li className="flex min-h-13 items-center gap-3 py-1.5">
      <span className="figures w-12 shrink-0 text-xs text-soft">{clockTime(item.at, zone)}</span>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <span className={cn("min-w-0 flex-1", item.undone && "text-soft line-through")}>
        <span className="sr-only">{t(`actor.${item.actor}`)}: </span>
        {item.title}
      </span>
      {item.undone ? <span className="text-xs text-soft">{t("activity.undone")}</span> : null}
      {item.undoable && !item.undone ? (
        <Button
          look="soft"
          size="small"
          busy={busy}
          onClick={() => void takeBack()}
          aria-label={t("activity.undoOne", { title: item.title })}
        >
          {t("common.undo")}
        </Button>
      ) : null}
    </li>
  );
}
