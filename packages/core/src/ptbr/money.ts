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

export type Installments = {
  readonly count: number;
  readonly each?: string;
  readonly total?: string;
  readonly to: number;
};

const REAIS = wordSet(
  "real reais conto pila pilas mango mangos pau paus prata pratas rs brl dinheiros merreis temers lula pilinha contao contim contos",
);
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

function countOf(tokens: readonly Token[], i: number): { count: number; to: number } | null {
  const n = readNumber(tokens, i);
  if (n === null || !Number.isInteger(n.value) || n.value < 1 || n.value > 480) return null;
  const word = tokens[n.to]?.norm;
  if (
    word === "x" ||
    word === "vezes" ||
    word === "parcelas" ||
    word === "parcela" ||
    word === "prestacoes" ||
    word === "vez" ||
    word === "prestacao"
  ) {
    return {
      count: n.value,
      to: word === "x" && tokens[n.to + 1]?.norm === "." ? n.to + 2 : n.to + 1,
    };
  }
  return null;
}

const anyMoney = (tokens: readonly Token[], i: number): Money | null =>
  readMoney(tokens, i) ?? readBareMoney(tokens, i);

/** Reads "12x de 250", "10x 99,90", "1.200 em 12x", "2 mil dividido em 10 vezes". */
export function readInstallments(tokens: readonly Token[], i: number): Installments | null {
  const c = countOf(tokens, i);
  if (c !== null) {
    let at = c.to;
    let word = false;
    while (oneOf("de por a iguais fixas sem juros mensais", tokens[at]?.norm ?? "")) {
      word = true;
      at += 1;
    }
    const each = anyMoney(tokens, at);
    if (each !== null && (word || tokens[c.to - 1]?.norm === "x") && !isUnit(tokens[each.to]))
      return { count: c.count, each: each.amount, to: each.to };
    return null;
  }
  const total = anyMoney(tokens, i);
  if (total === null) return null;
  let at = total.to;
  while (
    oneOf(
      "dividido dividida divididos parcelado parcelada parcelados parcelei dividi no cartao de credito , que tudo fiz deu",
      tokens[at]?.norm ?? "",
    ) &&
    at < total.to + 6
  )
    at += 1;
  if (tokens[at]?.norm !== "em") return null;
  const n = countOf(tokens, at + 1);
  if (n === null) {
    const bare =
      tokens[at - 1]?.norm.startsWith("parcela") || tokens[at - 1]?.norm.startsWith("dividi")
        ? readNumber(tokens, at + 1)
        : null;
    return bare !== null && Number.isInteger(bare.value) && bare.value >= 2 && bare.value <= 48
      ? { count: bare.value, total: total.amount, to: bare.to }
      : null;
  }
  // "6 mil em 12x de 600" names both.
  let next = n.to;
  let word = false;
  while (oneOf("de por a iguais fixas", tokens[next]?.norm ?? "")) {
    word = true;
    next += 1;
  }
  const each = word ? anyMoney(tokens, next) : null;
  return each === null
    ? { count: n.count, total: total.amount, to: n.to }
    : { count: n.count, total: total.amount, each: each.amount, to: each.to };
}

/** Only a count: "em 12x", "em 3 vezes", "parcelado em 10". */
export function readCount(
  tokens: readonly Token[],
  i: number,
): { count: number; to: number } | null {
  if (
    tokens[i]?.norm !== "em" &&
    !tokens[i]?.norm.startsWith("parcelad") &&
    !tokens[i]?.norm.startsWith("dividid")
  )
    return null;
  let at = i;
  while (oneOf("parcelado parcelada dividido dividida em", tokens[at]?.norm ?? "")) at += 1;
  const c = countOf(tokens, at);
  if (c !== null) return c;
  const n = at > i + 1 ? readNumber(tokens, at) : null;
  return n !== null && Number.isInteger(n.value) && n.value >= 2 && n.value <= 48
    ? { count: n.value, to: n.to }
    : null;
}

function isUnit(token: Token | undefined): boolean {
  return (
    token !== undefined && oneOf("ml litros litro l kg min minutos km h horas series", token.norm)
  );
}
