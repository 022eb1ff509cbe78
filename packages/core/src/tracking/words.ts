import { daysBetween, weekday, addDays } from "../dates.ts";
import { METRICS } from "./rules.ts";
import type { MetricType } from "./schemas.ts";

/** How days and measures are said in pt-BR. Browser-safe. */

const number = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2 });
const WEEKDAYS = ["domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"];
const SHORT_WEEKDAYS = ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"];
const MONTHS = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"];

export function metricLabel(type: MetricType, metricName: string | null): string {
  return type === "custom" ? (metricName ?? "Métrica") : METRICS[type].label;
}

/** `2.000 ml`, `7h30`, `82,5 kg`, `8 de 10`. */
export function measure(type: MetricType, value: number, unit: string): string {
  if (type === "sleep") {
    const minutes = Math.round(value * 60);
    const rest = minutes % 60;
    return rest === 0
      ? `${Math.floor(minutes / 60)}h`
      : `${Math.floor(minutes / 60)}h${String(rest).padStart(2, "0")}`;
  }
  if (type === "mood" || type === "energy") return `${number.format(value)} de 10`;
  return `${number.format(value)} ${unit}`;
}

/** A mean as people say one: `48 min`, `2.133 ml`, `82,4 kg`, `7,3 de 10`. Nobody means its hundredths. */
export function meanInWords(type: MetricType, value: number, unit: string): string {
  if (type === "sleep") return measure(type, value, unit);
  const step = unit === "min" || unit === "ml" ? 1 : 10;
  return measure(type, Math.round(value * step) / step, unit);
}

/** `12 nov.`, with the year when it is another one than today's. */
export function dateInWords(day: string, today: string): string {
  const base = `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}.`;
  return day.slice(0, 4) === today.slice(0, 4) ? base : `${base} ${day.slice(0, 4)}`;
}

/** `hoje`, `ontem`, `anteontem`, `amanhã`, `sexta (20 nov.)`, `12 nov.`. */
export function dayInWords(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return "hoje";
  if (distance === -1) return "ontem";
  if (distance === -2) return "anteontem";
  if (distance === 1) return "amanhã";
  const date = dateInWords(day, today);
  return Math.abs(distance) < 7 ? `${WEEKDAYS[weekday(day)] ?? ""} (${date})` : date;
}

/** The night that a sleep entry of a day belongs to: `noite de sex para sáb`. */
export function nightInWords(day: string): string {
  return `noite de ${SHORT_WEEKDAYS[weekday(addDays(day, -1))] ?? ""} para ${SHORT_WEEKDAYS[weekday(day)] ?? ""}`;
}
