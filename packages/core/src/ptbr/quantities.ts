import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import { oneOf, wordSet } from "./words.ts";

export type QuantityKind = "volume" | "mass" | "duration" | "distance" | "score" | "percent";

export type Quantity = {
  readonly kind: QuantityKind;
  /** Canonical: ml, kg, minutes, km, points. */
  readonly value: number;
  readonly to: number;
  readonly approx: boolean;
  /** A vessel counted without a size: the person's own measure was taken. */
  readonly vessel?: {
    readonly name: string;
    readonly plural: string;
    readonly ml: number;
    readonly count: number;
  };
  /** "7h", "14h30" may be a time of day as well. */
  readonly clock?: { readonly hour: number; readonly minute: number };
};

export type Measures = { readonly glass?: number; readonly cup?: number; readonly bottle?: number };

const VOLUME: Readonly<Record<string, number>> = {
  ml: 1,
  mls: 1,
  mililitro: 1,
  mililitros: 1,
  l: 1000,
  litro: 1000,
  litros: 1000,
  litrao: 1000,
  litroes: 1000,
  litrinho: 1000,
  litrinhos: 1000,
  cl: 10,
  dl: 100,
};
const VESSEL: Readonly<
  Record<string, { name: string; plural: string; of: "glass" | "cup" | "bottle" | number }>
> = {
  copo: { name: "copo", plural: "copos", of: "glass" },
  copos: { name: "copo", plural: "copos", of: "glass" },
  xicara: { name: "xícara", plural: "xícaras", of: "cup" },
  xicaras: { name: "xícara", plural: "xícaras", of: "cup" },
  caneca: { name: "caneca", plural: "canecas", of: 300 },
  canecas: { name: "caneca", plural: "canecas", of: 300 },
  garrafa: { name: "garrafa", plural: "garrafas", of: "bottle" },
  garrafas: { name: "garrafa", plural: "garrafas", of: "bottle" },
  squeeze: { name: "squeeze", plural: "squeezes", of: "bottle" },
  squeezes: { name: "squeeze", plural: "squeezes", of: "bottle" },
  jarra: { name: "jarra", plural: "jarras", of: 1000 },
  jarras: { name: "jarra", plural: "jarras", of: 1000 },
};
const MASS: Readonly<Record<string, number>> = {
  kg: 1,
  kgs: 1,
  quilo: 1,
  quilos: 1,
  quilinhos: 1,
  quilinho: 1,
  quilograma: 1,
  quilogramas: 1,
  g: 0.001,
  gr: 0.001,
  grama: 0.001,
  gramas: 0.001,
};
const HOURS = new Set(["h", "hora", "horas"]);
const MINUTES = wordSet("min mins minuto minutos m");
const DISTANCE: Readonly<Record<string, number>> = {
  km: 1,
  kms: 1,
  quilometro: 1,
  quilometros: 1,
  metros: 0.001,
  metro: 0.001,
};
/** Unit words, for typo correction. */
export const UNIT_WORDS: readonly string[] = [
  ...Object.keys(VOLUME),
  ...Object.keys(VESSEL),
  ...Object.keys(MASS),
  ...HOURS,
  ...MINUTES,
  ...Object.keys(DISTANCE),
].filter((w) => w.length > 3);

const round = (n: number): number => Number(Number(n.toPrecision(12)).toFixed(3));

function vesselMl(of: "glass" | "cup" | "bottle" | number, measures: Measures): number {
  if (typeof of === "number") return of;
  return measures[of] ?? (of === "bottle" ? 500 : 200);
}

const isHalf = (w: string | undefined): boolean => w === "meio" || w === "meia";

