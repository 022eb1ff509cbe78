/**
 * Something that a sentence asserts of a person now.
 *
 * Of one subject and kind one value holds at a time; `holds` false says that it no longer does. The value
 * `*` stands for any.
 */
export type State = {
  /** `eu`, or who of the person's circle (`mae`). */
  readonly subject: string;
  readonly kind: string;
  readonly value: string;
  readonly holds: boolean;
};

/** A state before its subject is known. */
export type Found = Omit<State, "subject">;

/** One way of asserting a state. The pattern reads a clause without accents; the value may refuse it. */
export type Rule = {
  readonly pattern: RegExp;
  read(found: RegExpExecArray): Found | readonly Found[] | null;
};

export const holds = (kind: string, value: string): Found => ({ kind, value, holds: true });
export const ended = (kind: string, value = "*"): Found => ({ kind, value, holds: false });

const CUT =
  / (?:desde|faz|ha|perto|agora|hoje|ontem|com|porque|que|mas|mesmo|tambem|ne|viu|sabe|ta|ainda|k{2,}|no bairro|mes passado|ano passado|semana passada|essa semana|este mes|esse mes|em (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|\d{4}))\b.*$/;
const FILLER =
  /^(?:(?:o|a|os|as|um|uma|meu|minha|muito|mais|mesmo|de|do|da|agora|bem|so|la|aqui)\s+)+/;

/** The thing a clause names, without what is said around it. */
export function thing(text: string | undefined): string {
  return (text ?? "").trim().replace(FILLER, "").replace(CUT, "").trim();
}

/** The first word of a thing, in one form for one and many, his and hers. */
export function head(text: string | undefined): string {
  return singular(thing(text).split(" ")[0] ?? "");
}

export function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, "") : word;
}

/** A word without the ending that tells his from hers. */
export function genderless(word: string): string {
  return word.replace(/[oa]s?$/, "");
}
