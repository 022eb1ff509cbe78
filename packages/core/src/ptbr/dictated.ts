import { isMerchantWord } from "./merchants.ts";
import type { Token } from "./normalize.ts";
import { VALUES } from "./repair.ts";
import type { Item } from "./scan.ts";
import { verbForms } from "./verbs.ts";
import { oneOf } from "./words.ts";

/** Whether a new clause begins at token `i` although no sign or joint stands before it: dictation has none. */
export function dictated(
  tokens: readonly Token[],
  items: readonly Item[],
  i: number,
  from: number,
): boolean {
  return (
    listed(tokens, items, i, from) ||
    nextMeasure(tokens, items, i, from) ||
    namedFirst(tokens, items, i, from)
  );
}

/** "30 no ifood 12 no uber": dictated prices, each with its place. */
function listed(
  tokens: readonly Token[],
  items: readonly Item[],
  i: number,
  from: number,
): boolean {
  const here = items.find(
    (x) => x.from === i && (x.type === "money" || (x.type === "number" && !x.value.article)),
  );
  if (here === undefined || i < 3) return false;
  const places = ["no", "na", "nos", "nas", "com", "de", "em", "do", "da"];
  const earlier = items.find(
    (x) => x.from >= from && x.to < i && (x.type === "money" || x.type === "number"),
  );
  const before = tokens[i - 1]!;
  return (
    earlier !== undefined &&
    places.includes(tokens[earlier.to]?.norm ?? "") &&
    places.includes(tokens[here.to]?.norm ?? "") &&
    before.kind === "word" &&
    before.norm.length > 2 &&
    verbForms(before.norm).every((f) => f.tense !== "past") &&
    !oneOf("por para mais entre quase com uns umas parcela numero dia", before.norm)
  );
}

const SCORED = "humor energia disposicao animo peso sono";

/** "dormi 7h humor 8 peso 82", "2L de água 7h de sono": dictated measures, each with its value. */
function nextMeasure(
  tokens: readonly Token[],
  items: readonly Item[],
  i: number,
  from: number,
): boolean {
  const value = (x: Item): boolean => VALUES.has(x.type);
  const earlier = items.findLast((x) => value(x) && x.from >= from && x.to <= i);
  if (earlier === undefined) return false;
  const before = tokens[i - 1]!.norm;
  // "dormi 9 horas tô com energia 8"
  if (tokens[i]!.norm === "estou" && tokens[i + 1]?.norm === "com")
    return oneOf(SCORED, tokens[i + 2]?.norm);
  if (oneOf(SCORED, tokens[i]!.norm))
    return (
      !oneOf("de do da meu minha o a e no na com para", before) &&
      items.some((x) => value(x) && x.from > i && x.from <= i + 3)
    );
  const here = items.find((x) => x.from === i && x.type === "quantity");
  return (
    here?.type === "quantity" &&
    earlier.type === "quantity" &&
    earlier.value.kind !== here.value.kind &&
    oneOf("volume duration mass", here.value.kind) &&
    oneOf("agua sono peso academia treino exercicio", before)
  );
}

const priceLike = (x: Item): boolean =>
  x.type === "money" || (x.type === "number" && !x.value.article);

/** "almoço 25 jantar 40": dictated prices, each behind its thing. */
function namedFirst(
  tokens: readonly Token[],
  items: readonly Item[],
  i: number,
  from: number,
): boolean {
  if (tokens[i]!.kind !== "word" || !isMerchantWord(tokens[i]!.norm)) return false;
  const before = items.find((x) => x.to === i && priceLike(x));
  return (
    before !== undefined &&
    before.from > from &&
    isMerchantWord(tokens[before.from - 1]!.norm) &&
    items.some((x) => x.from === i + 1 && priceLike(x))
  );
}
