import type { Token } from "./normalize.ts";
import type { Item, ItemOf, ItemType } from "./scan.ts";
import type { Day, Lexicon, MetricType, Options } from "./types.ts";
import { type Tense, type VerbForm, type VerbGroup, inGroup, verbForms } from "./verbs.ts";
import { oneOf, remembered, wordSet } from "./words.ts";

/** One statement of a message, with what was found in it. */
export type Clause = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  /** Normal form per token. */
  readonly words: readonly string[];
  /** Whether the token belongs to a value. */
  readonly covered: readonly boolean[];
  /** Day inherited from a neighbour. */
  readonly dayHint?: Day;
  /** Predicate inherited from the clause before ("gastei 45 no mercado e 9 na padaria"). */
  readonly verbHint?: { readonly lemma: string; readonly group: VerbGroup };
  readonly topicHint?: MetricType;
  /** A neighbour said "corrige": the statement changes what is already there. */
  readonly correcting?: boolean;
};

/** Everything a room needs to know. */
export type Scene = { readonly lexicon: Lexicon; readonly options: Options; readonly text: string };

export type VerbAt = { readonly at: number; readonly forms: readonly VerbForm[] };

/** Whether the clause holds any of the words; each argument may be a space-separated list. */
export function has(c: Clause, ...lists: readonly string[]): boolean {
  return lists.some((list) => {
    const words = wordSet(list);
    return c.words.some((w) => words.has(w));
  });
}

/** Index of the first of the words outside values, or −1. */
export function find(c: Clause, ...lists: readonly string[]): number {
  return c.words.findIndex((w, i) => !c.covered[i] && lists.some((list) => oneOf(list, w)));
}

/** Whether the words stand in this order side by side; `*` stands for any one word. */
export function phrase(c: Clause, text: string): boolean {
  return phraseAt(c, text) >= 0;
}

const slotsOf = remembered((text) =>
  text.split(" ").map((slot) => (slot === "*" ? null : new Set(slot.split("|")))),
);

export function phraseAt(c: Clause, text: string): number {
  const need = slotsOf(text);
  for (let i = 0; i + need.length <= c.words.length; i += 1) {
    if (need.every((words, k) => words === null || words.has(c.words[i + k]!))) return i;
  }
  return -1;
}

export function items<T extends ItemType>(c: Clause, type: T): ItemOf<T>[] {
  return c.items.filter((x): x is ItemOf<T> => x.type === type);
}

export function first<T extends ItemType>(c: Clause, type: T): ItemOf<T> | undefined {
  return items(c, type)[0];
}

/** Verb readings of the clause, outside values. */
const READ = new WeakMap<Clause, VerbAt[]>();

export function verbs(c: Clause): readonly VerbAt[] {
  const known = READ.get(c);
  if (known !== undefined) return known;
  const found: VerbAt[] = [];
  READ.set(c, found);
  c.words.forEach((w, at) => {
    if (c.covered[at] || c.tokens[at]!.kind !== "word") return;
    const light = lightVerb(c, at);
    if (light !== null) found.push({ at, forms: [light] });
    const forms = light === null ? verbForms(w) : [];
    if (forms.length > 0 && !isNounHere(c, at)) found.push({ at, forms });
  });
  return found;
}

/** "dei uma alongada", "fiz uma meditada": the participle is what was done. */
function lightVerb(c: Clause, at: number): VerbForm | null {
  if (c.words[at - 1] !== "uma" || !oneOf("dei demos fiz fizemos", c.words[at - 2])) return null;
  const done = verbForms(c.words[at]!).find((f) => f.tense === "participle");
  return done === undefined ? null : { ...done, tense: "past", person: 1 };
}

const ARTICLES = wordSet(
  "o a os as um uma do da dos das no na nos nas meu minha meus minhas de esse essa este esta seu sua com em novo nova ao pelo pela",
);

/** Forms that are nouns more often than verbs after an article or preposition. */
const NOUNS = wordSet(
  "peso gasto gastos treino conta compra pago paga janta jantar almoco lanche corrida corrido caminhada bebida comida saida entrada entradas renda fatura junta nada toca marca falta volta ajuda fala conto canto estudo reserva venda vendas vendo luta jogo danca conserto corte troca aluguel registro aviso deposito limite limpa para sobre por como era segunda partida ligacao meia vida pinta base roupa casa caso janto projeto programa programas passeio plano reforma consulta busca procura resumo leva batida chegada subida medida acordo apago pula bota ficha separa soma ver vi marcado chamada tira pedido pedidos assinatura cobra cobras mesa cena pesado pesada saia caia ligue parcela parcelas parcelado parcelada agenda vale vencimento escrita escrito lida lido regra rega gosto uso cozinha desenho dividida divida dividas salvo montante largada costura pensamento pinto abaixo suba baixa cura trampo fumo morada moro sonho sonhos vista visto vinda levado sentido ida feito feita investimento mando comando uma diga apara tratamento trato dado dados apagado cadastro anote fechamento ganho ganhos passado passada",
);

