import type { Token } from "./normalize.ts";
import type { Item } from "./scan.ts";
import { oneOf, wordSet } from "./words.ts";

export const VALUES = wordSet("number money quantity installments");

const TIMES = wordSet("day delay clock period");

const MARKERS = [
  ["ops"],
  ["opa"],
  ["digo"],
  ["quer", "dizer"],
  ["alias"],
  ["minto"],
  ["perdao"],
  ["errei"],
  ["corrigindo"],
  ["melhor", "dizendo"],
  ["na", "verdade"],
  ["nao"],
  ["pera"],
  ["perai"],
  ["ou", "melhor"],
  ["desculpa"],
];

function markerAt(tokens: readonly Token[], i: number): number {
  for (const m of MARKERS) if (m.every((w, k) => tokens[i + k]?.norm === w)) return i + m.length;
  return -1;
}

/** "foi 7h e não 6": what it was not goes, and the rest corrects what is there. */
export function contrast(
  tokens: readonly Token[],
  items: readonly Item[],
): { tokens: readonly Token[]; correcting: boolean } {
  const none = { tokens, correcting: false };
  const last = items.findLast((x) => VALUES.has(x.type));
  if (last === undefined) return none;
  const not = tokens[last.from - 1]?.norm === "nao" ? last.from - 1 : -1;
  const joint = tokens[not - 1]?.norm;
  if (not < 2 || (joint !== "e" && joint !== ",")) return none;
  const tail = tokens.slice(last.to).every((t) => t.kind === "punct");
  const other = items.some((x) => VALUES.has(x.type) && x.to <= not - 1 && not - x.to <= 4);
  return tail && other ? { tokens: tokens.slice(0, not - 1), correcting: true } : none;
}

const WAS = "foi foram era eram eh sao deu custou";

/** "o mercado não foi 120, foi 112": what it was not goes, what it was corrects what is there. */
export function butRather(
  tokens: readonly Token[],
  items: readonly Item[],
): { tokens: readonly Token[]; correcting: boolean } {
  const none = { tokens, correcting: false };
  const not = tokens.findIndex((t, i) => t.norm === "nao" && oneOf(WAS, tokens[i + 1]?.norm));
  const values = items.filter((x) => VALUES.has(x.type) && x.from > not);
  const [wrong, right] = values;
  if (not < 1 || wrong === undefined || right === undefined || values.length > 2) return none;
  if (wrong.from !== not + 2) return none;
  const between = tokens.slice(wrong.to, right.from).map((t) => t.norm);
  const joins = between.every((w) => oneOf(`, . ; e mas sim nao ${WAS}`, w)) && between.length > 0;
  return joins
    ? {
        tokens: [...tokens.slice(0, not), tokens[not + 1]!, ...tokens.slice(right.from)],
        correcting: true,
      }
    : none;
}

/** Applies a self-correction inside one sentence: "300 não, 500 ml", "50 no mercado, ops, 60". */
export function repair(tokens: readonly Token[], items: readonly Item[]): readonly Token[] {
  for (const [n, a] of items.entries()) {
    const b = items[n + 1];
    if (b === undefined) break;
    const same =
      (VALUES.has(a.type) && VALUES.has(b.type)) || (TIMES.has(a.type) && TIMES.has(b.type));
    if (!same || b.from - a.to > 8) continue;
    for (let i = a.to; i < b.from; i += 1) {
      let end = markerAt(tokens, i);
      if (end < 0) continue;
      const bare = tokens[i]!.norm === "nao";
      const commaAfter = tokens[end]?.norm === ",";
      const commaBefore = tokens[i - 1]?.norm === ",";
      if (bare && !commaAfter) continue;
      if (!bare && !commaBefore && !commaAfter) continue;
      if (tokens.slice(Math.max(0, a.from - 3), a.from).some((t) => t.norm === "nao")) continue;
      while (oneOf(", foi foram era eram sao eh :", tokens[end]?.norm ?? "")) end += 1;
      if (end !== b.from) continue;
      const between = tokens.slice(a.to, i).filter((t) => t.norm !== ",");
      // The second value keeps the unit of the first when it has none ("300 ml, ops, 500").
      const unit =
        a.type === "quantity" && b.type === "number"
          ? tokens.slice(a.from + 1, a.to).filter((t) => t.kind === "word")
          : [];
      return [
        ...tokens.slice(0, a.from),
        ...tokens.slice(b.from, b.to),
        ...unit,
        ...between,
        ...tokens.slice(b.to),
      ];
    }
  }
  return tokens;
}