/** Minutes after the hours: "30", "e quinze", "e meia", "e 20 min", "e um quarto". */
function minutesAfter(
  tokens: readonly Token[],
  i: number,
  glued: boolean,
): { value: number; to: number } {
  const e: number = tokens[i]?.norm === "e" ? 1 : 0;
  const next = tokens[i + e];
  if (next === undefined) return { value: 0, to: i };
  if (e === 1 && isHalf(next.norm)) return { value: 30, to: i + 2 };
  if (e === 1 && next.norm === "um" && tokens[i + 2]?.norm === "quarto")
    return { value: 15, to: i + 3 };
  if (
    e === 1 &&
    (next.norm === "pouco" ||
      next.norm === "pouquinho" ||
      next.norm === "tanto" ||
      next.norm === "pouquim")
  )
    return { value: 0, to: i + 2 };
  const n = readNumber(tokens, i + e);
  if (n === null || n.value >= 60 || !Number.isInteger(n.value)) return { value: 0, to: i };
  const unit = tokens[n.to];
  const hasUnit = unit !== undefined && MINUTES.has(unit.norm);
  if (hasUnit) return { value: n.value, to: n.to + 1 };
  // Another unit follows: the number belongs to it ("7h e 2 copos").
  if (
    unit?.kind === "word" &&
    (unit.norm in VESSEL ||
      unit.norm in MASS ||
      unit.norm in VOLUME ||
      unit.norm in DISTANCE ||
      unit.norm === "reais" ||
      unit.norm === "vezes" ||
      HOURS.has(unit.norm))
  )
    return { value: 0, to: i };
  if (glued || (e === 1 && n.value >= 5 && !n.article)) return { value: n.value, to: n.to };
  return { value: 0, to: i };
}

function duration(tokens: readonly Token[], i: number): Quantity | null {
  const first = tokens[i];
  if (first === undefined) return null;
  if (isHalf(first.norm) && (tokens[i + 1]?.norm === "hora" || tokens[i + 1]?.norm === "h"))
    return { kind: "duration", value: 30, to: i + 2, approx: false };
  if (first.norm === "hora" && tokens[i + 1]?.norm === "e") {
    const m = minutesAfter(tokens, i + 1, false);
    if (m.to > i + 1) return { kind: "duration", value: 60 + m.value, to: m.to, approx: false };
  }
  if (
    (first.norm === "tres" || first.norm === "3") &&
    tokens[i + 1]?.norm === "quartos" &&
    tokens[i + 2]?.norm === "de" &&
    tokens[i + 3]?.norm === "hora"
  )
    return { kind: "duration", value: 45, to: i + 4, approx: false };
  const n = readNumber(tokens, i);
  if (n === null) return null;
  // "1:30h", "1:30 horas"
  if (
    tokens[n.to]?.norm === ":" &&
    tokens[n.to + 1]?.kind === "number" &&
    HOURS.has(tokens[n.to + 2]?.norm ?? "")
  ) {
    const minute = Number(tokens[n.to + 1]!.norm);
    if (minute < 60)
      return {
        kind: "duration",
        value: n.value * 60 + minute,
        to: n.to + 3,
        approx: n.approx,
        clock: { hour: n.value, minute },
      };
  }
  const unit = tokens[n.to];
  if (unit === undefined) return null;
  if (HOURS.has(unit.norm)) {
    const next = tokens[n.to + 1];
    const glued = unit.norm === "h" && next?.kind === "number" && next.start === unit.end;
    const m = minutesAfter(
      tokens,
      n.to + 1,
      glued || (unit.norm === "h" && next?.kind === "number"),
    );
    const base: Quantity = {
      kind: "duration",
      value: round(n.value * 60 + m.value),
      to: Math.max(m.to, n.to + 1),
      approx: n.approx,
    };
    return Number.isInteger(n.value) && n.value < 24
      ? { ...base, clock: { hour: n.value, minute: m.value } }
      : base;
  }
  if (MINUTES.has(unit.norm) && (unit.norm !== "m" || first.kind === "number"))
    return { kind: "duration", value: n.value, to: n.to + 1, approx: n.approx };
  return null;
}

