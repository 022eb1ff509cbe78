import { fold, tokenize } from "@vida/core/ptbr/normalize";
import { readNumber } from "@vida/core/ptbr/numbers";

/** A number that a sentence says, with how exactly it says it. */
export type Figure = { value: number; decimals: number; raw: string };

const DIGITS = /\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?/g;
/** The marker of a list is no figure. */
const MARKER = /^[ \t]*(?:[-*•]\s*)?\d{1,2}[.)](?=\s)/gm;
const MULTIPLE = /^\s*(mil|milhao|milhoes)\b/;
const SCALE: Readonly<Record<string, number>> = { mil: 1e3, milhao: 1e6, milhoes: 1e6 };

/** What makes a written-out number a figure rather than a turn of phrase. */
const COUNTED =
  /^(ml|mililitros?|litros?|copos?|xicaras?|garrafas?|reais|real|centavos|conto|pila|kg|quilos?|gramas?|horas?|h|min|minutos?|km|quilometros?|dias?|noites?|vezes|contas?|parcelas?|dividas?|habitos?|metas?|livros?|paginas?|registros?|lancamentos?|compras?|lembretes?|por|pontos?|anos?|meses|semanas?|seguidos?|seguidas?)$/;

/**
 * The figures of a text: digits in Brazilian or plain form, and numbers in words where they count something.
 *
 * `7h30` is two figures, a date as many as it has parts; every part must be known by itself.
 */
export function figuresIn(text: string): Figure[] {
  const plain = text.replace(MARKER, "");
  return [...digits(plain), ...spoken(plain)];
}

function digits(text: string): Figure[] {
  return [...text.matchAll(DIGITS)].map(({ 0: raw, index }) => {
    const after = MULTIPLE.exec(fold(text.slice(index + raw.length)))?.[1];
    const value = toNumber(raw);
    const decimals = /[.,](\d+)$/.exec(thousands(raw) ? "" : raw)?.[1]?.length ?? 0;
    return after === undefined
      ? { value, decimals, raw }
      : { value: value * (SCALE[after] ?? 1), decimals: 0, raw: `${raw} ${after}` };
  });
}

function thousands(raw: string): boolean {
  return /^\d{1,3}(\.\d{3})+$/.test(raw);
}

function toNumber(raw: string): number {
  const whole = thousands(raw) || raw.includes(",") ? raw.replaceAll(".", "") : raw;
  return Number(whole.replace(",", "."));
}

function spoken(text: string): Figure[] {
  const tokens = tokenize(text);
  const found: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const number = token === undefined || token.kind === "punct" ? null : readNumber(tokens, at);
    if (token === undefined || number === null) continue;
    const next = tokens[number.to];
    at = number.to - 1;
    // "3 mil" is read with its digits.
    if (token.kind === "number" || !number.spoken || number.article) continue;
    if (!COUNTED.test(next?.norm ?? "")) continue;
    const half = /^ e mei[oa]\b/.test(fold(text.slice(next?.end ?? text.length))) ? 0.5 : 0;
    const raw = text.slice(token.start, tokens[number.to - 1]?.end ?? token.end);
    found.push({ value: number.value + half, decimals: 2, raw });
  }
  return found;
}
