"use client";
import type { ReactElement, ReactNode } from "react";
import { ResponsiveContainer } from "recharts";

import { t } from "@/lib/t.ts";

export const AXIS = {
  tick: { fill: "var(--ink-soft)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;

/** R$ 1,2 mil: an axis has no room for more. */
export function shortMoney(value: number, currency: string): string {
  return new Intl.NumberFormat("pt-BR", {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(value);
}

type Props = {
  /** What the table says of itself. */
  name: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
  chart: ReactElement;
  tall?: boolean;
};

/** A drawing for the eye and the same as a table for everybody. */
export function ChartFigure({ name, head, rows, chart, tall = false }: Props) {
  return (
    <figure>
      <div aria-hidden="true" className={tall ? "h-64 w-full md:h-72" : "h-52 w-full"}>
        <ResponsiveContainer width="100%" height="100%">
          {chart}
        </ResponsiveContainer>
      </div>
      <details className="mt-2 text-xs text-soft">
        <summary className="inline-block min-h-6 rounded-md hover:text-ink">
          {t("tracking.asTable")}
        </summary>
        <div className="mt-2 max-h-64 overflow-y-auto" tabIndex={0} role="region" aria-label={name}>
          <table className="w-full text-left">
            <caption className="sr-only">{name}</caption>
            <thead>
              <tr>
                {head.map((cell, index) => (
                  <th
                    key={cell}
                    scope="col"
                    className={index === 0 ? "py-1 font-semibold" : "py-1 text-right font-semibold"}
                  >
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="figures">
              {rows.map((row) => (
                <tr key={row.key} className="border-t border-line">
                  {row.cells.map((cell, index) => (
                    <td key={index} className={index === 0 ? "py-1" : "py-1 text-right"}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** What stands beside the pointer. */
export function Tip({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
  return (
    <div className="rounded-control border border-line bg-card px-3 py-1.5 text-xs shadow-over">
      <p className="text-soft">{title}</p>
      {lines.map((line, index) => (
        <p key={index} className="figures font-semibold">
          {line}
        </p>
      ))}
    </div>
  );
}

type EndLabel = {
  x?: number | string | undefined;
  y?: number | string | undefined;
  index?: number | undefined;
};

/** Writes a line's name at its last point, above it or under it. */
export function endLabel(last: number, text: string, colour: string, above: boolean) {
  return ({ x, y, index }: EndLabel) =>
    index === last ? (
      <text
        x={Number(x)}
        y={Number(y) + (above ? -9 : 18)}
        textAnchor="end"
        fill={colour}
        fontSize={12}
        fontWeight={600}
      >
        {text}
      </text>
    ) : (
      <g />
    );
}
