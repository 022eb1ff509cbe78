import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import {
  DISTANCE,
  HOURS,
  MASS,
  MINUTES,
  type Quantity,
  VESSEL,
  VOLUME,
  isHalf,
  round,
} from "./units.ts";

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

export function duration(tokens: readonly Token[], i: number): Quantity | null {
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
