import type { Token } from "./normalize.ts";
import { AFTER, BEFORE, HUNDREDS, SCALES, SLANG, TEENS, TENS, UNITS } from "./number-words.ts";

/** A number read from tokens `[from, to)`. */
export type NumberSpan = {
  readonly value: number;
  /** Decimal text without binary noise ("1250.5"). */
  readonly text: string;
  readonly to: number;
  /** A lone "um"/"uma": may be an article. */
  readonly article: boolean;
  readonly approx: boolean;
  readonly spoken: boolean;
};

/** Value of a digit group as Brazilians write it: `1.250,50`, `1.250`, `50.90`, `82,5`. */
export function parseDigits(raw: string): string | null {
  let s = raw;
  if (!/^\d[\d.,]*$/.test(s)) return null;
  if (s.includes(",")) {
    const [whole = "", frac = ""] = s.split(",");
    const dots = whole.split(".");
    // "1,250.00" as Americans write it
    if (!whole.includes(".") && /^\d{3}\.\d{1,2}$/.test(frac)) s = whole + frac;
    else if (dots.slice(1).some((p) => p.length !== 3)) return null;
    else s = `${dots.join("")}.${frac}`;
  } else if (s.includes(".")) {
    const parts = s.split(".");
    if (parts.slice(1).every((p) => p.length === 3) && parts[0]!.length <= 3 && parts[0] !== "0")
      s = parts.join("");
    else if (parts.length > 2) return null;
  }
  return canonical(s);
}

/** Shortest decimal text: no leading zeros, no trailing zeros after the point. */
export function canonical(text: string): string {
  const [whole = "0", frac = ""] = text.split(".");
  const w = whole.replace(/^0+(?=\d)/, "") || "0";
  const f = frac.replace(/0+$/, "");
  return f === "" ? w : `${w}.${f}`;
}

/** Multiplies decimal text by a power-of-ten scale or adds, by way of scaled integers of at most 15 digits. */
function scaled(text: string, factor: number): string {
  return canonical(String(Number((Number(text) * factor).toPrecision(15))));
}

/** The words of numbers below a thousand, with what may follow each: less than its size. */
const SMALL: ReadonlyMap<string, { value: number; size: number }> = new Map(
  (
    [
      [UNITS, 1],
      [TEENS, 1],
      [TENS, 10],
      [HUNDREDS, 100],
    ] as const
  ).flatMap(([words, size]) =>
    Object.entries(words).map(([word, value]) => [word, { value, size }] as const),
  ),
);

function small(tokens: readonly Token[], i: number): { value: number; to: number } | null {
  let at = i;
  let total = 0;
  let limit = 1000;
  let seen = false;
  for (;;) {
    const skip: number = seen && tokens[at]?.norm === "e" ? 1 : 0;
    const word = tokens[at + skip];
    if (word?.kind !== "word") break;
    const w = word.norm;
    const said = SMALL.get(w);
    if (said === undefined || said.value >= limit) break;
    const { value, size } = said;
    // After "vinte" only a unit may follow, after "duzentos" tens or units.
    if (seen && (value === 0 || w === "cem")) break;
    if (limit === 10 && skip === 0 && seen) break;
    total += value;
    limit = size === 1 ? 0 : size;
    // "cem" takes no follower, "cento" does.
    if (w === "cem") limit = 0;
    seen = true;
    at += skip + 1;
    if (limit === 0) break;
  }
  return seen ? { value: total, to: at } : null;
}

function scaleAt(token: Token | undefined, previous: Token | undefined): number {
  if (token?.kind !== "word") return 0;
  const s = Object.hasOwn(SCALES, token.norm) ? SCALES[token.norm]! : 0;
  // "k", "mi" and "mm" only glued or right after digits.
  if (s !== 0 && token.norm !== "mil" && token.norm.length <= 2 && previous?.kind !== "number")
    return 0;
  return s;
}

