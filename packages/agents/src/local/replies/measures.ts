import type { EntryView, MetricType } from "@vida/core/tracking/schemas";
import { dayInWords, measure, metricLabel } from "@vida/core/tracking/words";

import type { SpeakerContext } from "../speaker.ts";
import { decimal } from "./shared.ts";

/** `2 L` for who speaks in litres, `2.000 ml` for who does not; full hours as `7 horas`. */
export function amount(
  type: MetricType,
  value: number,
  unit: string,
  { text }: SpeakerContext,
): string {
  const litres = /\d\s*(l|lt|lts|litros?)\b|litro/i.test(text);
  if (type === "water" && litres) return `${decimal(value / 1000)} L`;
  if (type === "sleep" && Number.isInteger(value)) return value === 1 ? "1 hora" : `${value} horas`;
  return measure(type, value, unit);
}

const OF: Readonly<Record<MetricType, string>> = {
  water: "de água",
  sleep: "de sono",
  exercise: "de exercício",
  weight: "de peso",
  mood: "no humor",
  energy: "na energia",
  custom: "",
};

/** `500 ml de água`, `Café, 2 xícaras`. */
export function valueInWords(entry: EntryView, context: SpeakerContext): string {
  const value = amount(entry.type, entry.value, entry.unit, context);
  return entry.type === "custom"
    ? `${metricLabel(entry.type, entry.metricName)}, ${value}`
    : `${value} ${OF[entry.type]}`;
}

export function entryInWords(entry: EntryView, context: SpeakerContext): string {
  return `${valueInWords(entry, context)}, ${dayInWords(entry.day, context.today)}`;
}
