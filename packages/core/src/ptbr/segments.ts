import { type Clause } from "./clause.ts";
import { isMerchantWord } from "./merchants.ts";
import { readBareMoney } from "./money.ts";
import { nameHits } from "./names.ts";
import { type Token, tokenize } from "./normalize.ts";
import { type Item, scan } from "./scan.ts";
import type { Lexicon, Options } from "./types.ts";
import { inGroup, type VerbGroup, verbForms } from "./verbs.ts";
import { correctTokens } from "./vocabulary.ts";
import { oneOf, wordSet } from "./words.ts";

const VALUES = wordSet("number money quantity installments");
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

/** Applies a self-correction inside one sentence: "300 não, 500 ml", "50 no mercado, ops, 60". */
function repair(tokens: readonly Token[], items: readonly Item[]): readonly Token[] {
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

const HARD = new Set([".", ";", "!", "?", "\n"]);
const JOINTS = wordSet(
  "e mas mais depois tambem ai ah porem entao dai ainda alem so outra outro ja",
);
const DOMAIN: readonly VerbGroup[] = [
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
const COSTS = wordSet("foi deu custou saiu ficou foram deram custaram");
const ASKERS = wordSet("quanto quantos quantas qual quais quando onde cade como quem");

function domainVerb(
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

const NOT_PREDICATE = wordSet(
  "para por como sobre conta parcela segunda meia divida nada casa marca corrida almoco jantar janta lanche caminhada renda compra gasto treino peso caso mesa dado ver agenda vale assinatura visto uma reserva conserto corte estudo jogo passeio falta sono leve cobra recarga saia depois junto junta",
);

/** Own predicate, value or question: whether a piece can stand alone as a clause. */
function stands(
  piece: readonly Token[],
  from: number,
  items: readonly Item[],
  lexicon: Lexicon,
  before: readonly Token[],
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
    before.some((t) => verbForms(t.norm).some((f) => f.tense === "past" && f.person === 1)) &&
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
  const hasValue = inside.some(
    (x) => (VALUES.has(x.type) && !(x.type === "number" && x.value.article)) || x.type === "range",
  );
  const content = words.filter(
    (w, i) =>
      !covered(i) &&
      piece[i]!.kind === "word" &&
      w.length > 1 &&
      !JOINTS.has(w) &&
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
    inside.some((x) => x.type === "day") &&
    items.some((x) => worth(x) && x.to <= from && x.from >= from - before.length - 1)
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
  const marks = text.some((w) =>
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

/** A message with more clauses than this is no everyday command; the rest stays in the last one. */
const MAX_CLAUSES = 24;

type Piece = { from: number; to: number; joint: string };

function cut(tokens: readonly Token[], items: readonly Item[], lexicon: Lexicon): Piece[] {
  const starts: { at: number; joint: string }[] = [{ at: 0, joint: "" }];
  const inside = (i: number): boolean => items.some((x) => i > x.from && i < x.to);
  for (let i = 1; i < tokens.length; i += 1) {
    const t = tokens[i]!;
    if (inside(i)) continue;
    // "dezenove e noventa": one price, not two numbers.
    if (
      t.norm === "e" &&
      items.some(
        (x) =>
          x.type === "number" && x.to === i && (readBareMoney(tokens, x.from)?.to ?? 0) > i + 1,
      )
    )
      continue;
    if (
      t.kind === "punct" &&
      (HARD.has(t.norm) ||
        t.norm === "," ||
        t.norm === ":" ||
        t.norm === "-" ||
        t.norm === "+" ||
        t.norm === "/" ||
        t.norm === "(" ||
        t.norm === ")")
    ) {
      if (t.norm === "." && oneOf("dr dra sr sra av prof profa st sto", tokens[i - 1]!.norm))
        continue;
      if (
        t.norm !== ":" &&
        t.norm !== "-" &&
        t.norm !== "/" &&
        t.norm !== ")" &&
        t.norm !== "(" &&
        !(t.norm === "+" && !items.some((x) => x.from === i + 1))
      )
        starts.push({ at: i + 1, joint: t.norm });
    } else if (
      t.kind === "word" &&
      (t.norm === "e" ||
        t.norm === "mas" ||
        t.norm === "porem" ||
        (t.norm === "mais" && tokens[i + 1] !== undefined && items.some((x) => x.from === i + 1)) ||
        t.norm === "depois" ||
        t.norm === "tambem" ||
        t.norm === "ai" ||
        t.norm === "dai" ||
        t.norm === "entao")
    ) {
      // "anota aí que…": a filler, no new clause.
      if (t.norm === "ai" && !items.some((x) => x.from >= starts.at(-1)!.at && x.to <= i)) continue;
      starts.push({ at: t.norm === "tambem" || t.norm === "ai" ? i : i + 1, joint: t.norm });
    } else if (listed(tokens, items, i, starts.at(-1)!.at)) {
      starts.push({ at: i, joint: "" });
    } else if (t.kind === "word" && i > 1) {
      // Dictation has no punctuation: a new first-person verb starts a new clause.
      const forms = verbForms(t.norm);
      const past = forms.some(
        (f) => f.tense === "past" && f.person === 1 && DOMAIN.some((g) => inGroup(f.lemma, g)),
      );
      const prev = tokens[i - 1]!.norm;
      if (
        past &&
        !oneOf(
          "que eu nao ja so quanto quando me onde como se fui ainda nunca tambem hoje ontem quantos quantas qual quais a o nem porque gente",
          prev,
        ) &&
        items.some((x) => x.to <= i && VALUES.has(x.type) && x.from >= starts.at(-1)!.at)
      )
        starts.push({ at: i, joint: "" });
    }
  }
  const pieces: Piece[] = [];
  for (const [n, s] of starts.entries()) {
    const end = starts[n + 1]?.at ?? tokens.length;
    const last = pieces.at(-1);
    const body = tokens.slice(s.at, end);
    if (last === undefined) {
      pieces.push({ from: s.at, to: end, joint: s.joint });
      continue;
    }
    const hard = HARD.has(s.joint);
    const meaningful = body.some((t) => t.kind !== "punct");
    if (!meaningful) {
      last.to = end;
      continue;
    }
    if (
      body.every((t) => t.kind === "punct" || JOINTS.has(t.norm)) ||
      pieces.length >= MAX_CLAUSES
    ) {
      last.to = end;
      continue;
    }
    const lastStands = (): boolean =>
      stands(
        tokens.slice(last.from, last.to),
        last.from,
        items,
        lexicon,
        tokens.slice(0, last.from),
      );
    const thin =
      !hard && s.joint === "mais" && !items.some((x) => x.from >= last.from && x.to <= last.to);
    const ok =
      hard ||
      (!thin &&
        stands(body, s.at, items, lexicon, tokens.slice(last.from, s.at)) &&
        (pieces.length > 1 || lastStands() || leadIn(tokens.slice(last.from, last.to))));
    if (ok) pieces.push({ from: s.at, to: end, joint: s.joint });
    else last.to = end;
  }
  return pieces;
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

/** A greeting or marker before the first real clause ("bom dia, bebi…"). */
function leadIn(tokens: readonly Token[]): boolean {
  return (
    tokens.filter((t) => t.kind === "word").length <= 3 &&
    tokens.some((t) =>
      oneOf("oi ola bom boa opa nao sim eai ei eita ok obrigado valeu vida", t.norm),
    )
  );
}

function makeClause(
  text: string,
  tokens: readonly Token[],
  all: readonly Item[],
  piece: Piece,
): Clause {
  let { from, to } = piece;
  while (from < to && (tokens[from]!.norm === "," || (tokens[from]!.norm === "e" && from > 0)))
    from += 1;
  while (to > from && (tokens[to - 1]!.norm === "," || tokens[to - 1]!.norm === "e")) to -= 1;
  const own = tokens.slice(from, to);
  const items = all
    .filter((x) => x.from >= from && x.to <= to)
    .map((x) => ({ ...x, from: x.from - from, to: x.to - from }) as Item);
  const covered = own.map((_, i) => items.some((x) => i >= x.from && i < x.to));
  const a = own[0];
  const b = own.at(-1);
  return {
    text:
      a === undefined || b === undefined
        ? ""
        : text.slice(Math.min(a.start, b.start), Math.max(a.end, b.end)),
    tokens: own,
    items,
    words: own.map((t) => t.norm),
    covered,
  };
}

/** "99" the ride app: after an article or before its price, and without a unit of its own. */
function ride(t: Token, i: number, all: readonly Token[]): Token {
  if (t.kind !== "number" || t.norm !== "99") return t;
  const before = all[i - 1]?.norm;
  const next = all[i + 1];
  const led =
    before !== undefined &&
    oneOf("no na pela pelo um o a do da de", before) &&
    (next === undefined ||
      (next.kind === "word" &&
        !oneOf(
          "reais conto ml kg x real pila e min mil vezes por centavos paginas km",
          next.norm,
        )) ||
      (next.kind === "punct" && next.norm !== "%" && next.norm !== ":" && next.norm !== "/") ||
      next.kind === "number");
  const opens =
    i === 0 &&
    next !== undefined &&
    (next.kind === "number" || oneOf("deu foi custou saiu pop ficou r$", next.norm));
  return (led && before !== "de") || opens ? { ...t, kind: "word" } : t;
}

/** Splits a message into clauses, with values found, typos corrected and neighbours' predicates inherited. */
export function segment(
  text: string,
  lexicon: Lexicon,
  options: Options,
): { clauses: Clause[]; whole: Clause } {
  const scanOptions = {
    today: options.today,
    ...(lexicon.measures === undefined ? {} : { measures: lexicon.measures }),
  };
  const raw = correctTokens(tokenize(text), lexicon).map(ride);
  const tokens = repair(raw, scan(raw, scanOptions));
  const items = scan(tokens, scanOptions);
  const whole = makeClause(text, tokens, items, { from: 0, to: tokens.length, joint: "" });
  const clauses = cut(tokens, items, lexicon)
    .map((p) => makeClause(text, tokens, items, p))
    .filter((c) => c.tokens.some((t) => t.kind !== "punct"));
  return { clauses: inherit(clauses, items, tokens), whole };
}

/** Passes a leading day on to later clauses, and a predicate to clauses that have none. */
function inherit(
  clauses: readonly Clause[],
  _items: readonly Item[],
  _tokens: readonly Token[],
): Clause[] {
  const out: Clause[] = [];
  let leading: string | undefined;
  for (const c of clauses) {
    const day = c.items.find((x) => x.type === "day");
    const period = c.items.some((x) => x.type === "clock" || x.type === "period");
    const predicate = ownPredicate(c);
    const previous = out.at(-1);
    let next: Clause = c;
    if (day?.type === "day" && day.from <= 1) leading = day.value.past;
    else if (day !== undefined) leading = undefined;
    if (predicate === null && previous !== undefined && c.items.length + c.words.length > 0) {
      const verbHint = ownPredicate(previous) ?? previous.verbHint;
      if (verbHint !== undefined && verbHint !== null) next = { ...next, verbHint };
    }
    if (day === undefined && !period) {
      const before =
        previous === undefined
          ? undefined
          : ((previous.items.find((x) => x.type === "day")?.value as { past: string } | undefined)
              ?.past ?? previous.dayHint);
      const hint = leading ?? (next.verbHint === undefined ? undefined : before);
      if (hint !== undefined) next = { ...next, dayHint: hint };
    }
    // "meditei e li ontem", "gastei 30 no mercado e 20 na padaria ontem"
    if (
      day?.type === "day" &&
      previous !== undefined &&
      previous.dayHint === undefined &&
      !previous.items.some((x) => x.type === "day") &&
      (predicate === null || previous.items.length === 0)
    ) {
      out[out.length - 1] = { ...previous, dayHint: day.value.past };
    }
    out.push(next);
  }
  return out;
}

function ownPredicate(c: Clause): { lemma: string; group: VerbGroup } | null {
  for (const [i, w] of c.words.entries()) {
    if (c.covered[i] || NOT_PREDICATE.has(w)) continue;
    const v = domainVerb(w);
    if (v !== null && v.finite) return { lemma: v.lemma, group: v.group };
  }
  return null;
}

/** Whether a clause names anything that money is spent on. */
export function namesSpending(c: Clause): boolean {
  return c.words.some((w, i) => !c.covered[i] && isMerchantWord(w));
}