function isNounHere(c: Clause, at: number): boolean {
  const w = c.words[at]!;
  if (!NOUNS.has(w)) return false;
  const before = c.words[at - 1];
  if (before !== undefined && (ARTICLES.has(before) || c.covered[at - 1])) return true;
  // "consulta no dentista": what one goes to.
  if (w === "consulta" && oneOf("no na com do da de medica", c.words[at + 1])) return true;
  // "jantar 40": a thing and its price.
  if (at === 0 && c.covered[1] === true && oneOf("jantar almoco lanche janta cafe corrida", w))
    return true;
  const ALWAYS = [
    "para",
    "sobre",
    "por",
    "como",
    "segunda",
    "nada",
    "meia",
    "vida",
    "roupa",
    "casa",
    "divida",
    "dividas",
    "parcela",
    "parcelas",
    "investimento",
    "aluguel",
    "uma",
    "corrida",
    "caminhada",
    "assinatura",
    "gastos",
    "almoco",
    "passado",
    "passada",
    "janta",
    "comida",
    "bebida",
    "renda",
    "entrada",
    "saida",
    "vale",
    "dado",
    "dados",
    "lanche",
  ];
  return ALWAYS.includes(w);
}

/** The first verb of a group, optionally in given tenses. */
export function verb(
  c: Clause,
  group: VerbGroup,
  tenses?: readonly Tense[],
): (VerbForm & { at: number }) | null {
  for (const v of verbs(c)) {
    const form = v.forms.find(
      (f) => inGroup(f.lemma, group) && (tenses === undefined || tenses.includes(f.tense)),
    );
    if (form !== undefined) return { ...form, at: v.at };
  }
  return null;
}

/** "gastei", "gastamos", "tinha gasto", "acabei de gastar": something the person did. */
export function didI(c: Clause, group: VerbGroup): (VerbForm & { at: number }) | null {
  for (const v of verbs(c)) {
    for (const f of v.forms) {
      if (!inGroup(f.lemma, group)) continue;
      const before = c.words[v.at - 1];
      const gente = before === "gente" && c.words[v.at - 2] === "a";
      if (f.tense === "past" && (f.person === 1 || gente)) return { ...f, at: v.at };
      if (
        f.tense === "infinitive" &&
        before === "de" &&
        oneOf("acabei acabamos terminei consegui", c.words[v.at - 2] ?? "")
      )
        return { ...f, at: v.at };
      if (
        f.tense === "infinitive" &&
        (before === "fui" ||
          (before === "que" && oneOf("tive tivemos", c.words[v.at - 2])) ||
          oneOf("precisei precisamos", before) ||
          before === "consegui" ||
          (before === "a" && c.words[v.at - 2] === "voltei"))
      )
        return { ...f, at: v.at };
    }
  }
  return null;
}

const POLITE = wordSet(
  "em que vem por favor entao oi ola ei opa bom boa dia tarde noite vida e ai ah agora ja so tambem me nos pode podes poderia consegue voce queria quero gostaria de vou preciso vamos favor faz depois hoje ontem eai fala bora deixa eu esqueci necessito tem como da para quer que nao se puder rapidinho aqui olha mano gente querida querido amiga amigo meu assistente solicito peco gentileza seria possivel a o eh beleza blz cara aliás alias epa eita mas ok tudo bem certo uai oxe oxente bah tche mermao ve rapaz moca moco ola ta viu perai pera opa hey ae poxa putz esquece esqueca prezada prezado solicito peco",
);

/** An order with a verb of the group: "anota", "registre", "pode marcar", "quero lançar". */
export function order(c: Clause, group: VerbGroup): (VerbForm & { at: number }) | null {
  for (const v of verbs(c)) {
    for (const f of v.forms) {
      if (!inGroup(f.lemma, group)) continue;
      const imperative =
        (f.tense === "present" && f.person === 3 && !f.plural) ||
        (f.tense === "subjunctive" && f.person === 3 && !f.plural);
      if (!imperative && f.tense !== "infinitive") continue;
      if (f.tense === "infinitive" && v.at > 0) {
        const before = c.words.slice(0, v.at);
        const asks = before.some((w) =>
          oneOf(
            "pode poderia podes consegue quero queria gostaria preciso vou vamos bora deixa favor esqueci necessito como da faltou queira possivel solicito",
            w,
          ),
        );
        if (!asks && !before.every((w) => POLITE.has(w) || w === ",")) continue;
        if (before.some((w, k) => !POLITE.has(w) && c.tokens[k]!.kind === "word" && !c.covered[k]))
          continue;
        return { ...f, at: v.at };
      }
      if (f.tense === "infinitive") return { ...f, at: v.at };
      // Imperatives open the clause, or close it after a comma or the values ("500 ml de água, anota").
      const lead = c.words
        .slice(0, v.at)
        .every((w, k) => POLITE.has(w) || c.tokens[k]!.kind === "punct" || c.covered[k]);
      const before = c.tokens[v.at - 1];
      const after = before?.kind === "punct" || c.covered[v.at - 1] === true;
      const last =
        v.at === c.words.length - 1 ||
        c.words
          .slice(v.at + 1)
          .every((w) =>
            oneOf(
              "ai para mim isso por favor la aqui ok tudo ! . como feito o a sono registro novo no diario",
              w,
            ),
          );
      if (lead || after || last) return { ...f, at: v.at };
    }
  }
  return null;
}

/** The original words of tokens `[from, to)`. */
export function slice(c: Clause, text: string, from: number, to: number): string {
  const a = c.tokens[from];
  const b = c.tokens[to - 1];
  return a === undefined || b === undefined || to <= from
    ? ""
    : text.slice(a.start, b.end).replace(/\s+/gu, " ").trim();
}

export function capital(text: string): string {
  return text === "" ? text : text.charAt(0).toLocaleUpperCase("pt-BR") + text.slice(1);
}
