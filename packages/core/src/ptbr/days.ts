import {
  addDays,
  addMonths,
  dayInMonth,
  daysInMonth,
  format,
  isRealDate,
  lastDayOf,
  monthOf,
  parts,
  weekday,
} from "./civil.ts";
import {
  type DayRef,
  WEEKDAYS,
  fixed,
  lastMonthDay,
  lastWeekday,
  monthName,
  nextMonthDay,
  nextWeekday,
} from "./day-names.ts";
import { relative, withPart } from "./day-words.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import type { Day } from "./types.ts";
import { oneOf, wordSet } from "./words.ts";

const PREPOSITIONS = wordSet(
  "na no nessa nesse nesta neste essa esse esta este para ate de da do desde toda todo todas todos ultima ultimo proxima proximo e as aos a em que as",
);

const ORDINAL_NOUNS = wordSet(
  "parcela parcelas conta vez via opcao mao fatura prestacao coisa acao linha aula dose serie leva guerra classe",
);

const UNIT_DAYS: Readonly<Record<string, number>> = {
  dia: 1,
  dias: 1,
  semana: 7,
  semanas: 7,
  mes: -1,
  meses: -1,
  ano: -12,
  anos: -12,
};

function shift(today: Day, n: number, unit: string, sign: 1 | -1): Day {
  const size = UNIT_DAYS[unit]!;
  if (size > 0) return addDays(today, sign * n * size);
  return dayInMonth(addMonths(monthOf(today), sign * n * -size), parts(today)[2]);
}

/** "há 3 dias", "3 dias atrás", "daqui a 2 semanas", "em 5 dias", "faz uma semana". */
function counted(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  const w = tokens[i]?.norm;
  let at = i;
  let sign: 1 | -1 | 0 = 0;
  if (w === "ha" || w === "faz") {
    at += 1;
    sign = -1;
  } else if (w === "daqui") {
    at +=
      tokens[i + 1]?.norm === "a" || tokens[i + 1]?.norm === "ha" || tokens[i + 1]?.norm === "em"
        ? 2
        : 1;
    sign = 1;
  } else if (w === "dentro" && tokens[i + 1]?.norm === "de") {
    at += 2;
    sign = 1;
  } else if (w === "em") {
    at += 1;
    sign = 1;
  }
  const n = readNumber(tokens, at);
  if (n === null || !Number.isInteger(n.value) || n.value > 3650) return null;
  const unit = tokens[n.to]?.norm;
  if (unit === undefined || !Object.hasOwn(UNIT_DAYS, unit)) return null;
  let to = n.to + 1;
  if (tokens[to]?.norm === "atras" || (tokens[to]?.norm === "antes" && sign === 0)) {
    sign = -1;
    to += 1;
  }
  if (sign === 0) return null;
  // "em 3 meses bebi…" is a period, not a day, when nothing says future.
  return fixed(shift(today, n.value, unit, sign), to);
}

function namedWeekday(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  let at = i;
  let direction = 0;
  const first = tokens[i]?.norm;
  if (first === "ultima" || first === "ultimo") {
    direction = -1;
    at += 1;
  } else if (first === "proxima" || first === "proximo") {
    direction = 1;
    at += 1;
  }
  const word = tokens[at]?.norm;
  const wd = word !== undefined && Object.hasOwn(WEEKDAYS, word) ? WEEKDAYS[word]! : null;
  if (wd === null || word === undefined) return null;
  let to = at + 1;
  let sure = direction !== 0 || word === "domingo" || word === "sabado" || word === "segundona";
  if (tokens[to]?.norm === "feira") {
    to += 1;
    sure = true;
  }
  if (oneOf("retrasada retrasado", tokens[to]?.norm))
    return fixed(addDays(lastWeekday(today, wd), -7), to + 1);
  if (
    tokens[to]?.norm === "passada" ||
    tokens[to]?.norm === "passado" ||
    (tokens[to]?.norm === "da" &&
      tokens[to + 1]?.norm === "semana" &&
      tokens[to + 2]?.norm === "passada")
  ) {
    const far = tokens[to]!.norm === "da";
    const weekStart = addDays(today, -((weekday(today) + 6) % 7));
    if (far) return fixed(addDays(weekStart, -7 + ((wd + 6) % 7)), to + 3);
    return fixed(lastWeekday(today, wd), to + 1);
  }
  if (
    tokens[to]?.norm === "que" &&
    (tokens[to + 1]?.norm === "vem" || tokens[to + 1]?.norm === "passou")
  )
    return fixed(
      tokens[to + 1]!.norm === "vem" ? nextWeekday(today, wd) : lastWeekday(today, wd),
      to + 2,
    );
  if (tokens[to]?.norm === "agora") {
    sure = true;
    to += 1;
  }
  if (!sure) {
    const before = tokens[i - 1];
    if (ORDINAL_NOUNS.has(tokens[to]?.norm ?? "")) return null;
    const ordinal =
      word === "segunda" ||
      word === "terca" ||
      word === "quarta" ||
      word === "quinta" ||
      word === "sexta";
    if (
      !ordinal ||
      !(
        before === undefined ||
        before.kind === "punct" ||
        before.kind === "number" ||
        PREPOSITIONS.has(before.norm) ||
        to === tokens.length ||
        oneOf("as a de eu foi gastei paguei nao", tokens[to]?.norm ?? "") ||
        tokens[to]?.kind === "punct"
      )
    ) {
      if (word.length <= 3) return null;
    }
    if (
      word.length <= 3 &&
      !(before !== undefined && oneOf("na no nesta essa esse para de", before.norm))
    )
      return null;
  }
  if (direction !== 0)
    return fixed(direction < 0 ? lastWeekday(today, wd) : nextWeekday(today, wd), to);
  return { past: lastWeekday(today, wd), next: nextWeekday(today, wd), kind: "weekday", to };
}

