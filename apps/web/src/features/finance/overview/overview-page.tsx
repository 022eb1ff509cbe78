"use client";
import { useQuery } from "@tanstack/react-query";
import type { FinanceBlock } from "@vida/core/finance/schemas";
import dynamic from "next/dynamic";

import { Button } from "@/components/ui/button.tsx";
import { Section } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Empty, Failed } from "@/components/ui/states.tsx";
import { monthName } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";

import { useToday } from "../../account/use-me.ts";
import { RecordButton } from "../finance-frame.tsx";
import { isZero } from "../kit/amounts.ts";
import { MonthPage } from "../kit/month-page.tsx";
import { useMonth, withMonth } from "../kit/use-month.ts";
import { useRecordSheet } from "../ledger/record-context.tsx";
import { CategoryPlan } from "./category-plan.tsx";
import { ForecastNote } from "./forecast-note.tsx";
import { monthFlow } from "./month-flow.ts";
import { MonthSum, MonthSumSkeleton } from "./month-sum.tsx";
import { SpentByChoice } from "./spent-by.tsx";
import { useMonthRows } from "./use-month-rows.ts";

const FlowChart = dynamic(() => import("./flow-chart.tsx").then((module) => module.FlowChart), {
  ssr: false,
  loading: () => <Bone className="h-64 md:h-72" />,
});
const ResultsChart = dynamic(
  () => import("./results-chart.tsx").then((module) => module.ResultsChart),
  {
    ssr: false,
    loading: () => <Bone className="h-52" />,
  },
);

/** A month of money at a glance; every figure opens the rows behind it. */
export function OverviewPage() {
  const { month, isCurrent, current } = useMonth();
  const trpc = useTRPC();
  const summary = useQuery(trpc.finance.summary.queryOptions({ month }));
  const data = summary.data;
  return (
    <MonthPage actions={<RecordButton />}>
      {summary.isPending ? <OverviewSkeleton /> : null}
      {summary.isError ? <Failed error={summary.error} retry={summary.refetch} /> : null}
      {data === undefined ? null : (
        <>
          {[data, ...data.others].map((block, index) => (
            <Block
              key={block.currency}
              block={block}
              month={month}
              current={current}
              named={data.others.length > 0}
              spentBy={index === 0 ? data.spentBy : null}
            />
          ))}
          {isCurrent ? <ForecastNote /> : null}
          <Past month={month} />
        </>
      )}
    </MonthPage>
  );
}

type BlockProps = {
  block: FinanceBlock;
  month: string;
  current: string;
  named: boolean;
  spentBy: "purchase" | "statement" | null;
};

function Block({ block, month, current, named, spentBy }: BlockProps) {
  const record = useRecordSheet();
  const rows = (search: string): string =>
    withMonth(`/finance/transactions?${search}`, month, current);
  const blank = isZero(block.incomeActual) && isZero(block.spent) && block.byCategory.length === 0;
  return (
    <>
      <section className="mb-8 rounded-card border border-line bg-card px-5 py-5 md:px-7 md:py-6">
        <h2 className={named ? "mb-3 text-lg" : "sr-only"}>
          {named
            ? t("finance.overview.inCurrency", { currency: block.currency })
            : t("finance.resultOfMonth")}
        </h2>
        <MonthSum block={block} incomeHref={rows("kind=income")} spentHref={rows("kind=expense")} />
        {spentBy === null ? null : (
          <div className="mt-4 border-t border-line pt-3">
            <SpentByChoice value={spentBy} />
          </div>
        )}
      </section>
      {blank ? (
        <Empty
          className="mb-8"
          title={t("finance.overview.emptyTitle", { month: monthName(month) })}
          action={
            <Button look="primary" onClick={() => record()}>
              {t("finance.overview.emptyDo")}
            </Button>
          }
        >
          {t("finance.overview.emptyText")}
        </Empty>
      ) : (
        <>
          <Flow month={month} currency={block.currency} byStatement={spentBy === "statement"} />
          <Section title={t("finance.overview.plan")} aside={t("finance.overview.planNote")}>
            {block.byCategory.length === 0 ? (
              <p className="text-soft">{t("finance.overview.noPlan")}</p>
            ) : (
              <CategoryPlan
                block={block}
                hrefOf={(key) => rows(`kind=expense&category=${encodeURIComponent(key)}`)}
              />
            )}
          </Section>
        </>
      )}
    </>
  );
}

function Flow({
  month,
  currency,
  byStatement,
}: {
  month: string;
  currency: string;
  byStatement: boolean;
}) {
  const today = useToday();
  const rows = useMonthRows(month, byStatement);
  return (
    <Section
      title={t("finance.overview.flow")}
      aside={byStatement ? t("finance.overview.flowByDay") : t("finance.overview.flowNote")}
    >
      {rows.isPending ? <Bone className="h-64 md:h-72" /> : null}
      {rows.isError ? <Failed error={rows.error} retry={rows.refetch} /> : null}
      {rows.isSuccess ? (
        <FlowChart
          name={t("finance.overview.flowTable", { month: monthName(month).toLowerCase() })}
          points={monthFlow(rows.data, month, currency, today)}
          currency={currency}
        />
      ) : null}
    </Section>
  );
}

function Past({ month }: { month: string }) {
  const trpc = useTRPC();
  const history = useQuery(trpc.finance.history.queryOptions({ endMonth: month, months: 12 }));
  const items = history.data?.items ?? [];
  const lived = items.filter((one) => !isZero(one.incomeActual) || !isZero(one.spent));
  if (history.isSuccess && lived.length < 2) return null;
  return (
    <Section title={t("finance.overview.past")} aside={t("finance.overview.pastNote")}>
      {history.isPending ? <Bone className="h-52" /> : null}
      {history.isError ? <Failed error={history.error} retry={history.refetch} /> : null}
      {history.isSuccess ? <ResultsChart months={items} currency={history.data.currency} /> : null}
    </Section>
  );
}

function OverviewSkeleton() {
  return (
    <div className="grid gap-8">
      <div className="rounded-card border border-line bg-card px-5 py-6 md:px-7">
        <MonthSumSkeleton />
      </div>
      <Bone className="h-64 md:h-72" />
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        {[0, 1, 2, 3].map((index) => (
          <Bone key={index} className="h-14" />
        ))}
      </div>
    </div>
  );
}
