import { weekdayOf } from "./day-names.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import { WEEKDAYS, WEEKENDS } from "./weekly.ts";
import { type Recurrence, weekdayList, weekly } from "./weekly.ts";
import { oneOf, wordSet } from "./words.ts";

const EACH = wordSet("todo toda todos todas cada");

const PART: Readonly<Record<string, "morning" | "afternoon" | "evening">> = {
  manha: "morning",
  tarde: "afternoon",
  noite: "evening",
  manhas: "morning",
  tardes: "afternoon",
  noites: "evening",
};

function timesPer(tokens: readonly Token[], i: number): Recurrence | null {
  const n = readNumber(tokens, i);
  if (n === null || !Number.isInteger(n.value) || n.value < 1 || n.value > 60) return null;
  const unit = tokens[n.to]?.norm;
  const isDays = unit === "dias" || unit === "dia";
  if (unit !== "x" && unit !== "vezes" && unit !== "vez" && !isDays) return null;
  let at = n.to + 1;
  const per = tokens[at]?.norm;
  if (
    per !== "por" &&
    per !== "na" &&
    per !== "a" &&
    per !== "ao" &&
    per !== "no" &&
    per !== "cada" &&
    per !== "/"
  )
    return null;
  at += 1;
  if (tokens[at]?.norm === "cada") at += 1;
  const span = tokens[at]?.norm;
  if (span === "semana")
    return {
      rrule: "FREQ=WEEKLY",
      to: at + 1,
      frequency: "times",
      times: { times: n.value, days: 7 },
    };
  if (span === "mes")
    return {
      rrule: "FREQ=MONTHLY",
      to: at + 1,
      frequency: "times",
      times: { times: n.value, days: 30 },
    };
  if (span === "dia" && !isDays) return { rrule: "FREQ=DAILY", to: at + 1, frequency: "daily" };
  return null;
}

/** Reads "todo dia 5", "toda segunda e quarta", "3x por semana", "de 2 em 2 dias" at token `i`. */
export function readRecurrence(tokens: readonly Token[], i: number): Recurrence | null {
  const w = (k: number): string | undefined => tokens[i + k]?.norm;
  const first = w(0);
  if (first === undefined) return null;
  if (first === "diariamente" || first === "diario" || first === "diaria")
    return { rrule: "FREQ=DAILY", to: i + 1, frequency: "daily" };
  if (first === "semanalmente" || first === "semanal")
    return { rrule: "FREQ=WEEKLY", to: i + 1, frequency: "weekly" };
  if (first === "mensalmente" || first === "mensal")
    return { rrule: "FREQ=MONTHLY", to: i + 1, frequency: "monthly" };
  if (first === "anualmente" || first === "anual")
    return { rrule: "FREQ=YEARLY", to: i + 1, frequency: "yearly" };
  if (first === "dia" && w(1) === "sim" && (w(2) === "dia" || w(3) === "dia"))
    return {
      rrule: "FREQ=DAILY;INTERVAL=2",
      to: i + (w(2) === "dia" ? 4 : 5),
      frequency: "interval",
    };
  const lead: number = oneOf("em nos aos so apenas de no", first) ? 1 : 0;
  if (w(lead) === "dias" && w(lead + 1) === "uteis") return { ...WEEKDAYS, to: i + lead + 2 };
  if (w(lead) === "dias" && w(lead + 1) === "de" && w(lead + 2) === "semana")
    return { ...WEEKDAYS, to: i + lead + 3 };
  if (
    (w(lead) === "fins" ||
      w(lead) === "finais" ||
      (w(lead) === "fim" && lead === 1 && (first === "nos" || first === "aos"))) &&
    w(lead + 1) === "de" &&
    w(lead + 2) === "semana"
  )
    return { ...WEEKENDS, to: i + lead + 3 };
  if ((first === "nos" || first === "aos") && w(1) === "fim-de-semana")
    return { ...WEEKENDS, to: i + 2 };
  // "de segunda a sexta", "segunda a sexta"
  {
    const from: number = first === "de" ? 1 : 0;
    const a = weekdayOf(w(from));
    const skip: number = w(from + 1) === "feira" ? 1 : 0;
    const b =
      w(from + 1 + skip) === "a" || w(from + 1 + skip) === "ate"
        ? weekdayOf(w(from + 2 + skip + (w(from + 2 + skip) === "a" ? 1 : 0)))
        : null;
    if (a !== null && b !== null && a !== b) {
      const days: number[] = [];
      for (let d = a; ; d = (d + 1) % 7) {
        days.push(d);
        if (d === b) break;
      }
      const to = i + from + 3 + skip + (w(from + 3 + skip) === "feira" ? 1 : 0);
      return days.length === 5 && a === 1 ? { ...WEEKDAYS, to } : weekly(days, to);
    }
  }
  // "de 2 em 2 dias", "de 8 em 8 horas"
  if (first === "de" || first === "a") {
    const n = readNumber(tokens, i + 1 + (first === "a" && w(1) === "cada" ? 1 : 0));
    const each = first === "a" && w(1) === "cada";
    if (n !== null && Number.isInteger(n.value) && n.value >= 1) {
      const again = each
        ? { to: n.to, value: n.value }
        : tokens[n.to]?.norm === "em"
          ? readNumber(tokens, n.to + 1)
          : null;
      if (again !== null && again.value === n.value) return everyN(tokens, n.value, again.to);
    }
    if (each) {
      const rest = readEach(tokens, i + 1);
      if (rest !== null) return rest;
    }
  }
  if (first === "cada" || EACH.has(first)) {
    const n = first === "cada" ? readNumber(tokens, i + 1) : null;
    if (n !== null && Number.isInteger(n.value)) {
      const r = everyN(tokens, n.value, n.to);
      if (r !== null) return r;
    }
    return readEach(tokens, i);
  }
  // "às segundas e quartas", "nas terças", "aos domingos"
  if (
    oneOf("as nas aos nos", first) &&
    w(1) !== undefined &&
    w(1)!.endsWith("s") &&
    weekdayOf(w(1)) !== null
  ) {
    const list = weekdayList(tokens, i + 1)!;
    return weekly(list.days, list.to);
  }
  if (first.endsWith("s") && first.length > 5 && weekdayOf(first) !== null) {
    const list = weekdayList(tokens, i)!;
    return weekly(list.days, list.to);
  }
  // "segunda, quarta e sexta": two or more names are a list
  if (weekdayOf(first) !== null && first.length > 3) {
    const list = weekdayList(tokens, i)!;
    if (list.days.length >= 3) return weekly(list.days, list.to);
  }
  return timesPer(tokens, i);
}

