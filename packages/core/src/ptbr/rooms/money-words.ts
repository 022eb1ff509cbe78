import {
  type Clause,
  find,
  first,
  has,
  items,
  phrase,
  phraseAt,
  type Scene,
  slice,
  capital,
  verbs,
} from "../clause.ts";
import { expenseCategory } from "../merchants.ts";
import { bestOf, nameScore } from "../names.ts";
import { fold, wordsOf } from "../normalize.ts";
import type { PaymentMeans } from "../types.ts";
import { inGroup, verbForms } from "../verbs.ts";
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
        oneOf("cartao conta meu minha credito debito banco paguei passei", c.words[k]!)
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

const EDGE = new Set(
  `o a os as um uma uns umas de do da dos das no na nos nas em e que para por com ao aos pelo pela eu me mim meu minha meus minhas foi eh era ser esta so ai la ah oh ne ok ja mais mas r$ reais real conto pila total valor tambem hoje agora isso tudo aqui entao num numa deu outro outra outros outras ate mesmo , . ! : ; - = ( ) + * " ' / \\ cada conta-se favor obrigado obrigada valeu la ali hj vista quase mediante referente ref debitado debitada cobrado cobrada credito-se`.split(
    /\s+/,
  ),
);
const DROP = wordSet(
  "bah tche oxe oxente uai velho vei nossa gente galera po poxa putz rapaz prezada prezado eai opa ei ah hoje me juros referente compra pois entao enfim solicito gentileza vish vixe caramba mermao brother parca reais real r$ conto valor total gasto gastos despesa despesas compra compras transacao lancamento parcelado parcelada vezes parcelas juros favor registro registrar anotar oi ola vida eita kkk aff dinheiro centavos receita entrada assistente obrigado obrigada valeu né ne ok ai foi deu saiu custou cara mano viu blz beleza tambem mais apenas somente categoria nova novo tipo pagamento",
);

/** The money verbs that are the predicate, not part of what was bought. */
function predicate(w: string): boolean {
  return verbForms(w).some((f) =>
    [
      "spend",
      "pay",
      "buy",
      "put",
      "cost",
      "receive",
      "arrive",
      "record",
      "transfer",
      "save",
      "create",
      "change",
      "do",
      "be",
      "want",
      "due",
      "plan",
      "remember",
    ].some((g) => inGroup(f.lemma, g as "spend")),
  );
}
const THINGS = wordSet(
  "almoco jantar janta lanche cafe aluguel conserto corte assinatura compra recarga troca corrida consulta entrada reforma passeio jogo renda saida venda bebida comida parcela deposito doacao vale estacionamento abastecimento estudo treino caminhada conta reserva deposito emprestimo ganho pedido mesa cobra roupa casa salvo aposta juntas cama para por como sobre",
);

/**
 * What the money was for, in the person's own words: the first run of words that are neither
 * values, predicate, account nor time. Empty when nothing is said.
 */
export function descriptionOf(
  c: Clause,
  s: Scene,
  skip: readonly number[] = [],
): { text: string; words: string[]; at: number[] } {
  const account = accountNamed(c, s);
  const gone = new Set([...skip, ...(account?.at ?? [])]);
  const runs: number[][] = [];
  let run: number[] = [];
  const flush = (): void => {
    while (run.length > 0 && EDGE.has(c.words[run[0]!]!)) run.shift();
    while (run.length > 0 && EDGE.has(c.words[run.at(-1)!]!)) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let i = 0; i < c.words.length; i += 1) {
    const w = c.words[i]!;
    const t = c.tokens[i]!;
    const verbal =
      predicate(w) &&
      !THINGS.has(w) &&
      (i === 0 ||
        !oneOf("do da no na o a de com um uma", c.words[i - 1]!) ||
        c.words[i - 1] === "a");
    const number99 =
      t.kind === "number" && w === "99" && oneOf("no na de do da pelo", c.words[i - 1] ?? "");
    if ((c.covered[i] && !number99) || gone.has(i) || t.kind === "punct" || DROP.has(w) || verbal) {
      if (c.covered[i] && article(c, i)) continue;
      flush();
      continue;
    }
    run.push(i);
  }
  flush();
  // What stands after the verb is what the money was for; before it stands who paid.
  const did =
    verbs(c).find((v) => v.forms.some((f) => f.tense === "past" && (f.person === 1 || f.plural)))
      ?.at ?? -1;
  const chosen = runs.find((r) => r[0]! > did) ?? runs[0] ?? [];
  const from = chosen[0];
  const to = chosen.at(-1);
  if (from === undefined || to === undefined) return { text: "", words: [], at: [] };
  const all = runs.flat();
  const raw =
    chosen.every((i, k) => k === 0 || i === chosen[k - 1]! + 1) &&
    chosen.every((i) => c.tokens[i]!.norm === c.words[i] && sameLetters(c, i))
      ? slice(c, s.text, from, to + 1)
      : chosen.map((i) => (sameLetters(c, i) ? c.tokens[i]!.raw : c.words[i]!)).join(" ");
  return { text: capital(raw).slice(0, 100), words: all.map((i) => c.words[i]!), at: all };
}

function sameLetters(c: Clause, i: number): boolean {
  const t = c.tokens[i]!;
  return fold(t.raw) === t.norm || t.norm === "para" || t.norm === "de" || t.norm.length <= 3;
}

function article(c: Clause, i: number): boolean {
  const x = c.items.find((it) => i >= it.from && i < it.to);
  return x?.type === "number" && x.value.article;
}

/** Number of installments and total, from "12x de 250", "1.200 em 12x" or "em 3x" beside an amount. */
export function installmentsOf(
  c: Clause,
  amount: string | null,
): { count: number; total?: string; each?: string } | null {
  const full = first(c, "installments")?.value;
  if (full !== undefined)
    return {
      count: full.count,
      ...(full.total === undefined ? {} : { total: full.total }),
      ...(full.each === undefined ? {} : { each: full.each }),
    };
  const count = first(c, "count")?.value;
  if (count !== undefined && amount !== null) return { count: count.count, total: amount };
  const bare = phraseAt(c, "* x|vezes|parcelas");
  const n = bare >= 0 ? items(c, "number").find((x) => x.to === bare + 1) : undefined;
  return n !== undefined &&
    amount !== null &&
    n.value.value > 1 &&
    (phrase(c, "sem juros") || find(c, "x") >= 0)
    ? { count: n.value.value, total: amount }
    : null;
}
