"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Area } from "@vida/core/fields";
import { Search } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices } from "@/components/ui/choices.tsx";
import { controlClass } from "@/components/ui/field.tsx";
import { Section } from "@/components/ui/page.tsx";
import { ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { useTRPC } from "@/trpc/context.ts";

import { AREAS } from "../goals/areas.ts";
import { KnowledgeRow } from "./knowledge-row.tsx";
import type { Item } from "./knowledge-words.ts";

type Filter = Area | "all";
type Props = { onOpen: (item: Item) => void; onAdd: () => void };

/** Everything known, searched by words and by area. */
export function KnowledgeSection({ onOpen, onAdd }: Props) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const [area, setArea] = useState<Filter>("all");
  const [old, setOld] = useState(false);
  const query = useDebounced(text.trim(), 250);
  const list = useInfiniteQuery({
    ...trpc.memory.search.infiniteQueryOptions(
      {
        limit: 30,
        ...(query === "" ? {} : { query }),
        ...(area === "all" ? {} : { area }),
        ...(old ? { includeSuperseded: true } : {}),
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
    placeholderData: keepPreviousData,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = query !== "" || area !== "all";
  const clear = (): void => {
    setText("");
    setArea("all");
  };
  return (
    <Section title={t("memory.list")}>
      <div className="mb-4 grid gap-3">
        <div className="relative max-w-xl">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3.5 size-4.5 -translate-y-1/2 text-soft"
          />
          <input
            type="search"
            aria-label={t("memory.search")}
            placeholder={t("memory.search")}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} pl-10.5`}
          />
        </div>
        <Choices<Filter>
          label={t("memory.areas")}
          quiet
          value={area}
          options={[
            { value: "all", label: t("memory.everyArea") },
            ...AREAS.map((value) => ({ value, label: t(`area.${value}`) })),
          ]}
          onChange={setArea}
        />
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5 justify-self-start text-soft md:min-h-8">
          <input
            type="checkbox"
            checked={old}
            onChange={(event) => setOld(event.target.checked)}
            className="size-5 accent-accent"
          />
          {t("memory.includeOld")}
        </label>
      </div>
      {list.isPending ? <ListSkeleton rows={5} /> : null}
      {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
      {list.isSuccess && items.length === 0 ? (
        filtered ? (
          <Empty
            title={t("memory.noneFound")}
            action={<Button onClick={clear}>{t("memory.clear")}</Button>}
          />
        ) : (
          <Empty
            title={t("memory.emptyTitle")}
            action={<Button onClick={onAdd}>{t("memory.add")}</Button>}
          >
            {t("memory.emptyText")}
          </Empty>
        )
      ) : null}
      <ul aria-busy={list.isPlaceholderData} className="divide-y divide-line">
        {items.map((item) => (
          <KnowledgeRow key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button
          look="soft"
          className="mt-3"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("common.more")}
        </Button>
      ) : null}
    </Section>
  );
}