function everyN(tokens: readonly Token[], n: number, at: number): Recurrence | null {
  const unit = tokens[at]?.norm;
  const interval = n === 1 ? "" : `;INTERVAL=${n}`;
  if (unit === "dias" || unit === "dia")
    return {
      rrule: `FREQ=DAILY${interval}`,
      to: at + 1,
      frequency: n === 1 ? "daily" : "interval",
    };
  if (unit === "horas" || unit === "h" || unit === "hora")
    return { rrule: `FREQ=HOURLY${interval}`, to: at + 1, frequency: "hourly" };
  if (unit === "semanas" || unit === "semana")
    return { rrule: `FREQ=WEEKLY${interval}`, to: at + 1, frequency: "weekly" };
  if (unit === "meses" || unit === "mes")
    return { rrule: `FREQ=MONTHLY${interval}`, to: at + 1, frequency: "monthly" };
  return null;
}

/** After "todo", "toda", "todos os", "cada". */
function readEach(tokens: readonly Token[], i: number): Recurrence | null {
  let at = i + 1;
  const w = (k: number): string | undefined => tokens[at + k]?.norm;
  if (oneOf("o a os as santo santa", w(0) ?? "")) at += 1;
  if (w(0) === "dia" || w(0) === "dias") {
    if (w(1) === "uteis" || w(1) === "util") return { ...WEEKDAYS, to: at + 2 };
    const n = w(1) === "primeiro" ? { value: 1, to: at + 2 } : readNumber(tokens, at + 1);
    // "todo dia 5", but "todo dia 2 litros" is daily
    const unit = n === null ? undefined : tokens[n.to]?.norm;
    if (
      n !== null &&
      Number.isInteger(n.value) &&
      n.value >= 1 &&
      n.value <= 31 &&
      (tokens[at + 1]?.kind !== "number" || /^\d{1,2}$/.test(tokens[at + 1]!.norm)) &&
      !oneOf("litros litro l ml min minutos paginas vezes x h horas copos km :", unit ?? "")
    ) {
      let to = n.to;
      if (
        ["de", "do"].includes(tokens[to]?.norm ?? "") &&
        tokens[to + 1]?.norm === "cada" &&
        tokens[to + 2]?.norm === "mes"
      )
        to += 3;
      else if (tokens[to]?.norm === "do" && tokens[to + 1]?.norm === "mes") to += 2;
      return {
        rrule: `FREQ=MONTHLY;BYMONTHDAY=${n.value}`,
        to,
        frequency: "monthly",
        monthDay: n.value,
      };
    }
    const part = oneOf("de da a pela", w(1) ?? "") ? PART[w(2) ?? ""] : undefined;
    if (part !== undefined) return { rrule: "FREQ=DAILY", to: at + 3, frequency: "daily", part };
    return { rrule: "FREQ=DAILY", to: at + 1, frequency: "daily" };
  }
  if (w(0) === "mes" || w(0) === "meses") {
    const d: number = ["no", "dia", "todo"].includes(w(1) ?? "") ? (w(1) === "no" ? 2 : 1) : 0;
    const n = d > 0 && w(d) === "dia" ? readNumber(tokens, at + d + 1) : null;
    return n !== null && n.value >= 1 && n.value <= 31
      ? {
          rrule: `FREQ=MONTHLY;BYMONTHDAY=${n.value}`,
          to: n.to,
          frequency: "monthly",
          monthDay: n.value,
        }
      : { rrule: "FREQ=MONTHLY", to: at + 1, frequency: "monthly" };
  }
  if (w(0) === "semana" || w(0) === "semanas")
    return { rrule: "FREQ=WEEKLY", to: at + 1, frequency: "weekly" };
  if (w(0) === "ano" || w(0) === "anos")
    return { rrule: "FREQ=YEARLY", to: at + 1, frequency: "yearly" };
  if (w(0) === "hora") return { rrule: "FREQ=HOURLY", to: at + 1, frequency: "hourly" };
  const part = PART[w(0) ?? ""];
  if (part !== undefined) return { rrule: "FREQ=DAILY", to: at + 1, frequency: "daily", part };
  if ((w(0) === "fim" || w(0) === "final") && w(1) === "de" && w(2) === "semana")
    return { ...WEEKENDS, to: at + 3 };
  if ((w(0) === "fim" || w(0) === "final") && w(1) === "de" && w(2) === "mes")
    return { rrule: "FREQ=MONTHLY;BYMONTHDAY=-1", to: at + 3, frequency: "monthly", monthDay: 31 };
  if (w(0) === "fim-de-semana") return { ...WEEKENDS, to: at + 1 };
  const list = weekdayList(tokens, at);
  return list === null ? null : weekly(list.days, list.to);
}
