import { type Clause, items } from "../clause.ts";
import { round2 } from "../reading.ts";
import type { MetricType } from "../types.ts";

export const LIMITS: Readonly<Record<Exclude<MetricType, "custom">, readonly [number, number]>> = {
  weight: [0.1, 500],
  water: [1, 10000],
  sleep: [0.1, 24],
  exercise: [1, 1440],
  mood: [1, 10],
  energy: [1, 10],
};

export function inside(
  type: "mood" | "energy",
  n: number,
): { value: number; warnings: string[]; approx: boolean } | "range" {
  return n < LIMITS[type][0] || n > LIMITS[type][1]
    ? "range"
    : { value: n, warnings: [], approx: false };
}

/** "80 e 200", "oitenta e duzentos": kilos and grams without units. */
export function twoPart(c: Clause): number | null {
  const [a, b] = items(c, "number");
  if (a === undefined || b === undefined || c.words[a.to] !== "e" || b.from !== a.to + 1)
    return null;
  return b.value.value >= 100 && b.value.value < 1000 && Number.isInteger(a.value.value)
    ? round2(a.value.value + b.value.value / 1000)
    : null;
}