function yearAt(tokens: readonly Token[], i: number): { year: number; to: number } | null {
  const at =
    tokens[i]?.norm === "de" ||
    tokens[i]?.norm === "/" ||
    tokens[i]?.norm === "-" ||
    tokens[i]?.norm === "do"
      ? i + 1
      : i;
  const t = tokens[at];
  if (at === i || t?.kind !== "number" || !/^\d{2}(\d{2})?$/.test(t.norm)) return null;
  const n = Number(t.norm);
  const year = t.norm.length === 2 ? 2000 + n : n;
  return year < 1900 || year > 2200 || (t.norm.length === 2 && tokens[i]!.norm !== "/")
    ? null
    : { year, to: at + 1 };
}

/** A day and a month without a year: its latest past and coming readings. */
function dated(
  today: Day,
  d: number,
  m: number,
  year: { year: number; to: number } | null,
  to: number,
): DayRef | null {
  if (year !== null)
    return isRealDate(year.year, m, d) ? fixed(format(year.year, m, d), year.to) : null;
  const [ty] = parts(today);
  if (!isRealDate(2024, m, d)) return null;
  const clampTo = (y: number): Day => format(y, m, Math.min(d, daysInMonth(y, m)));
  const past = clampTo(ty) <= today ? clampTo(ty) : clampTo(ty - 1);
  const next = clampTo(ty) >= today ? clampTo(ty) : clampTo(ty + 1);
  return { past, next, kind: "monthday", to };
}

function calendar(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  let at = i;
  const dia = tokens[i]?.norm === "dia" || tokens[i]?.norm === "dias";
  if (dia) at += 1;
  const t = tokens[at];
  if (t === undefined) return null;
  // 2026-11-05
  if (
    t.kind === "number" &&
    /^\d{4}$/.test(t.norm) &&
    tokens[at + 1]?.norm === "-" &&
    tokens[at + 3]?.norm === "-"
  ) {
    const [m, d] = [Number(tokens[at + 2]!.norm), Number(tokens[at + 4]?.norm)];
    return isRealDate(Number(t.norm), m, d) ? fixed(format(Number(t.norm), m, d), at + 5) : null;
  }
  const first = t.norm === "primeiro" ? { value: 1, to: at + 1 } : readNumber(tokens, at);
  if (first === null || !Number.isInteger(first.value) || first.value < 1 || first.value > 31)
    return null;
  if (t.kind === "number" && !/^\d{1,2}$/.test(t.norm)) return null;
  const d = first.value;
  const sep = tokens[first.to]?.norm;
  if (
    sep === "/" &&
    tokens[first.to + 1]?.kind === "number" &&
    /^\d{1,2}$/.test(tokens[first.to + 1]!.norm) &&
    t.kind === "number"
  ) {
    const m = Number(tokens[first.to + 1]!.norm);
    return m >= 1 && m <= 12
      ? dated(today, d, m, yearAt(tokens, first.to + 2), first.to + 2)
      : null;
  }
  const named = sep === "de" || sep === "/" ? monthName(tokens[first.to + 1]?.norm) : null;
  if (named !== null && (tokens[first.to + 1]!.norm.length > 3 || dia || sep === "/"))
    return dated(today, d, named, yearAt(tokens, first.to + 2), first.to + 2);
  if (!dia) return null;
  const month = tokens[first.to + 1]?.norm === "mes" ? sep : undefined;
  if (oneOf("desse deste do neste nesse", month ?? "")) {
    const tail = tokens[first.to + 2]?.norm;
    const delta = tail === "passado" ? -1 : tail === "que" ? 1 : 0;
    return fixed(
      dayInMonth(addMonths(monthOf(today), delta), d),
      first.to + 2 + (delta === -1 ? 1 : delta === 1 ? 2 : 0),
    );
  }
  return {
    past: lastMonthDay(today, d),
    next: nextMonthDay(today, d),
    kind: "monthday",
    to: sep === "que" && tokens[first.to + 1]?.norm === "vem" ? first.to + 2 : first.to,
  };
}

/** "fim do mês", "último dia do mês", "começo do mês que vem". */
function monthEdge(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  const w = (k: number): string | undefined => tokens[i + k]?.norm;
  let k = 0;
  if (w(0) === "ultimo" && w(1) === "dia") k = 2;
  else if (w(0) === "fim" || w(0) === "final") k = 1;
  if (k === 0 || !oneOf("do desse deste de", w(k) ?? "") || w(k + 1) !== "mes") return null;
  const tail = w(k + 2);
  const delta = tail === "passado" ? -1 : tail === "que" && w(k + 3) === "vem" ? 1 : 0;
  return fixed(
    lastDayOf(addMonths(monthOf(today), delta)),
    i + k + 2 + (delta === -1 ? 1 : delta === 1 ? 2 : 0),
  );
}

/** Reads the day named at token `i`, with a following part of the day; null when none starts there. */
export function readDay(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  const ref =
    relative(tokens, i, today) ??
    counted(tokens, i, today) ??
    monthEdge(tokens, i, today) ??
    namedWeekday(tokens, i, today) ??
    calendar(tokens, i, today);
  if (ref === null) return null;
  const full = ref.part === undefined ? withPart(tokens, ref) : ref;
  // "ontem de madrugada" is yesterday; "ontem à noite" ends today for sleep.
  return full.part === "evening" && full.past === addDays(today, -1)
    ? { ...full, lastNight: true }
    : full;
}
