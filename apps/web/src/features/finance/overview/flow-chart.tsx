"use client";
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";

import { longDay, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { AXIS, ChartFigure, endLabel, shortMoney, Tip } from "../charts/chart-figure.tsx";
import { plotted, toCents } from "../kit/amounts.ts";
import { exactMoney } from "../kit/sum.tsx";
import type { FlowPoint } from "./month-flow.ts";

type Props = { name: string; points: readonly FlowPoint[]; currency: string };

/** The month as two lines that climb: what came in, what went out. Their distance is the result. */
export function FlowChart({ name, points, currency }: Props) {
  const data = points.map((point) => ({
    day: point.day,
    in: plotted(point.in),
    out: plotted(point.out),
  }));
  const last = points.at(-1);
  const inLeads = last === undefined || toCents(last.in) >= toCents(last.out);
  const changed = points.filter((point, index) => {
    const before = points[index - 1];
    return before === undefined || before.in !== point.in || before.out !== point.out;
  });
  return (
    <ChartFigure
      name={name}
      tall
      head={[t("arg.day"), t("finance.in"), t("finance.out")]}
      rows={changed.toReversed().map((point) => ({
        key: point.day,
        cells: [
          shortDay(point.day),
          exactMoney(point.in, currency),
          exactMoney(point.out, currency),
        ],
      }))}
      chart={
        <ComposedChart
          data={data}
          margin={{ top: 24, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            {...AXIS}
            tickFormatter={(day: string) => String(Number(day.slice(8)))}
            minTickGap={24}
          />
          <YAxis
            {...AXIS}
            width={68}
            tickFormatter={(value: number) => shortMoney(value, currency)}
          />
          <Tooltip
            cursor={{ stroke: "var(--line-strong)", strokeDasharray: "2 4" }}
            isAnimationActive={false}
            content={<FlowTip currency={currency} />}
          />
          <Area
            dataKey="in"
            type="stepAfter"
            stroke="var(--folha)"
            strokeWidth={2}
            fill="var(--folha)"
            fillOpacity={0.08}
            isAnimationActive={false}
            label={endLabel(data.length - 1, t("finance.in"), "var(--folha-ink)", inLeads)}
          />
          <Line
            dataKey="out"
            type="stepAfter"
            stroke="var(--urucum)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
            label={endLabel(data.length - 1, t("finance.out"), "var(--urucum-ink)", !inLeads)}
          />
        </ComposedChart>
      }
    />
  );
}

type TipProps = {
  currency: string;
  active?: boolean;
  payload?: readonly { payload?: { day: string; in: number; out: number } }[];
};

function FlowTip({ currency, active = false, payload }: TipProps) {
  const point = payload?.[0]?.payload;
  if (!active || point === undefined) return null;
  return (
    <Tip
      title={longDay(point.day)}
      lines={[
        t("finance.tip.in", { amount: exactMoney(point.in.toFixed(2), currency) }),
        t("finance.tip.out", { amount: exactMoney(point.out.toFixed(2), currency) }),
      ]}
    />
  );
}
