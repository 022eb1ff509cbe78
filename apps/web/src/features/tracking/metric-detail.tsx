"use client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ArrowLeft, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page, Section } from "@/components/ui/page.tsx";
import { Bone, ListSkeleton } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { cn } from "@/lib/cn.ts";
import { addDays } from "@/lib/days.ts";
import { percent } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";

import { EntryRow } from "./entry-row.tsx";
import { metricInput, type MetricChoice } from "./metric-choice.ts";
import { addsUp, measure } from "./metric-kinds.ts";
import type { RecordStart } from "./record-sheet.tsx";

const Chart = dynamic(() => import("./metric-chart.tsx").then((module) => module.MetricChart), {
  ssr: false,
  loading: () => <Bone className="h-64" />,
});

const RANGES = [7, 30, 90, 365] as const;

type Props = { choice: MetricChoice; today: string; onRecord: (start: RecordStart) => void };

export function MetricDetail({ choice, today, onRecord }: Props) {
  const [days, setDays] = useState<(typeof RANGES)[number]>(30);
  const trpc = useTRPC();
  const input = { ...metricInput(choice), from: addDays(today, 1 - days), to: today };
  const summary = useQuery({
    ...trpc.tracking.summary.queryOptions(input),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={choice.name}
      note={
        <Link
          href="/tracking/metrics"
          className="inline-flex items-center gap-1 underline-offset-3 hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {t("tracking.metrics")}
        </Link>
      }
      actions={
        <Button
          look="primary"
          onClick={() =>
            onRecord({
              day: today,
              type: choice.type,
              ...(choice.metricId === null ? {} : { metricId: choice.metricId }),
            })
          }
        >
          <Plus aria-hidden="true" />
          {t("tracking.recordKind", { kind: choice.name.toLowerCase() })}
        </Button>
      }
    >
      <div
        role="group"
        aria-label={t("tracking.period")}
        className="mb-5 inline-flex rounded-control border border-line bg-card p-0.5"
      >
        {RANGES.map((range) => (
          <button
            key={range}
            type="button"
            aria-pressed={days === range}
            onClick={() => setDays(range)}
            className={cn(
              "min-h-11 rounded-lg px-3.5 md:min-h-9",
              days === range
                ? "bg-accent-wash font-semibold text-accent"
                : "text-soft hover:text-ink",
            )}
          >
            {t(range === 365 ? "tracking.year" : "tracking.days", { count: range })}
          </button>
        ))}
      </div>
      {summary.isError ? <Failed error={summary.error} retry={summary.refetch} /> : null}
      {summary.isPending ? <Bone className="h-80" /> : null}
      {summary.isSuccess ? <Figures choice={choice} summary={summary.data} /> : null}
      {summary.isSuccess && summary.data.daily.length > 0 ? (
        <Chart
          type={choice.type}
          unit={summary.data.unit}
          daily={summary.data.daily}
          from={summary.data.from}
          to={summary.data.to}
          average={summary.data.average}
          goal={choice.type === "exercise" ? null : summary.data.goal}
          name={choice.name}
        />
      ) : null}
      <Entries choice={choice} onEdit={(entry) => onRecord({ day: entry.day, entry })} />
    </Page>
  );
}

function Figures({
  choice,
  summary,
}: {
  choice: MetricChoice;
  summary: Outputs["tracking"]["summary"];
}) {
  const show = (value: number | null): string =>
    value === null ? "–" : measure(choice.type, value, summary.unit);
  const figures: [string, string][] = [
    [t(addsUp(choice.type) ? "tracking.averageDay" : "tracking.average"), show(summary.average)],
    [t("tracking.lowest"), show(summary.min)],
    [t("tracking.highest"), show(summary.max)],
    [t("tracking.consistency"), percent(summary.consistency)],
  ];
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-4 sm:grid-cols-4">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-xs text-soft">{label}</dt>
          <dd className="figure-big text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Entries({
  choice,
  onEdit,
}: {
  choice: MetricChoice;
  onEdit: (entry: Outputs["tracking"]["list"]["items"][number]) => void;
}) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.tracking.list.infiniteQueryOptions(
      { ...metricInput(choice), limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="mt-8">
      <Section title={t("tracking.entries")}>
        {list.isPending ? <ListSkeleton rows={5} /> : null}
        {list.isError ? <Failed error={list.error} retry={list.refetch} /> : null}
        {list.isSuccess && entries.length === 0 ? (
          <Empty title={t("tracking.noEntries")}>{t("tracking.noEntriesText")}</Empty>
        ) : null}
        <ul className="divide-y divide-line lg:-mt-2">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} showDay onEdit={onEdit} />
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
    </div>
  );
}
