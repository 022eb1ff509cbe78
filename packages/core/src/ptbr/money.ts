import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import { oneOf, wordSet } from "./words.ts";

export type Money = {
  /** Decimal string with two places. */
  readonly amount: string;
  readonly to: number;
  readonly approx: boolean;
  readonly currency?: string;
};

const REAIS = wordSet(
  "real reais conto pila pilas mango mangos pau paus prata pratas rs brl dinheiros merreis temers lula pilinha contao contim contos",
);
/** Notes by their nicknames. */
const NOTES: Readonly<Record<string, number>> = {
  cinquentao: 50,
  cinquentinha: 50,
  vintao: 20,
  vintinho: 20,
  trintao: 30,
  trintinha: 30,
  quarentao: 40,
  dezao: 10,
  dezinho: 10,
  cincao: 5,
  cincinho: 5,
  cemzao: 100,
  cenzao: 100,
  cemzinho: 100,
  quinhentao: 500,
  milzao: 1000,
};
const CENTS = wordSet("centavo centavos centavinhos cents");
const FOREIGN: Readonly<Record<string, string>> = {
  dolar: "USD",
  dolares: "USD",
  usd: "USD",
  euro: "EUR",
  euros: "EUR",
  eur: "EUR",
  libras: "GBP",
  pesos: "ARS",
};
/** Money words, for typo correction. */
export const MONEY_WORDS: readonly string[] = [
  "reais",
  "real",
  "conto",
  "pila",
  "mangos",
  "centavos",
  "pratas",
  "parcelas",
  "parcela",
  "vezes",
  "dolares",
  "euros",
];

/** Two places, half up, from decimal text of at most 15 digits. */
export function toAmount(text: string): string {
  const [whole = "0", frac = ""] = text.split(".");
  const cents = Number(`${frac}000`.slice(0, 3));
  const rounded = Math.floor((cents + 5) / 10);
  const carry = rounded >= 100 ? 1 : 0;
  return `${carry === 1 ? String(Number(whole) + 1) : whole}.${String(rounded % 100).padStart(2, "0")}`;
}

/** Multiplies an amount by a whole number, in cents. */
export function times(amount: string, n: number): string {
  return fromCents(cents(amount) * n);
}

export function cents(amount: string): number {
  const [w = "0", f = ""] = amount.split(".");
  return Number(w) * 100 + Number(`${f}00`.slice(0, 2));
}

export function fromCents(c: number): string {
  return `${Math.floor(c / 100)}.${String(c % 100).padStart(2, "0")}`;
}

/** Cents said after the reais: "e 30", "e noventa", "e 30 centavos", "com 50". */
function centsAfter(
  tokens: readonly Token[],
  i: number,
  unit: boolean,
): { cents: number; to: number } | null {
  const e = tokens[i]?.norm;
  const joint: number = e === "e" || e === "com" || e === "," ? 1 : 0;
  if (e === "," && !CENTS.has(tokens[i + 2]?.norm ?? "")) return null;
  if (joint === 0 && !unit) return null;
  const n = readNumber(tokens, i + joint);
  if (n === null || n.approx || !Number.isInteger(n.value) || n.value >= 100 || n.value < 1)
    return null;
  if (CENTS.has(tokens[n.to]?.norm ?? "")) return { cents: n.value, to: n.to + 1 };
  const follows = tokens[n.to];
  if (
    follows !== undefined &&
    (REAIS.has(follows.norm) ||
      follows.norm === "r$" ||
      follows.norm === "x" ||
      follows.norm === "%" ||
      follows.norm === "vezes" ||
      follows.norm === "parcelas")
  )
    return null;
  if (joint === 0 || e === ",") return null;
  // "30 e 50", "dezenove e noventa": two digits and nothing else they could count.
  if (n.value < 5 || n.article) return null;
  if (follows?.kind === "word" && !CENT_FOLLOWERS.has(follows.norm)) return null;
  return { cents: n.value, to: n.to };
}

