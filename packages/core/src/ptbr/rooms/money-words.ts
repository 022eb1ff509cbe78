import { type Clause, type Scene, has, phraseAt } from "../clause.ts";
import { expenseCategory } from "../merchants.ts";
import { bestOf, nameScore } from "../names.ts";
import { fold, wordsOf } from "../normalize.ts";
import type { PaymentMeans } from "../types.ts";
import { oneOf, wordSet } from "../words.ts";

export type AccountHit = {
  readonly id: string;
  readonly at: readonly number[];
  readonly name: string;
} | null;

type Account = NonNullable<Scene["lexicon"]["accounts"]>[number];

const PREPOSITION = wordSet("no na pelo pela do da com em via para usando o a de ao");

function meant(accounts: readonly Account[], means: PaymentMeans): Account | undefined {
  const marked = accounts.filter((a) => a.meantBy?.includes(means) === true);
  if (marked.length > 0) return marked[0];
  const kinds = means === "credit" ? ["card"] : means === "cash" ? ["cash"] : ["checking"];
  const fitting = accounts.filter((a) => kinds.includes(a.kind));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The account or card that the clause says the money goes through, with the tokens that say so. */
export function accountNamed(c: Clause, s: Scene): AccountHit {
  const accounts = s.lexicon.accounts ?? [];
  const at: number[] = [];
  const named = bestOf(c.words, accounts, (a) => a.name).filter((b) =>
    b.at.some(
      (i) =>
        PREPOSITION.has(c.words[i - 1] ?? "") ||
        oneOf("cartao conta banco credito debito", c.words[i - 1] ?? "") ||
        c.words.length <= 5,
    ),
  );
  const word = c.words.findIndex(
    (w, i) =>
      !(
        w === "credito" &&
        !(
          oneOf("no via em cartao pelo a ao", c.words[i - 1] ?? "") ||
          (c.words[i - 1] === "de" && c.words[i - 2] === "cartao")
        ) &&
        !(i === c.words.length - 1 && c.words[i - 1] !== "de")
      ) &&
      oneOf("cartao credito debito pix dinheiro vista especie cash", w) &&
      !c.covered[i],
  );
  const around = (i: number): number[] => {
    const list = [i];
    for (let k = i - 1; k >= Math.max(0, i - 3); k -= 1) {
      if (
        PREPOSITION.has(c.words[k]!) ||
        oneOf("cartao conta meu minha credito debito banco paguei passei", c.words[k])
      )
        list.push(k);
      else break;
    }
    return list;
  };
  if (named.length === 1) {
    for (const i of named[0]!.at) at.push(...around(i));
    if (word >= 0) at.push(...around(word));
    return { id: named[0]!.thing.id, name: named[0]!.thing.name, at };
  }
  if (word < 0) return null;
  const w = c.words[word]!;
  const means: PaymentMeans | null = has(c, "debito")
    ? "debit"
    : has(c, "credito")
      ? "credit"
      : w === "cartao"
        ? "credit"
        : w === "pix"
          ? "pix"
          : w === "dinheiro" || w === "especie" || w === "cash"
            ? "cash"
            : null;
  if (means === null) return null;
  const account = meant(accounts, means);
  const spots = c.words.flatMap((x, i) =>
    oneOf("cartao credito debito pix dinheiro especie cash", x) && !c.covered[i] ? around(i) : [],
  );
  return account === undefined
    ? { id: "", name: w, at: spots }
    : { id: account.id, name: account.name, at: spots };
}

/** The account used when none is named: what corrections taught, the only card for installments, the default. */
export function accountFor(
  c: Clause,
  s: Scene,
  description: string,
  installments: boolean,
): string | undefined {
  const hit = accountNamed(c, s);
  if (hit !== null && hit.id !== "") return hit.id;
  const accounts = s.lexicon.accounts ?? [];
  if (installments) {
    const cards = accounts.filter((a) => a.kind === "card");
    return (meant(accounts, "credit") ?? (cards.length === 1 ? cards[0] : undefined))?.id;
  }
  const taught = learnedFor(s, description)?.accountId;
  return taught ?? accounts.find((a) => a.isDefault === true)?.id;
}

export function learnedFor(
  s: Scene,
  description: string,
): { categoryKey?: string; accountId?: string } | undefined {
  const d = fold(description);
  return d === ""
    ? undefined
    : (s.lexicon.learned?.find((l) => fold(l.description) === d) ??
        s.lexicon.learned?.find((l) => nameScore(wordsOf(description), l.description).score >= 2));
}

/** Category of an expense: named outright, taught, known from the dictionary, else `other`. */
export function categoryOf(c: Clause, s: Scene, description: string): string {
  const i = phraseAt(c, "categoria *");
  if (i >= 0) {
    const hit = bestOf(
      c.words.slice(i + 1),
      s.lexicon.categories
        ?.filter((x) => x.kind === "expense")
        .map((x) => ({ id: x.key, name: x.name })),
      (x) => x.name,
    );
    const key = hit[0]?.thing.id ?? baseCategory(c.words.slice(i + 1));
    if (key !== null && key !== undefined) return key;
  }
  const taught = learnedFor(s, description)?.categoryKey;
  if (taught !== undefined) return taught;
  const own = (s.lexicon.categories ?? []).filter(
    (x) =>
      x.kind === "expense" &&
      (x.parentKey === null || x.parentKey === undefined) &&
      !BASE_KEYS.has(x.key),
  );
  const mine = bestOf(
    wordsOf(description),
    own.map((x) => ({ id: x.key, name: x.name })),
    (x) => x.name,
  );
  if (mine.length === 1) return mine[0]!.thing.id;
  const words = wordsOf(description);
  return (
    expenseCategory(words) ?? expenseCategory(c.words.filter((_, k) => !c.covered[k])) ?? "other"
  );
}

const BASE_KEYS = new Set(
  "food transport housing health education entertainment shopping bills subscriptions travel gifts investments other utilities insurance debts".split(
    " ",
  ),
);

const BASE_NAMES: Readonly<Record<string, string>> = {
  alimentacao: "food",
  comida: "food",
  transporte: "transport",
  moradia: "housing",
  casa: "housing",
  saude: "health",
  educacao: "education",
  lazer: "entertainment",
  entretenimento: "entertainment",
  compras: "shopping",
  vestuario: "shopping",
  roupas: "shopping",
  contas: "bills",
  assinaturas: "subscriptions",
  assinatura: "subscriptions",
  viagem: "travel",
  viagens: "travel",
  presentes: "gifts",
  presente: "gifts",
  investimentos: "investments",
  outros: "other",
  outro: "other",
  utilidades: "utilities",
  seguro: "insurance",
  seguros: "insurance",
  dividas: "debts",
  transportes: "transport",
};

/** Key of a category by its usual pt-BR name. */
export function baseCategory(words: readonly string[]): string | null {
  for (const w of words) if (Object.hasOwn(BASE_NAMES, w)) return BASE_NAMES[w]!;
  return null;
}
