import { safeZone } from "./clock.ts";
import { dayToDate, daysBetween } from "./days.ts";

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("pt-BR", { timeZone: "UTC", ...options });

const LONG = utc({ weekday: "long", day: "numeric", month: "long" });
const WEEKDAY = utc({ weekday: "long" });
const SHORT = utc({ day: "numeric", month: "short" });
const SHORT_YEAR = utc({ day: "numeric", month: "short", year: "numeric" });
const MONTH = utc({ month: "long", year: "numeric" });
const NARROW = utc({ weekday: "short" });

/** "domingo, 22 de novembro". */
export function longDay(day: string): string {
  return LONG.format(dayToDate(day));
}

/** "12 nov." and, when another year is meant, "12 nov. 2025". */
export function shortDay(day: string, today?: string): string {
  const format = today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? SHORT_YEAR : SHORT;
  return format.format(dayToDate(day)).replaceAll(" de ", " ");
}

/** "hoje", "ontem", "anteontem", else the weekday within a week, else the short day. */
export function relativeDay(day: string, today: string): string {
  const distance = daysBetween(day, today);
  if (distance === 0) return "hoje";
  if (distance === 1) return "ontem";
  if (distance === 2) return "anteontem";
  if (distance === -1) return "amanhã";
  if (distance > 2 && distance < 7) return WEEKDAY.format(dayToDate(day));
  return shortDay(day, today);
}

export function monthName(month: string): string {
  const name = MONTH.format(dayToDate(`${month}-01`));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "dom", "seg", … without the full stop. */
export function weekdayShort(day: string): string {
  return NARROW.format(dayToDate(day)).replace(".", "");
}

export function number(value: number, digits = 2): string {
  return new Intl.NumberFormat("pt-BR", { maximumFractionDigits: digits }).format(value);
}

/** Formats a decimal string of the wire; the figure never passes through a float on its way back. */
export function money(amount: string, currency = "BRL"): string {
  return new Intl.NumberFormat("pt-BR", { style: "currency", currency }).format(Number(amount));
}

export function percent(ratio: number): string {
  return new Intl.NumberFormat("pt-BR", { style: "percent", maximumFractionDigits: 0 }).format(
    ratio,
  );
}

/** "9h10", as people write a time. */
export function clockTime(instant: string, zone: string): string {
  const text = new Intl.DateTimeFormat("pt-BR", {
    timeZone: safeZone(zone),
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));
  return text.replace(/^0(\d)/, "$1").replace(":", "h");
}

/** Reads a number as a person of Brazil types it: "2,5", "1.200", "72.5". */
export function parseNumber(text: string): number | null {
  const clean = text.trim().replace(/\s/g, "");
  if (!/^-?[\d.,]+$/.test(clean)) return null;
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(clean);
  const plain =
    grouped || clean.includes(",") ? clean.replaceAll(".", "").replace(",", ".") : clean;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
