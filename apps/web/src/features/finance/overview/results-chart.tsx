"use client";
import { Bar, BarChart, Cell, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";

import { monthName } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { AXIS, ChartFigure, shortMoney, Tip } from "../charts/chart-figure.tsx";
import { isNegative, plotted } from "../kit/amounts.ts";
import { exactMoney } from "../kit/sum.tsx";

type Month = { month: string; incomeActual: string; spent: string; balance: string };

/** The result of each month: above the line it was left over, below it was missing. */
export function ResultsChart({ months, currency }: { months: readonly Month[]; currency: string }) {
  const data = months.map((one) => ({ ...one, result: plotted(one.balance) }));
  return (
    <ChartFigure
      name={t("finance.overview.pastTable")}
      head={[t("arg.month"), t("finance.in"), t("finance.out"), t("finance.result")]}
      rows={months.toReversed().map((one) => ({
        key: one.month,
        cells: [
          monthName(one.month),
          exactMoney(one.incomeActual, currency),
          exactMoney(one.spent, currency),
          exactMoney(one.balance, currency),
        ],
      }))}
      chart={
        <BarChart
          data={data}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="month"
            {...AXIS}
            tickFormatter={shortMonth}
            interval="equidistantPreserveStart"
            minTickGap={4}
          />
          <YAxis
            {...AXIS}
            width={68}
            tickFormatter={(value: number) => shortMoney(value, currency)}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Tooltip
            cursor={{ fill: "var(--paper-sunk)" }}
            isAnimationActive={false}
            content={<ResultTip currency={currency} />}
          />
          <Bar dataKey="result" maxBarSize={34} isAnimationActive={false}>
            {months.map((one) => (
              <Cell
                key={one.month}
                fill={isNegative(one.balance) ? "var(--urucum)" : "var(--folha)"}
                fillOpacity={0.85}
              />
            ))}
          </Bar>
        </BarChart>
      }
    />
  );
}

/** "jul", and "jan 26" where a year begins. */
function shortMonth(month: string): string {
  const name = monthName(month).slice(0, 3).toLowerCase();
  return month.endsWith("-01") ? `${name} ${month.slice(2, 4)}` : name;
}

type TipProps = {
  currency: string;
  active?: boolean;
  payload?: readonly { payload?: Month }[];
};

function ResultTip({ currency, active = false, payload }: TipProps) {
  const one = payload?.[0]?.payload;
  if (!active || one === undefined) return null;
  return (
    <Tip
      title={monthName(one.month)}
      lines={[
        exactMoney(one.balance, currency),
        t("finance.tip.in", { amount: exactMoney(one.incomeActual, currency) }),
        t("finance.tip.out", { amount: exactMoney(one.spent, currency) }),
      ]}
    />
  );
}