/** Amount and unit with what may follow: "1 litro 250", "2 litros e meio", "80 quilos e 200". */
function measured(
  tokens: readonly Token[],
  i: number,
  table: Readonly<Record<string, number>>,
  kind: "volume" | "mass",
  lesser: number,
): Quantity | null {
  const first = tokens[i];
  if (first === undefined) return null;
  let value: number;
  let at: number;
  let unit: number;
  let approx = false;
  const lone = (w: string | undefined): number =>
    w !== undefined && w.length > 1 && Object.hasOwn(table, w) ? table[w]! : 0;
  if (isHalf(first.norm) && lone(tokens[i + 1]?.norm) > 0) {
    return { kind, value: round(0.5 * lone(tokens[i + 1]!.norm)), to: i + 2, approx };
  }
  if (lone(first.norm) > 0 && tokens[i + 1]?.norm === "e" && isHalf(tokens[i + 2]?.norm)) {
    return { kind, value: round(1.5 * lone(first.norm)), to: i + 3, approx };
  }
  const n = readNumber(tokens, i);
  if (n === null) return null;
  const word = tokens[n.to]?.norm;
  if (word === undefined || !Object.hasOwn(table, word)) return null;
  unit = table[word]!;
  approx = n.approx;
  value = n.value * unit;
  at = n.to + 1;
  const e: number = tokens[at]?.norm === "e" ? 1 : 0;
  if (e === 1 && isHalf(tokens[at + 1]?.norm) && lone(tokens[at + 2]?.norm) === 0) {
    return { kind, value: round(value + 0.5 * unit), to: at + 2, approx };
  }
  if (e === 1 && ["pouco", "pouquinho", "tanto"].includes(tokens[at + 1]?.norm ?? ""))
    return { kind, value: round(value), to: at + 2, approx: true };
  if (unit > lesser) {
    const rest = readNumber(tokens, at + e);
    if (rest !== null && rest.value >= 10 && rest.value < 1000 && !rest.approx) {
      const restUnit = tokens[rest.to]?.norm;
      if (restUnit !== undefined && Object.hasOwn(table, restUnit) && table[restUnit] === lesser)
        return { kind, value: round(value + rest.value * lesser), to: rest.to + 1, approx };
      const follows = tokens[rest.to];
      if (
        follows === undefined ||
        follows.kind === "punct" ||
        oneOf("de hoje ontem anteontem e agora em as", follows.norm)
      ) {
        if (rest.value >= 50)
          return { kind, value: round(value + rest.value * lesser), to: rest.to, approx };
      }
    }
  }
  return { kind, value: round(value), to: at, approx };
}

const NOT_LIQUID = wordSet(
  "vinho cerveja leite suco refrigerante refri coca cafe cha whisky vodka chopp chope requeijao farinha arroz acucar",
);

function vessels(tokens: readonly Token[], i: number, measures: Measures): Quantity | null {
  const half = isHalf(tokens[i]?.norm);
  const n = half ? { value: 0.5, to: i + 1, approx: false } : readNumber(tokens, i);
  if (n === null) return null;
  const word = tokens[n.to]?.norm;
  const big = word !== undefined && oneOf("baita bom belo grande", word) ? 1 : 0;
  const name = tokens[n.to + big]?.norm;
  if (name === undefined || !Object.hasOwn(VESSEL, name)) return null;
  const vessel = VESSEL[name]!;
  let at = n.to + big + 1;
  let count = n.value;
  if (tokens[at]?.norm === "e" && isHalf(tokens[at + 1]?.norm)) {
    count += 0.5;
    at += 2;
  }
  while (
    oneOf(
      "cheio cheios cheia cheias grande grandes pequeno pequenos americano americanos",
      tokens[at]?.norm ?? "",
    )
  )
    at += 1;
  // A size may follow, before or after the liquid: "de 300 ml", "de água de 300ml".
  for (const from of [
    at,
    tokens[at]?.norm === "de" &&
    tokens[at + 1]?.kind === "word" &&
    !NOT_LIQUID.has(tokens[at + 1]!.norm)
      ? at + 2
      : -1,
  ]) {
    if (from < 0) continue;
    let sizeAt = from;
    while (oneOf("de com ( cada", tokens[sizeAt]?.norm ?? "")) sizeAt += 1;
    if (sizeAt === from) continue;
    const size = measured(tokens, sizeAt, VOLUME, "volume", 1);
    if (size !== null) {
      let to = size.to;
      if (tokens[to]?.norm === "cada") to += 1;
      if (tokens[to]?.norm === ")") to += 1;
      return { kind: "volume", value: round(count * size.value), to, approx: n.approx };
    }
    // "2 garrafas de 500": a bare size is in ml.
    const bare = tokens[from]?.norm === "de" ? readNumber(tokens, sizeAt) : null;
    if (
      bare !== null &&
      bare.value >= 100 &&
      bare.value <= 2000 &&
      (tokens[bare.to] === undefined || tokens[bare.to]!.norm !== "reais")
    )
      return { kind: "volume", value: round(count * bare.value), to: bare.to, approx: n.approx };
  }
  const ml = vesselMl(vessel.of, measures);
  return {
    kind: "volume",
    value: round(count * ml),
    to: at,
    approx: n.approx,
    vessel: { name: vessel.name, plural: vessel.plural, ml, count },
  };
}

