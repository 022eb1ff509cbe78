import { nameHits } from "./names.ts";
import type { Token } from "./normalize.ts";
import { VALUES } from "./repair.ts";
import type { Item } from "./scan.ts";
import type { Lexicon } from "./types.ts";
import { type VerbGroup, inGroup, verbForms } from "./verbs.ts";
import { oneOf, wordSet } from "./words.ts";

export const HARD = new Set([".", ";", "!", "?", "\n"]);

export const JOINTS = wordSet(
  "e mas mais depois tambem ai ah porem entao dai ainda alem so outra outro ja",
);

export const DOMAIN: readonly VerbGroup[] = [
  "drink",
  "sleep",
  "wake",
  "bed",
  "weigh",
  "train",
  "spend",
  "pay",
  "buy",
  "put",
  "receive",
  "arrive",
  "transfer",
  "save",
  "record",
  "create",
  "change",
  "remove",
  "undo",
  "remember",
  "memorize",
  "habit",
  "finish",
  "do",
  "plan",
  "forget",
  "owe",
  "ask",
];

/** Words that go on describing what was just named. */
const ATTRIBUTES = wordSet(
  "limite fecha fechamento fechando vence vencimento vencendo venc saldo valor prazo unidade todo toda todos todas cada debitado parcelado parcelada dividido categoria com no na de para por em",
);

const COSTS = wordSet("eh era sao foi deu custou saiu ficou foram deram custaram veio vieram");

/** Parts of the day tell when, not what. */
const PARTS = wordSet("manha tarde noite madrugada cedo tardinha noitinha");

const ASKERS = wordSet("quanto quantos quantas qual quais quando onde cade como quem");

export function domainVerb(
  norm: string,
): { lemma: string; group: VerbGroup; finite: boolean; command: boolean } | null {
  for (const f of verbForms(norm)) {
    const group = DOMAIN.find((g) => inGroup(f.lemma, g));
    if (group === undefined) continue;
    const finite =
      f.tense === "past" ||
      f.tense === "present" ||
      f.tense === "subjunctive" ||
      f.tense === "imperfect";
    return {
      lemma: f.lemma,
      group,
      finite,
      command: (f.tense === "present" && f.person === 3) || f.tense === "subjunctive",
    };
  }
  return null;
}

function isArticle(x: Item): boolean {
  return x.type === "number" && x.value.article;
}

export const NOT_PREDICATE = wordSet(
  "para por como sobre conta parcela segunda meia divida nada casa marca corrida almoco jantar janta lanche caminhada renda compra gasto treino peso caso mesa dado ver agenda vale assinatura visto uma reserva conserto corte estudo jogo passeio falta sono leve cobra recarga saia depois junto junta",
);

