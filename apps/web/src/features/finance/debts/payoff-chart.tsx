"use client";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { monthOf } from "@/lib/days.ts";
import { monthName } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { AXIS, ChartFigure, shortMoney, Tip } from "../charts/chart-figure.tsx";
import { plotted } from "../kit/amounts.ts";
import { exactMoney } from "../kit/sum.tsx";
import type { PayoffPoint } from "./payoff.ts";

type Props = { name: string; points: readonly PayoffPoint[]; currency: string; today: string };

/** What is left of a debt, month by month; the dotted part is the plan. */
export function PayoffChart({ name, points, currency, today }: Props) {
  const lastPast = points.findLastIndex((point) => !point.ahead);
  const data = points.map((point, index) => ({
    ...point,
    past: index <= lastPast ? plotted(point.left) : null,
    plan: index >= lastPast ? plotted(point.left) : null,
  }));
  return (
    <ChartFigure
      name={t("finance.debt.curveOf", { what: name })}
      head={[t("arg.month"), t("finance.debt.left")]}
      rows={points.map((point) => ({
        key: point.month,
        cells: [
          point.ahead
            ? t("finance.debt.planned", { month: monthName(point.month) })
            : monthName(point.month),
          exactMoney(point.left, currency),
        ],
      }))}
      chart={
        <ComposedChart
          data={data}
          margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="month" {...AXIS} tickFormatter={shortMonthYear} minTickGap={36} />
          <YAxis
            {...AXIS}
            width={68}
            tickFormatter={(value: number) => shortMoney(value, currency)}
          />
          <Tooltip
            cursor={{ stroke: "var(--line-strong)", strokeDasharray: "2 4" }}
            isAnimationActive={false}
            content={<LeftTip currency={currency} />}
          />
          <ReferenceLine
            x={monthOf(today)}
            stroke="var(--ipe)"
            label={{
              value: t("finance.debt.now"),
              position: "top",
              fill: "var(--ipe-ink)",
              fontSize: 12,
            }}
          />
          <Area
            dataKey="past"
            stroke="var(--jabuticaba)"
            strokeWidth={2}
            fill="var(--jabuticaba)"
            fillOpacity={0.08}
            isAnimationActive={false}
          />
          <Line
            dataKey="plan"
            stroke="var(--jabuticaba)"
            strokeWidth={2}
            strokeDasharray="2 5"
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      }
    />
  );
}

export function shortMonthYear(month: string): string {
  return `${monthName(month).slice(0, 3).toLowerCase()} ${month.slice(2, 4)}`;
}

type TipProps = {
  currency: string;
  active?: boolean;
  payload?: readonly { payload?: PayoffPoint }[];
};

function LeftTip({ currency, active = false, payload }: TipProps) {
  const point = payload?.[0]?.payload;
  if (!active || point === undefined) return null;
  return (
    <Tip
      title={monthName(point.month)}
      lines={[t("finance.debt.leftIs", { amount: exactMoney(point.left, currency) })]}
    />
  );
}
