"use client";
import type { MetricType, SummaryView } from "@vida/core/tracking/schemas";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { addDays, daysBetween } from "@/lib/days.ts";
import { number, shortDay } from "@/lib/format.ts";
import { t } from "@/lib/t.ts";

import { addsUp, isScore, measure } from "./metric-kinds.ts";

type Props = {
  name: string;
  type: MetricType;
  unit: string;
  daily: SummaryView["daily"];
  from: string;
  to: string;
  average: number | null;
  goal: number | null;
};

const AXIS = {
  tick: { fill: "var(--ink-soft)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;

/** One measure over days: bars where a day adds up, a line where values stand side by side. */
export function MetricChart({ name, type, unit, daily, from, to, average, goal }: Props) {
  const byDay = new Map(daily.map((point) => [point.day, point.value]));
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) =>
    addDays(from, index),
  );
  const data = days.map((day) => ({ day, value: byDay.get(day) ?? null }));
  const fromZero = addsUp(type) || type === "sleep";
  const domain: [number | string, number | string] = isScore(type)
    ? [0, 10]
    : fromZero
      ? [0, "auto"]
      : ["auto", "auto"];
  return (
    <figure>
      <div aria-hidden="true" className="h-64 w-full md:h-72">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={data}
            margin={{ top: 16, right: 56, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              {...AXIS}
              tickFormatter={(day: string) => shortDay(day)}
              minTickGap={36}
            />
            <YAxis
              {...AXIS}
              width={48}
              domain={domain}
              tickFormatter={(value: number) => number(value)}
            />
            <Tooltip
              cursor={{ fill: "var(--paper-sunk)", stroke: "var(--line)" }}
              isAnimationActive={false}
              content={<Tip type={type} unit={unit} />}
            />
            {goal === null ? null : (
              <ReferenceLine
                y={goal}
                stroke="var(--ipe)"
                strokeWidth={1.5}
                label={{
                  value: t("tracking.goal"),
                  position: "right",
                  fill: "var(--ipe-ink)",
                  fontSize: 12,
                }}
              />
            )}
            {average === null || daily.length < 2 ? null : (
              <ReferenceLine
                y={average}
                stroke="var(--ink-soft)"
                strokeDasharray="2 4"
                label={{
                  value: t("tracking.averageShort"),
                  position: "insideBottomLeft",
                  fill: "var(--ink-soft)",
                  fontSize: 12,
                }}
              />
            )}
            {addsUp(type) ? (
              <Bar
                dataKey="value"
                fill="var(--folha)"
                radius={[3, 3, 0, 0]}
                maxBarSize={28}
                isAnimationActive={false}
              />
            ) : (
              <Line
                dataKey="value"
                stroke="var(--folha)"
                strokeWidth={2}
                dot={
                  daily.length > 60 ? false : { r: 3, fill: "var(--card)", stroke: "var(--folha)" }
                }
                connectNulls
                isAnimationActive={false}
              />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <details className="mt-2 text-xs text-soft">
        <summary className="min-h-6 rounded-md hover:text-ink">{t("tracking.asTable")}</summary>
        <div
          className="mt-2 max-h-64 overflow-y-auto"
          tabIndex={0}
          role="region"
          aria-label={t("tracking.tableOf", { name })}
        >
          <table className="w-full text-left">
            <caption className="sr-only">{t("tracking.tableOf", { name })}</caption>
            <thead>
              <tr>
                <th scope="col" className="py-1 font-semibold">
                  {t("arg.day")}
                </th>
                <th scope="col" className="py-1 text-right font-semibold">
                  {t("arg.value")}
                </th>
              </tr>
            </thead>
            <tbody className="figures">
              {daily.toReversed().map((point) => (
                <tr key={point.day} className="border-t border-line">
                  <td className="py-1">{shortDay(point.day, to)}</td>
                  <td className="py-1 text-right">{measure(type, point.value, unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

type TipProps = {
  type: MetricType;
  unit: string;
  active?: boolean;
  label?: string | number;
  payload?: readonly { value?: unknown }[];
};

function Tip({ active = false, label, payload, type, unit }: TipProps) {
  const value = payload?.[0]?.value;
  if (!active || typeof value !== "number" || typeof label !== "string") return null;
  return (
    <p className="rounded-control border border-line bg-card px-3 py-1.5 text-xs shadow-over">
      <span className="text-soft">{shortDay(label)}</span>{" "}
      <span className="figures font-semibold">{measure(type, value, unit)}</span>
    </p>
  );
}
