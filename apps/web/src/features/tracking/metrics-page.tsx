"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Page } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { addDays } from "@/lib/days.ts";
import { relativeDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC, type Outputs } from "@/trpc/context.ts";

import { useToday } from "../account/use-me.ts";
import { keyOf, metricInput, type MetricChoice } from "./metric-choice.ts";
import { MetricDetail } from "./metric-detail.tsx";
import { MetricIcon } from "./metric-icon.tsx";
import { addsUp, BUILT_IN, measure, metricLabel } from "./metric-kinds.ts";
import { RecordSheet, type RecordStart } from "./record-sheet.tsx";
import { Sparkline } from "./sparkline.tsx";

/** Every measure with its last value and direction; one of them opened with its whole history. */
export function MetricsPage() {
  const params = useSearchParams();
  const today = useToday();
  const trpc = useTRPC();
  const custom = useQuery(trpc.metrics.list.queryOptions({}));
  const [record, setRecord] = useState<RecordStart | null>(null);
  const choices: MetricChoice[] = [
    ...BUILT_IN.map((type) => ({ type, metricId: null, name: metricLabel(type), icon: null })),
    ...(custom.data?.items ?? []).map((metric) => ({
      type: "custom" as const,
      metricId: metric.id,
      name: metric.name,
      icon: metric.icon,
    })),
  ];
  const chosen = choices.find((choice) => keyOf(choice) === params.get("m"));
  return (
    <>
      {chosen === undefined ? (
        <Page
          title={t("tracking.metrics")}
          note={t("tracking.metricsNote")}
          actions={
            <Button look="primary" onClick={() => setRecord({ day: today })}>
              <Plus aria-hidden="true" />
              {t("tracking.record")}
            </Button>
          }
        >
          <MetricCards choices={choices} today={today} />
        </Page>
      ) : (
        <MetricDetail choice={chosen} today={today} onRecord={setRecord} />
      )}
      {record === null ? null : <RecordSheet start={record} onClose={() => setRecord(null)} />}
    </>
  );
}

function MetricCards({ choices, today }: { choices: readonly MetricChoice[]; today: string }) {
  const trpc = useTRPC();
  const summaries = useQueries({
    queries: choices.map((choice) =>
      trpc.tracking.summary.queryOptions({
        ...metricInput(choice),
        from: addDays(today, -29),
        to: today,
      }),
    ),
  });
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {choices.map((choice, index) => {
        const summary = summaries[index];
        return (
          <li key={keyOf(choice)}>
            {summary?.isError === true ? (
              <Failed error={summary.error} retry={summary.refetch} />
            ) : (
              <MetricCard choice={choice} summary={summary?.data} today={today} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

type Summary = Outputs["tracking"]["summary"];

function MetricCard({
  choice,
  summary,
  today,
}: {
  choice: MetricChoice;
  summary: Summary | undefined;
  today: string;
}) {
  const latest = summary?.latest;
  const lastDay = summary?.daily.at(-1)?.value;
  const shown = addsUp(choice.type) ? (lastDay ?? 0) : (latest?.value ?? 0);
  return (
    <Link
      href={`/tracking/metrics?m=${keyOf(choice)}`}
      prefetch={false}
      className="grid h-full content-start gap-3 rounded-card border border-line bg-card p-5 hover:border-edge"
    >
      <span className="flex items-center gap-2 text-soft">
        {choice.icon === null ? (
          <MetricIcon type={choice.type} className="size-4.5 text-folha" />
        ) : (
          <span aria-hidden="true">{choice.icon}</span>
        )}
        <span className="min-w-0 truncate font-medium text-ink">{choice.name}</span>
      </span>
      {summary === undefined ? (
        <>
          <Bone className="h-8 w-28" />
          <Bone className="h-10" />
        </>
      ) : latest === null || latest === undefined ? (
        <span className="text-soft">{t("tracking.noneInMonth")}</span>
      ) : (
        <>
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="figure-big text-2xl">{measure(choice.type, shown, summary.unit)}</span>
            <span className="text-xs text-soft">{relativeDay(latest.day, today)}</span>
          </span>
          <Sparkline points={summary.daily.map((point) => point.value)} />
          <span className="text-xs text-soft">{t(`trend.${summary.trend.direction}`)}</span>
        </>
      )}
    </Link>
  );
}
