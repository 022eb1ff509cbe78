import { addDays, addMonths, dayInMonth, lastDayOf, monthOf, parts, weekday } from "./civil.ts";
import { monthName } from "./day-names.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import type { Day, Month } from "./types.ts";
import { oneOf, wordSet } from "./words.ts";

/** A stretch of days named in a text; `month` when it is exactly one month. */
export type Period = {
  readonly from: Day;
  readonly until: Day;
  readonly month?: Month;
  readonly to: number;
  readonly word: "week" | "month" | "year" | "days" | "weekend";
};

const THIS = wordSet(
  "essa esse esta este nessa nesse nesta neste dessa desse desta deste da do na no",
);

function weekStart(day: Day): Day {
  return addDays(day, -((weekday(day) + 6) % 7));
}

function wholeMonth(month: Month, to: number): Period {
  return { from: `${month}-01`, until: lastDayOf(month), month, to, word: "month" };
}

/** "até março": the month, not the name Marco. */
function marchAt(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.raw.includes("ç") === true || oneOf("ate em de desde", tokens[i - 1]?.norm);
}

/** Reads "esse mês", "semana passada", "últimos 7 dias", "em outubro", "mês que vem" at token `i`. */
export function readPeriod(tokens: readonly Token[], i: number, today: Day): Period | null {
  const w = (k: number): string | undefined => tokens[i + k]?.norm;
  const month = monthOf(today);
  const shifted = (k: number): { delta: number; used: number } => {
    const t = w(k);
    if (
      t === "passado" ||
      t === "passada" ||
      t === "anterior" ||
      t === "retrasado" ||
      t === "retrasada"
    )
      return { delta: t.startsWith("retra") ? -2 : -1, used: 1 };
    if (t === "que" && w(k + 1) === "vem") return { delta: 1, used: 2 };
    if (t === "que" && w(k + 1) === "passou") return { delta: -1, used: 2 };
    if (t === "seguinte") return { delta: 1, used: 1 };
    return { delta: 0, used: 0 };
  };
  // "últimos 7 dias", "nos últimos 3 meses"
  for (const k of [0, 1]) {
    if (
      (w(k) === "ultimos" || w(k) === "ultimas") &&
      (k === 0 || oneOf("nos nas dos das os as esses essas desses", w(0) ?? ""))
    ) {
      const n = readNumber(tokens, i + k + 1);
      const at = n?.to ?? i + k + 1;
      const unit = tokens[at]?.norm;
      const count = n?.value ?? 7;
      if (unit === "dias" || unit === "dia")
        return { from: addDays(today, -(count - 1)), until: today, to: at + 1, word: "days" };
      if (unit === "semanas")
        return { from: addDays(today, -(count * 7 - 1)), until: today, to: at + 1, word: "days" };
      if (unit === "meses")
        return {
          from: `${addMonths(month, -(count - 1))}-01`,
          until: today,
          to: at + 1,
          word: "days",
        };
    }
  }
  let k = 0;
  if (THIS.has(w(0) ?? "")) k = 1;
  const pre =
    w(k) === "proximo" || w(k) === "proxima" ? 1 : w(k) === "ultimo" || w(k) === "ultima" ? -1 : 0;
  if (pre !== 0) k += 1;
  if (k === 1 && (w(1) === "meu" || w(1) === "ultimo")) k += 0;
  const noun = w(k);
  if (noun === "mes") {
    const s = shifted(k + 1);
    if (k === 0 && s.used === 0 && pre === 0 && !(w(1) === "atual")) return null;
    return wholeMonth(addMonths(month, pre !== 0 ? pre : s.delta), i + k + 1 + s.used);
  }
  if (noun === "semana") {
    const s = shifted(k + 1);
    if (k === 0 && s.used === 0 && pre === 0) return null;
    const delta = pre !== 0 ? pre : s.delta;
    const from = addDays(weekStart(today), delta * 7);
    return {
      from,
      until: delta === 0 ? addDays(from, 6) : addDays(from, 6),
      to: i + k + 1 + s.used,
      word: "week",
    };
  }
  if (
    (noun === "fim" && w(k + 1) === "de" && w(k + 2) === "semana") ||
    (noun === "final" && w(k + 1) === "de" && w(k + 2) === "semana") ||
    noun === "fim-de-semana"
  ) {
    const used = noun === "fim-de-semana" ? 1 : 3;
    const s = shifted(k + used);
    const saturday = addDays(weekStart(today), 5 + s.delta * 7);
    const past = saturday > today && s.delta === 0 ? addDays(saturday, -7) : saturday;
    return { from: past, until: addDays(past, 1), to: i + k + used + s.used, word: "weekend" };
  }
  if (noun === "ano") {
    const s = shifted(k + 1);
    if (k === 0 && s.used === 0) return null;
    const y = String(parts(today)[0] + (pre !== 0 ? pre : s.delta));
    return { from: `${y}-01-01`, until: `${y}-12-31`, to: i + k + 1 + s.used, word: "year" };
  }
  // "em outubro", "de outubro de 2025", "outubro"
  const lead: number = oneOf("em de do para no mes", w(0) ?? "")
    ? w(1) === "mes" && w(2) === "de"
      ? 3
      : w(0) === "mes" && w(1) === "de"
        ? 2
        : 1
    : 0;
  const m = monthName(w(lead));
  if (
    m !== null &&
    (w(lead)?.length ?? 0) > 3 &&
    !(lead === 0 && w(0) === "marco" && !marchAt(tokens, i))
  ) {
    const [y, tm] = parts(today);
    let year = m > tm ? y - 1 : y;
    let to = i + lead + 1;
    const yt = w(lead + 1) === "de" || w(lead + 1) === "/" ? tokens[i + lead + 2] : undefined;
    if (yt?.kind === "number" && /^\d{4}$/.test(yt.norm)) {
      year = Number(yt.norm);
      to += 2;
    }
    return wholeMonth(`${year}-${String(m).padStart(2, "0")}`, to);
  }
  return null;
}

/** Day a debt or bill of a month falls on. */
export function dueIn(month: Month, day: number): Day {
  return dayInMonth(month, day);
}
