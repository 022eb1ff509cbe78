import { duration } from "./durations.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import {
  DISTANCE,
  MASS,
  type Measures,
  NOT_LIQUID,
  type Quantity,
  VESSEL,
  VOLUME,
  isHalf,
  round,
} from "./units.ts";
import { oneOf } from "./words.ts";

function vesselMl(of: "glass" | "cup" | "bottle" | number, measures: Measures): number {
  if (typeof of === "number") return of;
  return measures[of] ?? (of === "bottle" ? 500 : 200);
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
  const part = fraction(tokens, i);
  if (part !== null && lone(tokens[part.to]?.norm) > 0)
    return {
      kind,
      value: round(part.value * lone(tokens[part.to]!.norm)),
      to: part.to + 1,
      approx,
    };
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

const PARTS: Readonly<Record<string, number>> = { quarto: 4, quartos: 4, terco: 3, tercos: 3 };

/** "três quartos de", "1/4 de", "um terço de": a part of what follows. */
function fraction(tokens: readonly Token[], i: number): { value: number; to: number } | null {
  const over = readNumber(tokens, i);
  if (over === null || over.value > 9) return null;
  const slash = tokens[over.to]?.norm === "/";
  const under = slash
    ? (readNumber(tokens, over.to + 1)?.value ?? 0)
    : (PARTS[tokens[over.to]?.norm ?? ""] ?? 0);
  if (under < 2 || under > 9 || over.value >= under) return null;
  const to = over.to + (slash ? 2 : 1);
  return { value: over.value / under, to: tokens[to]?.norm === "de" ? to + 1 : to };
}

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
