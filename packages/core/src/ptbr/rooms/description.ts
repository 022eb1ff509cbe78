import {
  type Clause,
  type Scene,
  capital,
  find,
  first,
  items,
  phrase,
  phraseAt,
  slice,
  verbs,
} from "../clause.ts";
import { fold } from "../normalize.ts";
import { isPerson } from "../subject.ts";
import { inGroup, verbForms } from "../verbs.ts";
import { oneOf, wordSet } from "../words.ts";
import { accountNamed } from "./money-words.ts";

const EDGE = new Set(
  `o a os as um uma uns umas de do da dos das no na nos nas em e que para por com ao aos pelo pela eu me mim meu minha meus minhas foi eh era ser esta so ai la ah oh ne ok ja mais mas r$ reais real conto pila total valor tambem hoje agora isso tudo aqui entao num numa deu outro outra outros outras ate mesmo , . ! : ; - = ( ) + * " ' / \\ cada conta-se favor obrigado obrigada valeu la ali hj vista quase depois noite tarde manha madrugada cedo mediante referente ref debitado debitada cobrado cobrada credito-se`.split(
    /\s+/,
  ),
);

const DROP = wordSet(
  "acho creio bah tche oxe oxente uai velho vei nossa gente galera po poxa putz rapaz prezada prezado eai opa ei ah hoje me juros referente compra pois entao enfim solicito gentileza vish vixe caramba mermao brother parca reais real r$ conto valor total gasto gastos despesa despesas compra compras transacao lancamento parcelado parcelada vezes parcelas juros favor merreca bagatela mixaria ninharia fortuna registro registrar anotar oi ola vida eita kkk aff dinheiro centavos receita entrada assistente obrigado obrigada valeu né ne ok ai foi deu saiu custou cara mano viu blz beleza tambem mais apenas somente categoria nova novo tipo pagamento",
);

/** The money verbs that are the predicate, not part of what was bought. */
function predicate(w: string): boolean {
  return verbForms(w).some((f) =>
    (
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
      ] as const
    ).some((g) => inGroup(f.lemma, g)),
  );
}

const THINGS = wordSet(
  "da almoco jantar janta lanche cafe aluguel conserto corte assinatura compra recarga troca corrida consulta entrada reforma passeio jogo renda saida venda bebida comida parcela deposito doacao vale estacionamento abastecimento estudo treino caminhada conta reserva deposito emprestimo ganho pedido mesa cobra roupa casa salvo aposta juntas cama para por como sobre",
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
        !oneOf("do da no na o a de com um uma", c.words[i - 1]) ||
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
  // Who it was for stands before the verb as well; a thing is preferred.
  const thing = (r: readonly number[]): boolean => !r.every((i) => isPerson(c.words[i]!));
  const chosen = runs.find((r) => r[0]! > did) ?? runs.find(thing) ?? runs[0] ?? [];
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
  return (
    fold(t.raw) === t.norm ||
    t.norm === "para" ||
    t.norm === "de" ||
    t.norm.length <= 3 ||
    /^pf$/i.test(t.raw)
  );
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
