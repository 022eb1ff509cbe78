import { addMinutes, two } from "./civil.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import type { WallTime } from "./types.ts";
import { oneOf, wordSet } from "./words.ts";

/** A time of day named in a text. `vague` when only "9" was said, so that morning or evening is open. */
export type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly to: number;
  readonly vague: boolean;
};

const LEAD = wordSet("as a ao aas ate pelas umas la das desde de para");
const PART_HOURS: Readonly<Record<string, "am" | "pm" | "night" | "dawn">> = {
  manha: "am",
  tarde: "pm",
  noite: "night",
  madrugada: "dawn",
  tardinha: "pm",
  noitinha: "night",
  manhazinha: "am",
  matina: "am",
};

function fixed(hour: number, part: "am" | "pm" | "night" | "dawn" | null): number {
  if (part === "pm") return hour < 12 ? hour + 12 : hour;
  if (part === "night") return hour === 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour;
  if (part === "dawn" || part === "am") return hour === 12 && part === "dawn" ? 0 : hour;
  return hour;
}

function partAt(
  tokens: readonly Token[],
  i: number,
): { part: "am" | "pm" | "night" | "dawn"; to: number } | null {
  const w = tokens[i]?.norm;
  if (w === undefined) return null;
  const at = w === "da" || w === "de" || w === "na" || w === "a" || w === "pela" ? i + 1 : i;
  if (at === i) return null;
  const part = PART_HOURS[tokens[at]?.norm ?? ""];
  return part === undefined ? null : { part, to: at + 1 };
}

function special(tokens: readonly Token[], i: number): Clock | null {
  const w = tokens[i]?.norm;
  const next = tokens[i + 1]?.norm;
  const base =
    w === "meio" && next === "dia"
      ? 12
      : w === "meia" && next === "noite"
        ? 0
        : w === "midia" || w === "meiodia"
          ? 12
          : w === "meianoite"
            ? 0
            : null;
  if (base === null) return null;
  const to = w === "meio" || w === "meia" ? i + 2 : i + 1;
  if (tokens[to]?.norm === "e") {
    if (tokens[to + 1]?.norm === "meia" || tokens[to + 1]?.norm === "meio")
      return { hour: base, minute: 30, to: to + 2, vague: false };
    const m = readNumber(tokens, to + 1);
    if (m !== null && m.value >= 5 && m.value < 60 && Number.isInteger(m.value))
      return { hour: base, minute: m.value, to: m.to, vague: false };
  }
  return { hour: base, minute: 0, to, vague: false };
}

/** "dez pras oito", "quinze para as 9". */
function before(tokens: readonly Token[], i: number): Clock | null {
  const m = readNumber(tokens, i);
  if (m === null || ![5, 10, 15, 20, 25].includes(m.value)) return null;
  let at = m.to;
  if (tokens[at]?.norm === "minutos" || tokens[at]?.norm === "min") at += 1;
  if (tokens[at]?.norm !== "para") return null;
  at += 1;
  if (["as", "a", "o"].includes(tokens[at]?.norm ?? "")) at += 1;
  const s = special(tokens, at);
  const h = s ?? readNumber(tokens, at);
  if (h === null) return null;
  const hour = "hour" in h ? h.hour : h.value;
  if (!Number.isInteger(hour) || hour > 23 || (!("hour" in h) && hour < 1)) return null;
  const part = partAt(tokens, h.to);
  const real = fixed(hour, part?.part ?? null);
  return {
    hour: (real + 23) % 24,
    minute: 60 - m.value,
    to: part?.to ?? h.to,
    vague: part === null && s === null && hour <= 12,
  };
}

/**
 * Reads a time of day at token `i`. `loose` accepts a bare "9h30" or "14:30" without "às"; a bare
 * number is a time only after "às", "umas", "pelas"…
 */
export function readClock(tokens: readonly Token[], i: number, loose = false): Clock | null {
  let at = i;
  let led = false;
  while (
    led ? ["as", "umas", "das"].includes(tokens[at]?.norm ?? "") : LEAD.has(tokens[at]?.norm ?? "")
  ) {
    if (tokens[at]!.norm === "la" && tokens[at + 1]?.norm !== "pelas") break;
    led = true;
    at += 1;
    if (at > i + 2) break;
  }
  const strong = led && oneOf("as aas pelas umas das", tokens[at - 1]!.norm);
  const s = special(tokens, at);
  if (s !== null) return s;
  if (strong || loose) {
    const b = before(tokens, at);
    if (b !== null) return b;
  }
  const h =
    tokens[at]?.kind === "number" && !/^\d{1,2}$/.test(tokens[at]!.norm)
      ? compact(tokens, at, strong)
      : readHour(tokens, at);
  if (h === null) return null;
  const { hour, minute, to, marked } = h;
  if (hour > 24 || minute > 59) return null;
  const part = partAt(tokens, to);
  // "3 da tarde" is a time; in "mais 3 à tarde" the three are counted.
  const loosePart = part !== null && oneOf("a na pela", tokens[to]?.norm);
  if (!strong && loosePart) return null;
  if (!strong && !marked && part === null) return null;
  if (!strong && !loose && part === null && h.marked !== "colon") return null;
  const real = fixed(hour % 24, part?.part ?? null);
  if (real > 23) return null;
  let end = part?.to ?? to;
  if (tokens[end]?.norm === "em" && tokens[end + 1]?.norm === "ponto") end += 2;
  return { hour: real, minute, to: end, vague: part === null && hour <= 12 && hour >= 1 };
}

