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
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import type { Day } from "./types.ts";
import { oneOf, wordSet } from "./words.ts";

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

const WEEKDAYS: Readonly<Record<string, number>> = {
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

const PREPOSITIONS = wordSet(
  "na no nessa nesse nesta neste essa esse esta este para ate de da do desde toda todo todas todos ultima ultimo proxima proximo e as aos a em que as",
);
const ORDINAL_NOUNS = wordSet(
  "parcela parcelas conta vez via opcao mao fatura prestacao coisa acao linha aula dose serie leva guerra classe",
);

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

const fixed = (day: Day, to: number, extra: Partial<DayRef> = {}): DayRef => ({
  past: day,
  next: day,
  kind: "fixed",
  to,
  ...extra,
});

/** "cedo", "de manhã", "à noite", "de madrugada" after a day. */
export function readPart(
  tokens: readonly Token[],
  i: number,
): { part: DayPart; to: number } | null {
  const w = tokens[i]?.norm;
  if (w === "cedo" || w === "cedinho") return { part: "morning", to: i + 1 };
  let at = i;
  if (w === "mais" && tokens[i + 1]?.norm === "cedo") return { part: "morning", to: i + 2 };
  if (w === "mais" && tokens[i + 1]?.norm === "tarde") return { part: "afternoon", to: i + 2 };
  if (oneOf("de da a na pela durante logo nesta desta nessa dessa hoje", w ?? "")) at += 1;
  if (at > i && (tokens[at]?.norm === "a" || tokens[at]?.norm === "pela")) at += 1;
  const part = PARTS[tokens[at]?.norm ?? ""];
  if (part === undefined) return null;
  // "tarde" alone is "late", "noite" alone may be a title.
  if (at === i && w !== "madrugada") return null;
  return { part, to: at + 1 };
}

const PARTS: Readonly<Record<string, DayPart>> = {
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

function withPart(tokens: readonly Token[], ref: DayRef): DayRef {
  const comma: number = tokens[ref.to]?.norm === "," ? 1 : 0;
  const p = readPart(tokens, ref.to + comma);
  return p === null ? ref : { ...ref, to: p.to, part: p.part };
}

function relative(tokens: readonly Token[], i: number, today: Day): DayRef | null {
  const w = (k: number): string | undefined => tokens[i + k]?.norm;
  switch (w(0)) {
    case "hoje":
      return fixed(today, i + 1);
    case "ontem":
      return fixed(
        addDays(today, -1),
        i + 1,
        w(1) === "a" && w(2) === "noite" ? { lastNight: true } : {},
      );
    case "anteontem":
      return fixed(addDays(today, -2), i + 1);
    case "trasanteontem":
      return fixed(addDays(today, -3), i + 1);
    case "antes":
      return w(1) === "de" && w(2) === "ontem" ? fixed(addDays(today, -2), i + 3) : null;
    case "amanha":
      return fixed(addDays(today, 1), i + 1);
    case "agora":
      return w(1) === "ha" && w(2) === "pouco"
        ? fixed(today, i + 3)
        : w(1) === "pouco"
          ? fixed(today, i + 2)
          : w(1) === "mesmo" || w(1) === "cedo" || w(1) === "pela"
            ? fixed(today, i + 2)
            : fixed(today, i + 1);
    case "depois":
      return w(1) === "de" && w(2) === "amanha" ? fixed(addDays(today, 2), i + 3) : null;
    case "dia":
    case "noite":
    case "manha":
    case "madrugada":
    case "tarde": {
      if (w(1) === "anterior" || w(1) === "passada" || w(1) === "passado")
        return fixed(
          addDays(today, -1),
          i + 2,
          w(0) === "noite" ? { lastNight: true, part: "evening" } : {},
        );
      if (
        w(0) !== "dia" &&
        w(1) === "de" &&
        (w(2) === "ontem" || w(2) === "hoje" || w(2) === "amanha")
      ) {
        const ref = relative(tokens, i + 2, today)!;
        return { ...ref, part: PARTS[w(0)!]! };
      }
      return null;
    }
    case "ultima":
      return w(1) === "noite"
        ? fixed(addDays(today, -1), i + 2, { lastNight: true, part: "evening" })
        : null;
    case "nessa":
    case "essa":
    case "esta":
    case "nesta":
    case "dessa":
    case "desta": {
      if (w(1) === "noite" || w(1) === "madrugada")
        return fixed(today, i + 2, { part: PARTS[w(1)!]!, lastNight: true });
      if (w(1) === "manha" || w(1) === "tarde") return fixed(today, i + 2, { part: PARTS[w(1)!]! });
      return null;
    }
    default:
      return null;
  }
}

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
    to: first.to,
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