const CENT_FOLLOWERS = wordSet(
  "no na nos nas em com de do da dos das para ontem hoje anteontem e num numa por pelo pela o a os as um uma ao cada ai la via segunda terca quarta quinta sexta sabado domingo dia mais debito pix credito cartao agora que comprei foi",
);

/** Reads money that names its unit ("R$ 50", "50 conto", "2 mil reais e 30 centavos"). */
export function readMoney(tokens: readonly Token[], i: number): Money | null {
  const first = tokens[i];
  if (first === undefined) return null;
  if (
    first.norm === "r$" ||
    ((first.norm === "rs" || first.norm === "brl") && tokens[i + 1]?.kind === "number")
  ) {
    const n = readNumber(tokens, i + 1);
    if (n === null) return null;
    let to = n.to;
    if (REAIS.has(tokens[to]?.norm ?? "")) to += 1;
    const c = n.text.includes(".") ? null : centsAfter(tokens, to, false);
    return { amount: withCents(n.text, c?.cents ?? 0), to: c?.to ?? to, approx: n.approx };
  }
  const note = noteAt(tokens, i);
  if (note !== null) return note;
  const n = readNumber(tokens, i);
  if (n === null) return null;
  let at = n.to;
  if (
    tokens[at]?.norm === "de" &&
    (tokens[at + 1]?.norm === "reais" || tokens[at + 1]?.norm === "real")
  )
    at += 1;
  const unit = tokens[at]?.norm;
  if (unit === undefined) return null;
  if (REAIS.has(unit)) {
    let to = at + 1;
    if (tokens[to]?.norm === "de" && tokens[to + 1]?.norm === "reis") to += 2;
    if (
      tokens[to]?.norm === "e" &&
      (tokens[to + 1]?.norm === "meio" ||
        tokens[to + 1]?.norm === "pouco" ||
        tokens[to + 1]?.norm === "tanto")
    ) {
      return {
        amount: withCents(n.text, tokens[to + 1]!.norm === "meio" ? 50 : 0),
        to: to + 2,
        approx: n.approx,
      };
    }
    const c = n.text.includes(".") ? null : centsAfter(tokens, to, true);
    return { amount: withCents(n.text, c?.cents ?? 0), to: c?.to ?? to, approx: n.approx };
  }
  if (CENTS.has(unit))
    return { amount: fromCents(Math.round(n.value)), to: at + 1, approx: n.approx };
  if (Object.hasOwn(FOREIGN, unit))
    return { amount: toAmount(n.text), to: at + 1, approx: n.approx, currency: FOREIGN[unit]! };
  return null;
}

/** "cinquentão", "um vintinho", "50tão": a sum by its nickname. */
function noteAt(tokens: readonly Token[], i: number): Money | null {
  const one = oneOf("um uns mais", tokens[i]?.norm) ? 1 : 0;
  const name = tokens[i + one]?.norm ?? "";
  if (Object.hasOwn(NOTES, name))
    return { amount: fromCents(NOTES[name]! * 100), to: i + one + 1, approx: false };
  const [number, tail] = [tokens[i], tokens[i + 1]];
  const glued = number?.kind === "number" && tail?.start === number.end;
  if (!glued || !oneOf("tao zao tinha tinho inho inha tona conto pila", tail.norm)) return null;
  const n = readNumber(tokens, i);
  return n === null || n.to !== i + 1
    ? null
    : { amount: toAmount(n.text), to: i + 2, approx: false };
}

/** Reads a bare number as money, for places where money is expected: "50", "50,90", "30 e 50", "mil e duzentos". */
export function readBareMoney(tokens: readonly Token[], i: number): Money | null {
  const n = readNumber(tokens, i);
  if (n === null) return null;
  const c =
    n.text.includes(".") || n.approx || n.value >= 1000 ? null : centsAfter(tokens, n.to, false);
  return { amount: withCents(n.text, c?.cents ?? 0), to: c?.to ?? n.to, approx: n.approx };
}

function withCents(text: string, c: number): string {
  return c === 0 ? toAmount(text) : fromCents(cents(toAmount(text)) + c);
}