function compact(
  tokens: readonly Token[],
  i: number,
  strong: boolean,
): { hour: number; minute: number; to: number; marked: "colon" } | null {
  // "14.30", "0730"
  const m = strong
    ? (/^(\d{1,2})[.](\d{2})$/.exec(tokens[i]!.norm) ?? /^(\d{2})(\d{2})$/.exec(tokens[i]!.norm))
    : null;
  if (m === null || Number(m[1]) > 23 || Number(m[2]) > 59) return null;
  return { hour: Number(m[1]), minute: Number(m[2]), to: i + 1, marked: "colon" };
}

function readHour(
  tokens: readonly Token[],
  i: number,
): { hour: number; minute: number; to: number; marked: "" | "colon" | "h" } | null {
  const n = readNumber(tokens, i);
  if (n === null) return null;
  // "7 e meia" reads as 7.5, "sete e quinze" as 7 then 15, "9 e 20"
  if (!Number.isInteger(n.value)) {
    if (
      n.value % 1 !== 0.5 ||
      n.value > 24 ||
      tokens[i]!.norm.includes(",") ||
      tokens[i]!.norm.includes(".")
    )
      return null;
    return { hour: Math.floor(n.value), minute: 30, to: n.to, marked: "" };
  }
  if (n.value > 24) return null;
  let to = n.to;
  const sep = tokens[to]?.norm;
  if (sep === ":" && tokens[to + 1]?.kind === "number" && /^\d{2}$/.test(tokens[to + 1]!.norm)) {
    const after = tokens[to + 2]?.norm === ":" ? to + 4 : to + 2;
    return {
      hour: n.value,
      minute: Number(tokens[to + 1]!.norm),
      to: tokens[after]?.norm === "h" ? after + 1 : after,
      marked: "colon",
    };
  }
  const isH = sep === "h" || sep === "hora" || sep === "horas";
  if (isH) {
    to += 1;
    const glued = tokens[to]?.kind === "number" && /^\d{2}$/.test(tokens[to]!.norm) && sep === "h";
    if (glued) {
      const end = to + 1;
      return {
        hour: n.value,
        minute: Number(tokens[to]!.norm),
        to: ["m", "min"].includes(tokens[end]?.norm ?? "") ? end + 1 : end,
        marked: "h",
      };
    }
  }
  if (tokens[to]?.norm === "e") {
    if (tokens[to + 1]?.norm === "meia" || tokens[to + 1]?.norm === "meio")
      return { hour: n.value, minute: 30, to: to + 2, marked: isH ? "h" : "" };
    if (tokens[to + 1]?.norm === "pouco" || tokens[to + 1]?.norm === "pouquinho")
      return { hour: n.value, minute: 0, to: to + 2, marked: isH ? "h" : "" };
    const m = readNumber(tokens, to + 1);
    if (
      m !== null &&
      Number.isInteger(m.value) &&
      m.value >= 5 &&
      m.value < 60 &&
      !oneOf("ml reais litros x km", tokens[m.to]?.norm ?? "")
    ) {
      const end = ["min", "minutos"].includes(tokens[m.to]?.norm ?? "") ? m.to + 1 : m.to;
      return { hour: n.value, minute: m.value, to: end, marked: isH ? "h" : "" };
    }
  }
  return { hour: n.value, minute: 0, to, marked: isH ? "h" : "" };
}

/** "daqui a 20 min": minutes from now; 0 for "daqui a pouco", which names none. */
export function readDelay(
  tokens: readonly Token[],
  i: number,
): { minutes: number; to: number } | null {
  let at = i;
  if (tokens[at]?.norm === "daqui")
    at +=
      tokens[at + 1]?.norm === "a" || tokens[at + 1]?.norm === "ha" || tokens[at + 1]?.norm === "em"
        ? 2
        : 1;
  else if (tokens[at]?.norm === "dentro" && tokens[at + 1]?.norm === "de") at += 2;
  else return null;
  if (tokens[at]?.norm === "pouco" || tokens[at]?.norm === "pouquinho")
    return { minutes: 0, to: at + 1 };
  if (tokens[at]?.norm === "meia" && tokens[at + 1]?.norm === "hora")
    return { minutes: 30, to: at + 2 };
  const n = readNumber(tokens, at);
  if (n === null) return null;
  const unit = tokens[n.to]?.norm;
  if (unit === "min" || unit === "minutos" || unit === "minuto" || unit === "mins")
    return { minutes: n.value, to: n.to + 1 };
  if (unit === "h" || unit === "hora" || unit === "horas") {
    let minutes = n.value * 60;
    let to = n.to + 1;
    if (tokens[to]?.norm === "e" && tokens[to + 1]?.norm === "meia") {
      minutes += 30;
      to += 2;
    } else if (unit === "h" && tokens[to]?.kind === "number") {
      minutes += Number(tokens[to]!.norm);
      to += 1;
    } else if (tokens[to]?.norm === "e") {
      const m = readNumber(tokens, to + 1);
      if (m !== null && m.value < 60) {
        minutes += m.value;
        to = ["min", "minutos"].includes(tokens[m.to]?.norm ?? "") ? m.to + 1 : m.to;
      }
    }
    return { minutes, to };
  }
  return null;
}

export function clockText(c: { hour: number; minute: number }): string {
  return `${two(c.hour)}:${two(c.minute)}`;
}

/** The wall time `minutes` from now. */
export function fromNow(now: WallTime, minutes: number): WallTime {
  return addMinutes(now.slice(0, 16), Math.round(minutes));
}
