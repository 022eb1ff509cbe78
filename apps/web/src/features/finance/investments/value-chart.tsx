"use client";
import { Area, CartesianGrid, ComposedChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";

import { dayToDate } from "@/lib/days.ts";
import { shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";
import type { Outputs } from "@/trpc/context.ts";

import { AXIS, ChartFigure, shortMoney, Tip } from "../charts/chart-figure.tsx";
import { shortMonthYear } from "../debts/payoff-chart.tsx";
import { plotted } from "../kit/amounts.ts";
import { exactMoney } from "../kit/sum.tsx";

type Value = Outputs["investments"]["history"]["items"][number];
type Props = { name: string; values: readonly Value[]; currency: string; goal: string | null };

/** The value over time, with the objetivo as a line when it is near enough to be seen. */
export function ValueChart({ name, values, currency, goal }: Props) {
  const data = values.map((value) => ({
    ...value,
    at: dayToDate(value.day).getTime(),
    worth: plotted(value.amount),
  }));
  const highest = Math.max(...data.map((point) => point.worth));
  const goalAt = goal === null ? null : plotted(goal);
  const near = goalAt !== null && goalAt <= highest * 2.5;
  return (
    <ChartFigure
      name={t("finance.investment.historyOf", { what: name })}
      head={[t("arg.day"), t("finance.investment.worth"), t("finance.investment.why")]}
      rows={values.toReversed().map((value) => ({
        key: value.id,
        cells: [
          shortDay(value.day, ""),
          exactMoney(value.amount, currency),
          t(`finance.valueCause.${value.cause}`),
        ],
      }))}
      chart={
        <ComposedChart
          data={data}
          margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={["dataMin", "dataMax"]}
            {...AXIS}
            tickFormatter={(at: number) => shortMonthYear(new Date(at).toISOString().slice(0, 7))}
            minTickGap={36}
          />
          <YAxis
            {...AXIS}
            width={68}
            domain={[0, near && goalAt !== null ? Math.max(goalAt, highest) : "auto"]}
            tickFormatter={(value: number) => shortMoney(value, currency)}
          />
          <Tooltip
            cursor={{ stroke: "var(--line-strong)", strokeDasharray: "2 4" }}
            isAnimationActive={false}
            content={<ValueTip currency={currency} />}
          />
          {near && goalAt !== null ? (
            <ReferenceLine
              y={goalAt}
              stroke="var(--ipe)"
              strokeWidth={1.5}
              label={{
                value: t("finance.investment.goal"),
                position: "insideTopLeft",
                dy: -18,
                fill: "var(--ipe-ink)",
                fontSize: 12,
              }}
            />
          ) : null}
          <Area
            dataKey="worth"
            type="stepAfter"
            stroke="var(--folha)"
            strokeWidth={2}
            fill="var(--folha)"
            fillOpacity={0.08}
            isAnimationActive={false}
          />
        </ComposedChart>
      }
    />
  );
}

type TipProps = { currency: string; active?: boolean; payload?: readonly { payload?: Value }[] };

function ValueTip({ currency, active = false, payload }: TipProps) {
  const value = payload?.[0]?.payload;
  if (!active || value === undefined) return null;
  return <Tip title={shortDay(value.day, "")} lines={[exactMoney(value.amount, currency)]} />;
}
