import { fold, type Token, wordsOf } from "./normalize.ts";
import { editDistance } from "./spelling.ts";
import type { Lexicon } from "./types.ts";
import { isKnownWord } from "./vocabulary.ts";
import { remembered, wordSet } from "./words.ts";

export type NameKind =
  | "habit"
  | "metric"
  | "bill"
  | "income"
  | "debt"
  | "investment"
  | "account"
  | "goal"
  | "reminder"
  | "expense"
  | "category";

/** One of the person's own things named in a text. */
export type NameHit = {
  readonly kind: NameKind;
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly at: readonly number[];
};

const SMALL = wordSet(
  "de do da dos das e o a os as no na em para com por um uma meu minha ao por mais menos ate",
);
/** Words that many names share: they do not identify. */
const GENERIC = wordSet(
  "conta cartao divida emprestimo financiamento habito meta plano parcela boleto banco fatura fazer tomar beber dia mes mensalidade assinatura investimento credito objetivo pagar ir comprar novo nova casa renda ter guardar juntar",
);
const ALIAS: Readonly<Record<string, string>> = {
  energia: "luz",
  eletricidade: "luz",
  eletrica: "luz",
  enel: "luz",
  cemig: "luz",
  copel: "luz",
  light: "luz",
  wifi: "internet",
  net: "internet",
  banda: "internet",
  veiculo: "carro",
  automovel: "carro",
  pagamento: "salario",
  ordenado: "salario",
  freelance: "freela",
  frila: "freela",
  freelancer: "freela",
  bike: "bicicleta",
  roxinho: "nubank",
  nu: "nubank",
  celular: "celular",
  telefone: "celular",
  condo: "condominio",
  previdencia: "aposentadoria",
  emergencial: "emergencia",
  facul: "faculdade",
  facu: "faculdade",
  vitaminas: "vitamina",
};

/** Letters as they sound: z as s, k as c, y as i, double letters once. */
export const sound = remembered((word) =>
  fold(word)
    .replace(/ph/g, "f")
    .replace(/ss|ç|z/g, "s")
    .replace(/k|qu(?=[ei])/g, "c")
    .replace(/y/g, "i")
    .replace(/w/g, "v")
    .replace(/(.)\1+/g, "$1")
    .replace(/^h/, ""),
);

/** The words of one of the person's names; the same few names are asked for again and again. */
const partsOf = remembered((name): readonly string[] =>
  wordsOf(name).filter((w) => !SMALL.has(w) && !/^\d/.test(w)),
);

function alike(word: string, target: string): boolean {
  if (word === target || (ALIAS[word] ?? word) === (ALIAS[target] ?? target)) return true;
  if (word.length >= 3 && sound(word) === sound(target)) return true;
  if (word === `${target}s` || target === `${word}s`) return true;
  // A word that is right as it stands is no slip of another ("litros" is not "livros").
  if (isKnownWord(word)) return false;
  if (word.length >= 5 && target.length >= 5 && word[0] === target[0])
    return editDistance(word, target, target.length >= 8 ? 2 : 1) <= (target.length >= 8 ? 2 : 1);
  return false;
}

/** How well a name is named by these words: matched content words, and where. */
export function nameScore(words: readonly string[], name: string): { score: number; at: number[] } {
  const parts = partsOf(name);
  const identifying = parts.filter((w) => !GENERIC.has(w));
  const need = identifying.length > 0 ? identifying : parts;
  if (need.length === 0) return { score: 0, at: [] };
  const at: number[] = [];
  let matched = 0;
  for (const part of need) {
    let hit = words.findIndex((w) => alike(w, part));
    if (hit >= 0) {
      matched += 1;
      at.push(hit);
      continue;
    }
    // "net flix" for Netflix
    hit = words.findIndex(
      (w, i) =>
        i + 1 < words.length && w.length >= 2 && alike(w + words[i + 1]!, part) && part.length >= 5,
    );
    if (hit >= 0) {
      matched += 1;
      at.push(hit, hit + 1);
    }
  }
  if (matched === 0) return { score: 0, at: [] };
  for (const part of parts) {
    if (need.includes(part)) continue;
    const hit = words.findIndex((w) => w === part);
    if (hit >= 0) at.push(hit);
  }
  // All words named counts most; then the share.
  return {
    score: matched + matched / need.length + (at.length > matched ? 0.05 : 0),
    at: [...new Set(at)].toSorted((a, b) => a - b),
  };
}

/** Those of a list that the words name best; several when equally well named. */
export function bestOf<T extends { readonly id: string }>(
  words: readonly string[],
  list: readonly T[] | undefined,
  nameOf: (x: T) => string,
): { thing: T; score: number; at: readonly number[] }[] {
  const scored = (list ?? [])
    .map((thing) => ({ thing, ...nameScore(words, nameOf(thing)) }))
    .filter((x) => x.score > 0);
  const top = Math.max(0, ...scored.map((x) => x.score));
  return scored.filter((x) => x.score >= top - 0.01);
}

/** Every own thing that a piece of text names. */
export function nameHits(tokens: readonly Token[], lexicon: Lexicon): NameHit[] {
  const words = tokens.map((t) => t.norm);
  const hits: NameHit[] = [];
  const add = (kind: NameKind, list: readonly { id: string; name: string }[] | undefined): void => {
    for (const x of list ?? []) {
      const { score, at } = nameScore(words, x.name);
      if (score > 0) hits.push({ kind, id: x.id, name: x.name, score, at });
    }
  };
  add("habit", lexicon.habits);
  add("metric", lexicon.metrics);
  add("bill", lexicon.bills);
  add("income", lexicon.incomes);
  add("debt", lexicon.debts);
  add("investment", lexicon.investments);
  add("account", lexicon.accounts);
  add(
    "goal",
    (lexicon.goals ?? []).map((g) => ({ id: g.id, name: g.title })),
  );
  return hits;
}
