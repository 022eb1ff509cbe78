import type { Clause } from "./clause.ts";
import { bare, withoutOrder } from "./courtesies.ts";
import { dictated } from "./dictated.ts";
import { anySpending, oneOrder, plainly } from "./idioms.ts";
import { inherit } from "./inherit.ts";
import { isMerchantWord } from "./merchants.ts";
import { readBareMoney } from "./money.ts";
import { type Token, tokenize } from "./normalize.ts";
import { VALUES, butRather, contrast, repair } from "./repair.ts";
import { type Item, scan } from "./scan.ts";
import { DOMAIN, HARD, JOINTS, stands } from "./standing.ts";
import type { Lexicon, Options } from "./types.ts";
import { inGroup, verbForms } from "./verbs.ts";
import { correctTokens } from "./vocabulary.ts";
import { oneOf } from "./words.ts";

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
    } else if (dictated(tokens, items, i, starts.at(-1)!.at)) {
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
        stands(body, s.at, items, lexicon, tokens.slice(last.from, s.at), tokens.slice(0, s.at)) &&
        (pieces.length > 1 || lastStands() || leadIn(tokens.slice(last.from, last.to))));
    if (ok) pieces.push({ from: s.at, to: end, joint: s.joint });
    else last.to = end;
  }
  return pieces;
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
    .map((x) => ({ ...x, from: x.from - from, to: x.to - from }));
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
  // "99 de volta pra casa 16,40": the price stands elsewhere.
  const priced =
    i === 0 &&
    oneOf("de para ate", next?.norm) &&
    all.some((x, k) => k > 1 && x.kind === "number" && all[k - 1]!.norm !== "de");
  return (led && before !== "de") || opens || priced ? { ...t, kind: "word" } : t;
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
  const said = bare(correctTokens(plainly(tokenize(text)), lexicon));
  const typed = oneOrder(plainly(said.map(ride)));
  const told = withoutOrder(...scanned(typed, scanOptions));
  const raw = anySpending(...scanned(told, scanOptions));
  const rather = butRather(...scanned(raw, scanOptions));
  const fixed = contrast(...scanned(repair(...scanned(rather.tokens, scanOptions)), scanOptions));
  const tokens = fixed.tokens;
  const correcting = fixed.correcting || rather.correcting;
  const items = scan(tokens, scanOptions);
  const whole = makeClause(text, tokens, items, { from: 0, to: tokens.length, joint: "" });
  const clauses = cut(tokens, items, lexicon)
    .map((p) => makeClause(text, tokens, items, p))
    .filter((c) => c.tokens.some((t) => t.kind !== "punct"))
    .map((c) => (correcting ? { ...c, correcting } : c));
  return { clauses: inherit(clauses, items, tokens), whole };
}

function scanned(
  tokens: readonly Token[],
  options: Parameters<typeof scan>[1],
): [readonly Token[], readonly Item[]] {
  return [tokens, scan(tokens, options)];
}

/** Whether a clause names anything that money is spent on. */
export function namesSpending(c: Clause): boolean {
  return c.words.some((w, i) => !c.covered[i] && isMerchantWord(w));
}
