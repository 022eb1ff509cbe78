import type { Area, SubArea } from "../fields.ts";
import type { MetricType, Trend } from "./schemas.ts";

export type BuiltInType = Exclude<MetricType, "custom">;

type Definition = {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly area: Area;
  readonly subArea: SubArea;
  /** Whether a day's entries add up (water) or stand side by side (weight). */
  readonly addsUp: boolean;
};

export const METRICS: Readonly<Record<BuiltInType, Definition>> = {
  weight: {
    label: "Peso",
    unit: "kg",
    min: 0.1,
    max: 500,
    area: "health",
    subArea: "physical",
    addsUp: false,
  },
  water: {
    label: "Água",
    unit: "ml",
    min: 1,
    max: 10_000,
    area: "health",
    subArea: "physical",
    addsUp: true,
  },
  sleep: {
    label: "Sono",
    unit: "hours",
    min: 0.1,
    max: 24,
    area: "health",
    subArea: "physical",
    addsUp: false,
  },
  exercise: {
    label: "Exercício",
    unit: "min",
    min: 1,
    max: 1440,
    area: "health",
    subArea: "physical",
    addsUp: true,
  },
  mood: {
    label: "Humor",
    unit: "score",
    min: 1,
    max: 10,
    area: "health",
    subArea: "mental",
    addsUp: false,
  },
  energy: {
    label: "Energia",
    unit: "score",
    min: 1,
    max: 10,
    area: "health",
    subArea: "mental",
    addsUp: false,
  },
};

/** Factor from a spelled unit to the canonical one of a built-in metric. */
const FACTORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ml: { ml: 1, l: 1000, litro: 1000, litros: 1000 },
  kg: { kg: 1, quilo: 1, quilos: 1, g: 0.001 },
  hours: { hours: 1, h: 1, hora: 1, horas: 1, min: 1 / 60, minutos: 1 / 60 },
  min: { min: 1, minutos: 1, h: 60, hora: 60, horas: 60, hours: 60 },
  score: { score: 1, nota: 1, pontos: 1 },
};

/** Rounds to the two places that are stored. */
export function roundValue(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

/** A value in the canonical unit of a built-in metric, or null when the unit is not one of its own. */
export function toCanonical(
  type: BuiltInType,
  value: number,
  unit: string | undefined,
): number | null {
  const canonical = METRICS[type].unit;
  if (unit === undefined) return roundValue(value);
  const factor = FACTORS[canonical]?.[unit.trim().toLowerCase()];
  return factor === undefined ? null : roundValue(value * factor);
}

/** Mood colours of the calendar: from 7 green, from 4 yellow, below red. */
export function moodColor(score: number | null): "green" | "yellow" | "red" | "none" {
  if (score === null) return "none";
  if (score >= 7) return "green";
  return score >= 4 ? "yellow" : "red";
}

/** (latest − previous) ÷ previous × 100; null without a previous value or when it is 0. */
export function variation(latest: number | undefined, previous: number | undefined): number | null {
  if (latest === undefined || previous === undefined || previous === 0) return null;
  return roundValue(((latest - previous) / previous) * 100);
}

/**
 * Direction of a series by least squares over days.
 *
 * A label is given only from three days on and when the line moves more than 5% of the mean over the
 * series' span and more than its own standard error (t > 2); otherwise the honest word is `unclear` for
 * thin or noisy data, `stable` for a line that hardly moves.
 */
export function trendOf(points: readonly { readonly x: number; readonly y: number }[]): Trend {
  const n = points.length;
  if (n < 3) return { direction: "unclear", perDay: 0, days: n };
  const meanX = points.reduce((total, p) => total + p.x, 0) / n;
  const meanY = points.reduce((total, p) => total + p.y, 0) / n;
  const sxx = points.reduce((total, p) => total + (p.x - meanX) ** 2, 0);
  const sxy = points.reduce((total, p) => total + (p.x - meanX) * (p.y - meanY), 0);
  if (sxx === 0) return { direction: "unclear", perDay: 0, days: n };
  const slope = sxy / sxx;
  const span = Math.max(...points.map((p) => p.x)) - Math.min(...points.map((p) => p.x));
  const residual = points.reduce(
    (total, p) => total + (p.y - meanY - slope * (p.x - meanX)) ** 2,
    0,
  );
  const standardError = Math.sqrt(residual / Math.max(1, n - 2) / sxx);
  const perDay = Math.round(slope * 10_000) / 10_000;
  if (Math.abs(slope * span) <= 0.05 * Math.abs(meanY))
    return { direction: "stable", perDay, days: n };
  if (standardError > 0 && Math.abs(slope) / standardError <= 2)
    return { direction: "unclear", perDay, days: n };
  return { direction: slope > 0 ? "rising" : "falling", perDay, days: n };
}
