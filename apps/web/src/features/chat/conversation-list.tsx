"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { EyeOff, Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { browserZone, dayIn, now } from "@/lib/clock.ts";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { useTRPC } from "@/trpc/context.ts";

import { ConversationMenu } from "./conversation-menu.tsx";
import { groupByAge } from "./group-by-age.ts";
import { Unconfirmed } from "./unconfirmed.tsx";

/** Every conversation, newest first, grouped by how long ago it was. */
export function ConversationList({
  current,
  onPick,
}: {
  current: string | null;
  onPick?: () => void;
}) {
  const [search, setSearch] = useState("");
  const query = useDebounced(search.trim(), 250);
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.chat.conversations.infiniteQueryOptions(
      { limit: 40, ...(query === "" ? {} : { query }) },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const router = useRouter();
  const groups = groupByAge(
    items,
    (item) => dayIn(browserZone(), new Date(item.lastActivityAt)),
    dayIn(browserZone(), now()),
  );

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="grid gap-2 p-3">
        <Button asChild className="justify-start">
          <Link href="/chat" onClick={() => onPick?.()}>
            <SquarePen aria-hidden="true" />
            {t("chat.new")}
          </Link>
        </Button>
        <label className="relative">
          <span className="sr-only">{t("chat.search")}</span>
          <Search
            aria-hidden="true"
            className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-soft"
          />
          <input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            placeholder={t("chat.search")}
            className="min-h-11 w-full rounded-control border border-transparent bg-ink/5 pr-3 pl-9 placeholder:text-soft hover:border-line md:min-h-9"
          />
        </label>
      </div>
      <Unconfirmed {...(onPick === undefined ? {} : { onPick })} />
      <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        {list.isPending ? <Rows /> : null}
        {list.isError && items.length === 0 ? (
          <Failed error={list.error} retry={list.refetch} />
        ) : null}
        {list.isSuccess && items.length === 0 ? (
          <p className="px-3 py-4 text-xs text-soft">
            {t(query === "" ? "chat.noneYet" : "chat.noneFound")}
          </p>
        ) : null}
        {groups.map((group) => (
          <section key={group.name} aria-label={t(`age.${group.name}`)} className="mb-3">
            <h2 className="px-3 py-1.5 font-sans text-xs font-semibold tracking-normal text-soft">
              {t(`age.${group.name}`)}
            </h2>
            <ul>
              {group.items.map((item) => (
                <li
                  key={item.id}
                  className={cn(
                    "group/row flex items-center rounded-control",
                    item.id === current ? "bg-accent-wash" : "hover:bg-ink/5",
                  )}
                >
                  <Link
                    href={`/chat?c=${item.id}`}
                    prefetch={false}
                    onClick={() => onPick?.()}
                    aria-current={item.id === current ? "page" : undefined}
                    className={cn(
                      "min-w-0 flex-1 truncate rounded-control px-3 py-2.5 md:py-2",
                      item.id === current && "font-semibold text-accent",
                    )}
                  >
                    {item.temporary ? (
                      <EyeOff
                        aria-label={t("chat.temporaryMark")}
                        className="mr-1.5 inline size-3.5"
                      />
                    ) : null}
                    {item.title ?? t("chat.untitled")}
                  </Link>
                  <ConversationMenu
                    conversation={item}
                    className="md:opacity-0 md:group-focus-within/row:opacity-100 md:group-hover/row:opacity-100 md:data-[state=open]:opacity-100"
                    onRemoved={() => {
                      if (item.id === current) router.replace("/chat");
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {list.hasNextPage ? (
          <Button
            look="soft"
            size="small"
            className="w-full"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("common.more")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Rows() {
  return (
    <div role="status" className="grid gap-4 px-3 py-3">
      <span className="sr-only">{t("common.loading")}</span>
      {["w-40", "w-48", "w-32", "w-44", "w-36"].map((width) => (
        <Bone key={width} className={cn("h-4", width)} />
      ))}
    </div>
  );
}