/** The plain cardinal at `i`, without approximations. */
function cardinal(
  tokens: readonly Token[],
  i: number,
): { text: string; to: number; spoken: boolean; article: boolean } | null {
  const first = tokens[i];
  if (first === undefined) return null;
  if (first.kind === "word" && Object.hasOwn(SLANG, first.norm))
    return { text: String(SLANG[first.norm]), to: i + 1, spoken: true, article: false };
  if (first.norm === "meia" && tokens[i + 1]?.norm === "duzia")
    return { text: "6", to: i + 2, spoken: true, article: false };
  if ((first.norm === "um" || first.norm === "uma") && tokens[i + 1]?.norm === "duzia")
    return { text: "12", to: i + 2, spoken: true, article: false };
  let total = 0;
  let at = i;
  let lastScale = Number.POSITIVE_INFINITY;
  let any = false;
  let text = "";
  let spoken = false;
  for (;;) {
    const joint: number = any && tokens[at]?.norm === "e" ? 1 : 0;
    const token = tokens[at + joint];
    let part: { text: string; to: number } | null = null;
    if (token?.kind === "number") {
      // Digits go on a number only after a scale: "2 mil e 500".
      if (any && lastScale < 1e3) break;
      const parsed = parseDigits(token.norm);
      if (parsed === null) break;
      if (any && (Number(parsed) >= lastScale || token.norm.includes(",") || Number(parsed) < 10))
        break;
      part = { text: parsed, to: at + joint + 1 };
    } else if (token?.kind === "word") {
      const s = scaleAt(token, undefined);
      if (s === 1e3 && token.norm === "mil" && !any) part = { text: "1", to: at };
      else {
        const r = small(tokens, at + joint);
        if (r !== null) {
          part = { text: String(r.value), to: r.to };
          spoken = true;
        }
      }
    }
    if (part === null) break;
    const scale = scaleAt(tokens[part.to], tokens[part.to - 1]);
    if (scale === 0 && any && lastScale < 1e3) break;
    if (scale >= lastScale && any) break;
    if (any && Number(part.text) >= lastScale) break;
    const grown = scale === 0 ? part.text : scaled(part.text, scale);
    if (scale !== 0 && tokens[part.to]!.norm === "mil") spoken = true;
    text = any ? scaled(String(total + Number(grown)), 1) : grown;
    total = Number(text);
    at = scale === 0 ? part.to : part.to + 1;
    any = true;
    if (scale === 0) break;
    lastScale = scale;
  }
  if (!any) return null;
  // "2 mil e meio", "um milhão e meio"
  if (
    lastScale < Number.POSITIVE_INFINITY &&
    lastScale >= 1e3 &&
    tokens[at]?.norm === "e" &&
    (tokens[at + 1]?.norm === "meio" || tokens[at + 1]?.norm === "meia")
  ) {
    return { text: scaled(String(total + lastScale / 2), 1), to: at + 2, spoken, article: false };
  }
  // "oitenta e dois vírgula cinco", "80 ponto 5"
  const sep = tokens[at]?.norm;
  if (
    (sep === "virgula" || sep === "ponto") &&
    Number.isInteger(total) &&
    lastScale === Number.POSITIVE_INFINITY
  ) {
    const zeros = tokens[at + 1]?.norm === "zero" && small(tokens, at + 2) !== null ? 1 : 0;
    const next = tokens[at + 1 + zeros];
    const tail =
      next?.kind === "number" && /^\d+$/.test(next.norm)
        ? { value: next.norm, to: at + 2 + zeros }
        : small(tokens, at + 1 + zeros);
    if (tail !== null)
      return {
        text: canonical(`${text}.${zeros === 1 ? "0" : ""}${tail.value}`),
        to: tail.to,
        spoken,
        article: false,
      };
  }
  const article = at === i + 1 && (first.norm === "um" || first.norm === "uma");
  return { text, to: at, spoken, article };
}

/** What was read of each list of tokens, by place: many readers ask for the same number. */
const READ = new WeakMap<readonly Token[], Map<number, NumberSpan | null>>();

/**
 * Reads the number that starts at token `i`, in digits or spoken, with its approximations
 * ("uns 7 e pouco", "2 e meio"); null when none starts there. The tokens do not change afterwards.
 */
export function readNumber(tokens: readonly Token[], i: number): NumberSpan | null {
  const known = READ.get(tokens);
  const found = known?.get(i);
  if (found !== undefined) return found;
  const read = numberAt(tokens, i);
  if (known) known.set(i, read);
  else READ.set(tokens, new Map([[i, read]]));
  return read;
}

function numberAt(tokens: readonly Token[], i: number): NumberSpan | null {
  let at = i;
  let approx = false;
  if (tokens[at]?.kind === "word") {
    if (BEFORE.has(tokens[at]!.norm)) {
      approx = true;
      at += 1;
    } else if (tokens[at]!.norm === "cerca" && tokens[at + 1]?.norm === "de") {
      approx = true;
      at += 2;
    } else if (
      tokens[at]!.norm === "mais" &&
      tokens[at + 1]?.norm === "ou" &&
      tokens[at + 2]?.norm === "menos"
    ) {
      approx = true;
      at += 3;
    } else if (
      tokens[at]!.norm === "por" &&
      tokens[at + 1]?.norm === "volta" &&
      tokens[at + 2]?.norm === "de"
    ) {
      approx = true;
      at += 3;
    }
  }
  const base = cardinal(tokens, at);
  if (base === null) return null;
  let { text, to } = base;
  let article = base.article && !approx;
  const next = tokens[to]?.norm === "e" ? tokens[to + 1]?.norm : undefined;
  if (
    (next === "meio" || next === "meia") &&
    !text.includes(".") &&
    tokens[to + 2]?.norm !== "duzia"
  ) {
    text = `${text}.5`;
    to += 2;
    article = false;
  } else if (next !== undefined && AFTER.has(next)) {
    to += 2;
    approx = true;
    article = false;
  }
  return { value: Number(text), text, to, article, approx, spoken: base.spoken };
}

/** The number a whole text says, or null when it says anything else. */
export function parseNumber(text: string, tokenizeText: (text: string) => Token[]): number | null {
  const tokens = tokenizeText(text.trim());
  const read = readNumber(tokens, 0);
  return read !== null && read.to === tokens.length ? read.value : null;
}
