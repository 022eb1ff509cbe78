import type { Token } from "./normalize.ts";
import { readNumber } from "./numbers.ts";
import type { Item } from "./scan.ts";
import { DOMAIN } from "./standing.ts";
import { inGroup, verbForms } from "./verbs.ts";
import { oneOf, wordSet } from "./words.ts";

/** What people say before they come to the point. */
const LEADS = wordSet(
  "oi oii ola opa ei ey hey eai ai e ae fala falae salve vida bom boa dia tarde noite gente mano mana cara olha olhe o oh ah eh hum hmm entao alias bem tudo bem beleza beleza? por favor por_favor eita vixe nossa poxa putz amor querida querido linda amiga amigo meu minha moca moco bah tche uai oxe ne veja escuta so para registrar registro constar deixa eu te contar falar dizer vai la aqui esqueci lembrei seguinte eh rapidinho pronto voltei cheguei agora como voce esta vai ai? ok certo haha kkk rs assistente atualizando novidade update",
);

const MARKS = new Set([",", ":", "!", "?", ".", ";", "-", "…", "\n"]);
const DONE_SIGNS = wordSet("✅ ✓ ✔ ❌ ✗ ✖");

const content = (tokens: readonly Token[]): boolean => tokens.some((t) => t.kind !== "punct");

/** Takes off what surrounds the message without being part of it: greetings, thanks, ornaments, line ends. */
export function bare(tokens: readonly Token[]): Token[] {
  const plain = dayNumbers(hanging(tokens.filter((t) => !ornament(t)).map(doubt)));
  let from = 0;
  for (let at = leadEnd(plain, from); at > from; at = leadEnd(plain, from)) from = at;
  return tailless(plain.slice(from));
}

function ornament(t: Token): boolean {
  return t.kind === "punct" && t.norm.charCodeAt(0) >= 0x2190 && !DONE_SIGNS.has(t.norm);
}

/** "hum, …" wonders; it is no number. */
function doubt(t: Token, i: number, all: readonly Token[]): Token {
  return t.norm === "hum" && all[i + 1]?.kind === "punct" ? { ...t, norm: "ah" } : t;
}

/** Where a line or sentence goes on with what was just named: "paguei a luz; deu 190", "remédio. 42,80". */
function hanging(tokens: readonly Token[]): Token[] {
  return tokens.map((t, i) => {
    const next = tokens[i + 1];
    const hangs =
      t.norm === ";" ||
      ((t.norm === "." || t.norm === "\n") &&
        i > 0 &&
        next !== undefined &&
        (oneOf("deu foi era veio saiu custou ficou vence fecha r$ por", next.norm) ||
          (next.kind === "number" && endsSoon(tokens, i + 2))));
    return hangs ? { ...t, norm: "," } : t;
  });
}

/** Nothing but a unit stands before the next mark or the end. */
function endsSoon(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  return next === undefined || MARKS.has(next.norm) || tokens[i + 1] === undefined;
}

/** "dia dez": a day of the month is a number, however it is written. */
function dayNumbers(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const t = tokens[i]!;
    const n = tokens[i - 1]?.norm === "dia" && t.kind === "word" ? readNumber(tokens, i) : null;
    if (n === null || n.article || !Number.isInteger(n.value) || n.value < 2 || n.value > 31)
      out.push(t);
    else {
      out.push({ ...t, kind: "number", norm: String(n.value), end: tokens[n.to - 1]!.end });
      i = n.to - 1;
    }
  }
  return out;
}

/** Index behind one greeting or filler and its mark, or `from`. */
function leadEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + 8); i += 1) {
    const t = tokens[i]!;
    if (MARKS.has(t.norm) && i > from) return content(tokens.slice(i + 1)) ? i + 1 : from;
    if (t.kind === "number" || (t.kind === "word" && !t.norm.split(" ").every((w) => LEADS.has(w))))
      return from;
  }
  return from;
}

/** What may be said last, as it stands there; those behind `CHECKS` only with a value or a mark before them. */
const LAST =
  `por favor;favor;muito obrigado;muito obrigada;obrigado;obrigada;brigado;brigada;obrigadao;valeu;viu;mano;cara;vida;kkk;kkkk;kkkkk;kk;rs;rsrs;hehe;haha;hahaha;falou;abraco;bjs;beijo;beijos;amem;gente;amiga;amigo;querido;querida;tmj;gratidao;uai;por gentileza;se possivel;quando puder;ai para mim por favor`
    .split(";")
    .map((phrase) => phrase.split(" "));