function score(tokens: readonly Token[], i: number): Quantity | null {
  if (tokens[i]?.norm === "nota") {
    const skip: number = oneOf("eh de : foi e", tokens[i + 1]?.norm ?? "") ? 1 : 0;
    const n = readNumber(tokens, i + 1 + skip);
    if (n !== null && n.value <= 10) {
      const tail = outOfTen(tokens, n.to);
      return { kind: "score", value: n.value, to: tail ?? n.to, approx: n.approx };
    }
  }
  const n = readNumber(tokens, i);
  if (n === null || n.value > 10 || n.value < 0) return null;
  const to = outOfTen(tokens, n.to);
  return to === null ? null : { kind: "score", value: n.value, to, approx: n.approx };
}

function outOfTen(tokens: readonly Token[], i: number): number | null {
  if (!oneOf("de / em sobre num", tokens[i]?.norm ?? "")) return null;
  const ten = readNumber(tokens, i + 1);
  if (ten === null || ten.value !== 10) return null;
  // "8/10/2026" is a date.
  return tokens[ten.to]?.norm === "/" ? null : ten.to;
}

/** Reads a number with its unit at token `i`, in canonical units; null when none starts there. */
export function readQuantity(
  tokens: readonly Token[],
  i: number,
  measures: Measures = {},
): Quantity | null {
  const times = readNumber(tokens, i);
  if (
    times !== null &&
    Number.isInteger(times.value) &&
    (tokens[times.to]?.norm === "vezes" || tokens[times.to]?.norm === "x")
  ) {
    const each = measured(
      tokens,
      tokens[times.to + 1]?.norm === "de" ? times.to + 2 : times.to + 1,
      VOLUME,
      "volume",
      1,
    );
    if (each !== null) return { ...each, value: round(each.value * times.value) };
  }
  const v =
    vessels(tokens, i, measures) ??
    measured(tokens, i, VOLUME, "volume", 1) ??
    measured(tokens, i, MASS, "mass", 0.001) ??
    duration(tokens, i) ??
    score(tokens, i);
  if (v !== null) return v;
  const n = readNumber(tokens, i);
  if (n === null) return null;
  const unit = tokens[n.to]?.norm;
  if (unit !== undefined && Object.hasOwn(DISTANCE, unit)) {
    const half = tokens[n.to + 1]?.norm === "e" && isHalf(tokens[n.to + 2]?.norm);
    return {
      kind: "distance",
      value: round((n.value + (half ? 0.5 : 0)) * DISTANCE[unit]!),
      to: n.to + (half ? 3 : 1),
      approx: n.approx,
    };
  }
  if (unit === "%" || (unit === "por" && tokens[n.to + 1]?.norm === "cento"))
    return { kind: "percent", value: n.value, to: n.to + (unit === "%" ? 1 : 2), approx: n.approx };
  return null;
}