/** Own predicate, value or question: whether a piece can stand alone as a clause. */
export function stands(
  piece: readonly Token[],
  from: number,
  items: readonly Item[],
  lexicon: Lexicon,
  before: readonly Token[],
  tokens: readonly Token[] = before,
): boolean {
  const inside = items.filter((x) => x.from >= from && x.to <= from + piece.length);
  const covered = (i: number): boolean => inside.some((x) => from + i >= x.from && from + i < x.to);
  const words = piece.map((t) => t.norm);
  const lead = words.findIndex((w) => !JOINTS.has(w) && w !== ",");
  if (lead >= 0 && ATTRIBUTES.has(words[lead]!) && before.length > 0 && !words.includes("?"))
    return false;
  // "…, deu 190 reais": the price of what was said before.
  const priced =
    lead >= 0 &&
    COSTS.has(words[lead]!) &&
    words.every((w, i) => i <= lead || covered(i) || oneOf("tudo total o no so . ! ,", w));
  const onlyMoney =
    inside.some((x) => x.type === "money" || x.type === "number") &&
    words.every((w, i) => covered(i) || piece[i]!.kind === "punct" || oneOf("r$ por so foi", w)) &&
    !inside.some((x) => ["quantity", "day", "clock"].includes(x.type));
  if (
    onlyMoney &&
    before.some(
      (t) =>
        verbForms(t.norm).some((f) => f.tense === "past" && f.person === 1) ||
        ["create", "record", "plan"].includes(domainVerb(t.norm)?.group ?? ""),
    ) &&
    !items.some(
      (x) =>
        (x.type === "money" || x.type === "installments" || x.type === "quantity") &&
        x.to <= from &&
        x.from >= from - before.length,
    )
  )
    return false;
  if (
    priced &&
    !items.some((x) => (x.type === "money" || x.type === "installments") && x.to <= from)
  )
    return false;
  // "…890 paguei hoje": a bare verb says what happened to the price before.
  if (
    lead >= 0 &&
    words.length <= lead + 3 &&
    domainVerb(words[lead]!) !== null &&
    ["pay", "spend", "buy"].includes(domainVerb(words[lead]!)!.group) &&
    words.slice(lead + 1).every((_, i) => covered(lead + 1 + i)) &&
    inside.every((x) => x.type === "day") &&
    before.length > 1 &&
    !before.some((t) => verbForms(t.norm).some((f) => f.tense === "past" && f.person === 1))
  )
    return false;
  if (lead >= 0 && ASKERS.has(words[lead]!) && words.length > lead + 1) return true;
  let verb = -1;
  for (const [i, w] of words.entries()) {
    if (covered(i) || NOT_PREDICATE.has(w)) continue;
    const v = domainVerb(w);
    if (v !== null && v.finite && !(words[i - 1] === "que" || words[i - 1] === "para")) {
      verb = i;
      break;
    }
    if (v !== null && oneOf("foi foram deu custou saiu", w)) {
      verb = i;
      break;
    }
  }
  if (verb >= 0) return true;
  // "comprei um caderno e caneta por 27,50": one price for both.
  const price = inside.find((x) => x.type === "money" || (x.type === "number" && !x.value.article));
  const bought = before.some((t) =>
    verbForms(t.norm).some((f) => f.tense === "past" && f.person === 1 && inGroup(f.lemma, "buy")),
  );
  const together = price !== undefined && words[price.from - from - 1] === "por" && bought;
  if (together && !items.some((x) => VALUES.has(x.type) && x.to <= from && !isArticle(x)))
    return false;
  const hasValue = inside.some(
    (x) => (VALUES.has(x.type) && !(x.type === "number" && x.value.article)) || x.type === "range",
  );
  const content = words.filter(
    (w, i) =>
      !covered(i) &&
      piece[i]!.kind === "word" &&
      w.length > 1 &&
      !JOINTS.has(w) &&
      !PARTS.has(w) &&
      !oneOf("de do da no na em com para por os as dos das nos nas", w),
  );
  if (
    hasValue &&
    (content.length > 0 || inside.some((x) => x.type === "money" || x.type === "quantity"))
  )
    return true;
  // "pesei 82 ontem e 81,5 hoje"
  const worth = (x: Item): boolean =>
    (x.type === "number" && !x.value.article) || x.type === "quantity";
  if (
    content.length === 0 &&
    inside.some(worth) &&
    (inside.some((x) => x.type === "day") || words.some((w) => PARTS.has(w))) &&
    items.some(
      (x) => (worth(x) || x.type === "money") && x.to <= from && x.from >= from - before.length - 1,
    )
  )
    return true;
  // "paguei a luz e a internet", "marca meditação e leitura"
  const text = before.map((t) => t.norm);
  const hits = nameHits(piece, lexicon);
  const pays = text.some((w) => verbForms(w).some((f) => inGroup(f.lemma, "pay")));
  if (
    pays &&
    hits.some((h) => h.kind === "bill" || h.kind === "debt") &&
    !items.some((x) => x.type === "money" && x.to <= from)
  )
    return true;
  const marks = tokens.some(({ norm: w }) =>
    verbForms(w).some(
      (f) =>
        inGroup(f.lemma, "record") ||
        inGroup(f.lemma, "finish") ||
        inGroup(f.lemma, "do") ||
        inGroup(f.lemma, "habit"),
    ),
  );
  return marks && hits.some((h) => h.kind === "habit");
}
