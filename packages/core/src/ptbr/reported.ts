import { type Clause, order } from "./clause.ts";
import { type Token } from "./normalize.ts";
import { verbForms } from "./verbs.ts";
import { oneOf, wordSet } from "./words.ts";

const TELL = wordSet("dizer falar contar escrever mandar pedir mostrar avisar perguntar");

/** Forms of telling that the verb table does not hold. */
const TOLD = wordSet(
  "diz dizia disse dizem disseram dizendo fala falava falou falam falaram contou contava escreveu escrevia mostra mostrava mostrou avisou avisava perguntou respondeu respondia pediu pedia ordena ordenava manda mandava comentou afirmou afirma informa informava consta constava aparece aparecia leio lia",
);

const OPENERS = new Set(['"', "“", "«", "‘"]);
const CLOSERS = new Set(['"', "”", "»", "’"]);

/**
 * The token from which a message only reports what somebody or something else says: "o e-mail dizia: …",
 * "ela falou que …", "o app mostrava que …", a quotation behind a verb of telling. −1 when it reports nothing.
 * What the person orders around it ("anota que o médico disse que …") is theirs.
 */
export function reportedFrom(whole: Clause): number {
  const heard = hearsay(whole);
  if (heard >= 0 && !before(whole, heard)) return heard;
  for (let i = 1; i < whole.words.length; i += 1) {
    const w = whole.words[i]!;
    if (!tells(w)) continue;
    if (before(whole, i)) return -1;
    const at = opening(whole.tokens, i);
    if (at >= 0) return at;
  }
  return quoted(whole);
}

/** "li no jornal que …", "vi que …": what was read or heard, unless it is the person's own doing. */
function hearsay(c: Clause): number {
  const at = c.words.findIndex((w) => oneOf("li vi ouvi soube escutei vimos", w));
  const that = c.words.indexOf("que", at + 1);
  if (at < 0 || at > 2 || that < 0 || that - at > 4) return -1;
  const own = c.words
    .slice(that + 1)
    .some((w) => verbForms(w).some((f) => f.person === 1 && f.tense === "past"));
  return own ? -1 : that + 1;
}

function tells(w: string): boolean {
  return (
    TOLD.has(w) ||
    verbForms(w).some(
      (f) => TELL.has(f.lemma) && f.person !== 1 && (f.tense === "past" || f.tense === "imperfect"),
    )
  );
}

/** Whether the person orders something before the report: then the report is what is to be kept. */
function before(c: Clause, i: number): boolean {
  const at = (["memorize", "remember", "record", "create", "forget"] as const)
    .map((group) => order(c, group)?.at ?? -1)
    .filter((at) => at >= 0);
  return at.some((k) => k < i);
}

/** Behind the verb of telling: "que", a colon or a quotation mark, with at most a few words between. */
function opening(tokens: readonly Token[], i: number): number {
  for (let k = i + 1; k < Math.min(tokens.length, i + 4); k += 1) {
    const t = tokens[k]!;
    if (t.norm === "que" || t.norm === ":" || OPENERS.has(t.norm)) return k + 1;
    if (!oneOf("me nos para mim assim o seguinte la aqui eu ela ele que", t.norm)) return -1;
  }
  return -1;
}

/** A quotation of a whole sentence, which no order asks to keep. */
function quoted(c: Clause): number {
  const open = c.tokens.findIndex((t) => OPENERS.has(t.norm));
  if (open < 0 || before(c, open)) return -1;
  const close = c.tokens.findIndex((t, i) => i > open && CLOSERS.has(t.norm));
  return close - open > 3 && close === c.tokens.length - 1 ? open : -1;
}
