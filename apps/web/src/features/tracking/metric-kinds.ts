import { METRICS } from "@vida/core/tracking/rules";
import type { EntryView, MetricType } from "@vida/core/tracking/schemas";
import {
  Dumbbell,
  Droplet,
  Moon,
  Scale,
  Smile,
  Sparkles,
  Zap,
  type LucideIcon,
} from "lucide-react";

import { number } from "../../lib/format.ts";
import { t, tMaybe } from "../../lib/t.ts";

export const BUILT_IN = ["water", "sleep", "mood", "energy", "exercise", "weight"] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

export const METRIC_ICONS: Readonly<Record<MetricType, LucideIcon>> = {
  water: Droplet,
  sleep: Moon,
  mood: Smile,
  energy: Zap,
  exercise: Dumbbell,
  weight: Scale,
  custom: Sparkles,
};

/** How far one step of a field or a slider goes. */
export const STEPS: Readonly<Record<MetricType, number>> = {
  water: 50,
  sleep: 0.5,
  mood: 1,
  energy: 1,
  exercise: 5,
  weight: 0.1,
  custom: 1,
};

/** Amounts that one tap records. */
export const QUICK: Partial<Record<MetricType, readonly number[]>> = {
  water: [200, 300, 500, 1000],
  sleep: [6, 7, 8, 9],
  exercise: [20, 30, 45, 60],
};

export function metricLabel(type: MetricType, name?: string | null): string {
  return type === "custom" ? (name ?? t("metric.custom")) : METRICS[type].label;
}

export function isScore(type: MetricType): boolean {
  return type === "mood" || type === "energy";
}

/** Whether a day's entries of this kind are one amount (water) or stand side by side (weight). */
export function addsUp(type: MetricType): boolean {
  return type !== "custom" && METRICS[type].addsUp;
}

export function unitOf(type: MetricType, customUnit?: string): string {
  if (type === "custom") return customUnit ?? "";
  return tMaybe(`unit.${METRICS[type].unit}`, METRICS[type].unit);
}

export function rangeOf(type: MetricType): { min: number; max: number } | null {
  return type === "custom" ? null : { min: METRICS[type].min, max: METRICS[type].max };
}

/** "2.000 ml", "7h30", "82,5 kg", "8 de 10". */
export function measure(type: MetricType, value: number, unit: string): string {
  if (type === "sleep") {
    const minutes = Math.round(value * 60);
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}h${rest === 0 ? "" : String(rest).padStart(2, "0")}`;
  }
  if (isScore(type)) return t("metric.score", { value: number(value) });
  const whole = type === "water" || type === "exercise";
  return `${number(value, whole ? 0 : 2)} ${type === "custom" ? unit : unitOf(type)}`;
}

export function entryLabel(entry: Pick<EntryView, "type" | "metricName">): string {
  return metricLabel(entry.type, entry.metricName);
}

export function entryMeasure(entry: Pick<EntryView, "type" | "value" | "unit">): string {
  return measure(entry.type, entry.value, entry.unit);
}
