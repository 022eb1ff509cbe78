import { addDays, addMonths, daysInMonth, format, monthOf, parts, weekday } from "./civil.ts";
import type { Day } from "./types.ts";

export type DayPart = "dawn" | "morning" | "afternoon" | "evening" | "night";

/** A day named in a text. `past` is its latest reading not after today, `next` its coming one. */
export type DayRef = {
  readonly past: Day;
  readonly next: Day;
  /** `fixed`: both are the same day. */
  readonly kind: "fixed" | "weekday" | "monthday";
  readonly to: number;
  readonly part?: DayPart;
  /** "essa noite", "noite passada": the night between yesterday and today. */
  readonly lastNight?: boolean;
};

export const WEEKDAYS: Readonly<Record<string, number>> = {
  domingo: 0,
  segunda: 1,
  terca: 2,
  quarta: 3,
  quinta: 4,
  sexta: 5,
  sabado: 6,
  seg: 1,
  ter: 2,
  qua: 3,
  qui: 4,
  sex: 5,
  sab: 6,
  dom: 0,
  segundona: 1,
  sextou: 5,
};

const PLURAL: Readonly<Record<string, number>> = {
  domingos: 0,
  segundas: 1,
  tercas: 2,
  quartas: 3,
  quintas: 4,
  sextas: 5,
  sabados: 6,
};

export const MONTHS: Readonly<Record<string, number>> = {
  janeiro: 1,
  fevereiro: 2,
  marco: 3,
  abril: 4,
  maio: 5,
  junho: 6,
  julho: 7,
  agosto: 8,
  setembro: 9,
  outubro: 10,
  novembro: 11,
  dezembro: 12,
  jan: 1,
  fev: 2,
  mar: 3,
  abr: 4,
  mai: 5,
  jun: 6,
  jul: 7,
  ago: 8,
  set: 9,
  out: 10,
  nov: 11,
  dez: 12,
};

/** Words of days and months, for typo correction. */
export const DAY_WORDS: readonly string[] = [
  "hoje",
  "ontem",
  "anteontem",
  "amanha",
  "semana",
  "passada",
  "passado",
  "atras",
  "domingo",
  "segunda",
  "terca",
  "quarta",
  "quinta",
  "sexta",
  "sabado",
  ...Object.keys(MONTHS).filter((m) => m.length > 3),
  "noite",
  "tarde",
  "madrugada",
  "cedo",
];

export function weekdayOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  return Object.hasOwn(WEEKDAYS, word)
    ? WEEKDAYS[word]!
    : Object.hasOwn(PLURAL, word)
      ? PLURAL[word]!
      : null;
}

export function monthName(word: string | undefined): number | null {
  return word !== undefined && Object.hasOwn(MONTHS, word) ? MONTHS[word]! : null;
}

/** Latest given weekday strictly before today. */
export function lastWeekday(today: Day, wd: number): Day {
  return addDays(today, -(((weekday(today) - wd + 6) % 7) + 1));
}

/** Coming given weekday strictly after today. */
export function nextWeekday(today: Day, wd: number): Day {
  return addDays(today, ((wd - weekday(today) + 6) % 7) + 1);
}

/** Latest n-th of a month not in the future; months without that day are passed over. */
export function lastMonthDay(today: Day, d: number): Day {
  for (let back = 0; back < 13; back += 1) {
    const month = addMonths(monthOf(today), -back);
    const [y, m] = parts(`${month}-01`);
    const day = format(y, m, d);
    if (d <= daysInMonth(y, m) && day <= today) return day;
  }
  return today;
}

/** Coming n-th of a month, today included; months without that day are passed over. */
export function nextMonthDay(today: Day, d: number): Day {
  for (let on = 0; on < 13; on += 1) {
    const month = addMonths(monthOf(today), on);
    const [y, m] = parts(`${month}-01`);
    const day = format(y, m, d);
    if (d <= daysInMonth(y, m) && day >= today) return day;
  }
  return today;
}

export const fixed = (day: Day, to: number, extra: Partial<DayRef> = {}): DayRef => ({
  past: day,
  next: day,
  kind: "fixed",
  to,
  ...extra,
});

export const PARTS: Readonly<Record<string, DayPart>> = {
  manha: "morning",
  manhazinha: "morning",
  tarde: "afternoon",
  tardinha: "afternoon",
  tardezinha: "afternoon",
  noite: "evening",
  noitinha: "evening",
  madrugada: "dawn",
  almoco: "afternoon",
};