const CHECKS =
  "esta bom;tudo bem;tudo certo;esta;ok;beleza;certo;combinado;fechado;show;joia;ne;de boa;pode ser"
    .split(";")
    .map((phrase) => phrase.split(" "));

const endsWith = (words: readonly string[], to: number, phrase: readonly string[]): boolean =>
  to > phrase.length && phrase.every((w, k) => words[to - phrase.length + k] === w);

function tailless(tokens: readonly Token[]): Token[] {
  // "pfv" stands for two words.
  const words = tokens.map((t) => (t.norm === "por favor" ? "favor" : t.norm));
  const valued = tokens.some((t) => t.kind === "number");
  let to = tokens.length;
  for (;;) {
    const from = to;
    if (oneOf("! , . - …", words[to - 1]) || words[to - 1] === "\n") to -= 1;
    const last = LAST.find((phrase) => endsWith(words, to, phrase));
    if (last !== undefined) to -= last.length;
    const asks = words[to - 1] === "?" ? 1 : 0;
    const check = CHECKS.find((phrase) => endsWith(words, to - asks, phrase));
    const behind = check === undefined ? "" : (words[to - asks - check.length - 1] ?? "");
    // "né?" and "tá?" may ask; "ok?" and "tá bom?" only make sure.
    const sure =
      check !== undefined &&
      check[0] !== "ne" &&
      !(asks === 1 && check.length === 1 && check[0] === "esta");
    if (
      check !== undefined &&
      (behind === "," || (asks === 1 && sure) || (asks === 0 && valued && !ASKS.has(behind)))
    )
      to -= check.length + asks;
    if (to === from || to < 1) break;
  }
  return content(tokens.slice(0, to)) ? tokens.slice(0, to) : [...tokens];
}

const ASKS = wordSet("como quanto onde quando qual que");

const ORDERED = wordSet(
  "anota anote anotar registra registre registrar marca marque lanca salva poe bota",
);
const ORDER_TAIL = wordSet(
  "ai aqui para mim isso por favor la pf so mais essa esse tambem no meu diario",
);

/** "anota aí: paguei a luz": the order adds nothing to what says itself what was done. */
export function withoutOrder(tokens: readonly Token[], items: readonly Item[]): readonly Token[] {
  if (!ORDERED.has(tokens[0]?.norm ?? "")) return tokens;
  let mark = 0;
  while (mark < 6 && ORDER_TAIL.has(tokens[mark + 1]?.norm ?? "")) mark += 1;
  const marked = oneOf(": ,", tokens[mark + 1]?.norm);
  if (marked) mark += 1;
  const next = tokens.findIndex((t, i) => i > mark && MARKS.has(t.norm) && t.norm !== ":");
  const first = tokens.slice(mark + 1, next < 0 ? undefined : next);
  if (!marked) {
    const lead = first.findIndex((t) => !oneOf("ja eu hoje ontem que", t.norm));
    const [head, next] = [first[lead]?.norm, first[lead + 1]?.norm];
    const starts = verbForms(head ?? "").some(
      (f) => acts(f.lemma, f.tense, f.person) || orders(f.lemma, f.tense, f.person),
    );
    return starts || (head === "me" && oneOf("lembra lembre avisa", next))
      ? tokens.slice(mark + 1)
      : tokens;
  }
  const tells =
    first.some((t) => verbForms(t.norm).some((f) => acts(f.lemma, f.tense, f.person))) ||
    items.some((x) => x.from > mark && (x.type === "money" || x.type === "quantity")) ||
    first.some((t) => t.kind === "number" && /\d,\d\d$/.test(t.norm)) ||
    (items.some((x) => x.from > mark && x.type === "number") &&
      first.some((t) => oneOf("deu foi custou ficou saiu", t.norm))) ||
    first.some((t, i) => t.norm === "me" && oneOf("lembra lembre avisa", first[i + 1]?.norm)) ||
    oneOf("me preciso pode quero muda corrige atualiza apaga", first[0]?.norm);
  return tells ? tokens.slice(mark + 1) : tokens;
}

function acts(lemma: string, tense: string, person: number): boolean {
  return tense === "past" && person === 1 && DOMAIN.some((g) => inGroup(lemma, g));
}

/** "anota apaga a água de ontem": an order behind an order. */
function orders(lemma: string, tense: string, person: number): boolean {
  return (
    tense === "present" &&
    person === 3 &&
    (["change", "remove"] as const).some((g) => inGroup(lemma, g))
  );
}
