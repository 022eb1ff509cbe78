import { type Clause, find, phrase, verb } from "./clause.ts";
import { type VerbGroup, verbForms } from "./verbs.ts";
import { isKnownWord } from "./vocabulary.ts";
import { oneOf, wordSet } from "./words.ts";

const PEOPLE = new Set(
  "pai mae filho filha marido esposa mulher irmao irma avo vovo tio tia primo prima amigo amiga namorado namorada chefe colega vizinho vizinha sogro sogra cunhado cunhada cachorro cachorra gato gata bebe neto neta patrao patroa padrinho madrinha papai mamae noivo noiva crianca criancas filhos filhas pais irmaos irmas amigos amigas sobrinho sobrinha afilhado afilhada enteado enteada ex pet doguinho gatinho companheiro companheira familia povo pessoal galera menino menina".split(
    " ",
  ),
);

/** Whether a word names somebody by what they are to one. */
export function isPerson(word: string): boolean {
  return PEOPLE.has(word);
}

/** They are somebody's, whatever stands before them. */
const KIN = "mae pai filho filha irmao irma marido esposa avo sogra sogro tio tia primo prima";

const PRONOUNS = wordSet("ele ela eles elas alguem fulano ninguem");

/** Where somebody else is named as who does it: "meu pai pesa", "o João bebeu", "a energia da minha filha". */
export function otherPerson(c: Clause): boolean {
  if (phrase(c, "gente|pessoa|pessoas|povo|pessoal|galera que") || phrase(c, "quem *")) return true;
  for (let i = 0; i < c.words.length; i += 1) {
    const w = c.words[i]!;
    if (c.covered[i]) continue;
    const before = c.words[i - 1];
    const own =
      before === "meu" ||
      before === "minha" ||
      before === "meus" ||
      before === "minhas" ||
      before === "o" ||
      before === "a" ||
      before === "nosso" ||
      before === "nossa" ||
      before === "os" ||
      before === "as";
    const person =
      PRONOUNS.has(w) ||
      oneOf(KIN, w) ||
      (PEOPLE.has(w) && (own || before === "do" || before === "da"));
    const raw = c.tokens[i]!.raw;
    const name =
      /^\p{Lu}\p{Ll}+$/u.test(raw) &&
      // A sentence begins with a capital: only a word that is none of ours is a name there.
      (before === "o" ||
        before === "a" ||
        (i === 0 && !isKnownWord(w) && !oneOf("pix balanca na no", w) && !w.endsWith("ei"))) &&
      verbForms(w).length === 0 &&
      i + 1 < c.words.length;
    if (!person && !name) continue;
    // A genitive of something measured: "o peso do meu pai".
    const genitive =
      oneOf("do da de dos das", before ?? "") ||
      (own && oneOf("do da de dos das", c.words[i - 2] ?? ""));
    if (genitive) {
      const head = c.words
        .slice(Math.max(0, i - 4), i)
        .some((h) => oneOf("peso sono humor energia agua treino", h));
      if (head) return true;
      continue;
    }
    const prepositional = oneOf(
      "com para pelo pela ao em no na",
      own ? (c.words[i - 2] ?? "") : (before ?? ""),
    );
    if (prepositional) continue;
    // The next verb belongs to that person unless it is in the first person.
    for (let k = i + 1; k < Math.min(c.words.length, i + 5); k += 1) {
      if (c.covered[k]) continue;
      const forms = verbForms(c.words[k]!);
      if (forms.length === 0) continue;
      if (forms.some((f) => f.person === 1 && f.tense === "past")) break;
      if (forms.some((f) => f.person === 3 || f.tense === "imperfect")) return true;
    }
  }
  return false;
}

/** Third person past without a subject ("bebeu 2 litros"): nobody knows who. */
export function impersonalPast(c: Clause, group: VerbGroup): boolean {
  const v = verb(c, group, ["past"]);
  return v !== null && v.person === 3 && c.words[v.at - 1] !== "gente";
}

const NEGATIONS = wordSet("nao nunca jamais nem");

/** Index of a negation that governs the clause's verb, or −1. */
export function negation(c: Clause): number {
  for (let i = 0; i < c.words.length; i += 1) {
    if (!NEGATIONS.has(c.words[i]!)) continue;
    const next = c.words[i + 1];
    if (next === undefined && i > 0) {
      // "foi 1 litro não": a negation at the end
      return i;
    }
    if (["so", "apenas", "somente"].includes(next ?? "")) continue;
    // "dormi que nem pedra": like a stone.
    if (c.words[i] === "nem" && c.words[i - 1] === "que" && verbForms(next ?? "").length === 0)
      continue;
    return i;
  }
  const sem = find(c, "sem");
  if (
    sem >= 0 &&
    verbForms(c.words[sem + 1] ?? "").some((f) => f.tense === "infinitive") &&
    sem < 3
  )
    return sem;
  if (
    phrase(c, "deixei de") ||
    phrase(c, "esqueci de|d beber|dormir|tomar|pagar|meditar|ler|treinar|comprar")
  )
    return 0;
  return -1;
}
