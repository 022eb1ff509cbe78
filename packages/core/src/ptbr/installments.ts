import { type Money, readBareMoney, readMoney } from "./money.ts";
import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import { oneOf } from "./words.ts";

export type Installments = {
  readonly count: number;
  readonly each?: string;
  readonly total?: string;
  readonly to: number;
};

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
